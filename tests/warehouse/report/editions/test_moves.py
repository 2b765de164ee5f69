"""What moved between two countings, by hand.

Cut of the first: 1 April. A rate divides `done` by `due`; both count cases in places 1 and 2.
"""

from datetime import date, datetime

import polars as pl
import pytest

from warehouse.access.scope import Scope
from warehouse.read import printed
from warehouse.report.editions.moves import Move, Moves
from warehouse.trace_code import Number

SCOPE, CUT = Scope("20260401T000500-a1b2"), datetime(2026, 4, 1)
MARCH, MAY = datetime(2026, 3, 9), datetime(2026, 5, 2)
CITY, ONE, TWO = "990100000000", "990101000000", "990102000000"

Entry = tuple[str, str, int, float, datetime]


@pytest.fixture(autouse=True)
def catalogue(monkeypatch: pytest.MonkeyPatch) -> None:
    measures = pl.DataFrame(
        {
            "indicator_code": ["LAW-01", "LAW-01", "ORG-01"],
            "part": ["n", "d", "n"],
            "measure_code": ["done", "due", "volunteers"],
            "theme": ["矛盾纠纷", "矛盾纠纷", "志愿服务"],
            "matures": [True, False, False],
        }
    )
    inside = pl.DataFrame(
        {"ancestor_code": [CITY, CITY, ONE, TWO], "area_code": [ONE, TWO, ONE, TWO]}
    )
    monkeypatch.setattr(printed, "measures", lambda *_: measures)
    monkeypatch.setattr(printed, "places_inside", lambda *_: inside)


def counted(*entries: Entry) -> pl.DataFrame:
    rows = [
        (measure, "month", date(2026, 3, 1), area, thing, value, at)
        for measure, area, thing, value, at in entries
    ]
    return pl.DataFrame(rows, schema=printed.THINGS, orient="row")


def moved(
    before: pl.DataFrame, after: pl.DataFrame, area: str = CITY, code: str = "LAW-01"
) -> list[Move]:
    number = Number(code, area, "month", date(2026, 3, 1))
    return Moves(SCOPE, before, after, cut=CUT, numbers=[number]).of(number)


DUE = ("due", ONE, 7, 1.0, MARCH)


def test_nothing_moved_where_nothing_changed():
    assert moved(counted(DUE), counted(DUE)) == []


def test_a_case_that_came_in_both_measures_came_once():
    assert moved(counted(), counted(DUE, ("done", ONE, 7, 1.0, MARCH))) == [Move("came", 1, "件")]


def test_a_case_that_counts_no_more_has_left():
    assert moved(counted(DUE), counted()) == [Move("left", 1, "件")]


def test_a_known_case_that_was_done_since_is_settled():
    assert moved(counted(DUE), counted(DUE, ("done", ONE, 7, 1.0, MARCH))) == [
        Move("settled", 1, "件")
    ]


def test_a_case_from_after_the_cut_is_later():
    assert moved(counted(), counted(("due", ONE, 7, 1.0, MAY))) == [Move("later", 1, "件")]


def test_a_case_with_another_value_is_updated():
    assert moved(counted(DUE), counted(("due", ONE, 7, 2.0, MARCH))) == [Move("updated", 1, "件")]


def test_a_case_that_went_to_another_place_is_updated_in_all_of_them():
    before, after = counted(DUE), counted(("due", TWO, 7, 1.0, MARCH))

    assert [moved(before, after, area) for area in (CITY, ONE, TWO)] == [
        [Move("updated", 1, "件")]
    ] * 3


def test_other_places_and_other_indicators_do_not_count():
    after = counted(DUE, ("volunteers", ONE, 3, 1.0, MARCH))

    assert moved(counted(), after, TWO) == []
    assert moved(counted(), after, CITY, "ORG-01") == [Move("came", 1, "条")]


def test_ways_are_told_in_their_order():
    before = counted(DUE, ("due", ONE, 8, 1.0, MARCH))
    after = counted(("due", ONE, 8, 2.0, MARCH), *(("due", ONE, t, 1.0, MARCH) for t in (9, 10)))

    assert moved(before, after) == [
        Move("came", 2, "件"),
        Move("left", 1, "件"),
        Move("updated", 1, "件"),
    ]


def test_the_moment_of_the_cut_belongs_to_what_is_later():
    assert moved(counted(), counted(("due", ONE, 7, 1.0, CUT))) == [Move("later", 1, "件")]


def test_a_case_that_is_not_done_any_more_is_updated():
    done = ("done", ONE, 7, 1.0, MARCH)

    assert moved(counted(DUE, done), counted(DUE)) == [Move("updated", 1, "件")]


def test_a_known_case_that_counts_once_more_after_the_cut_is_settled():
    assert moved(counted(DUE), counted(DUE, ("due", TWO, 7, 1.0, MAY))) == [
        Move("settled", 1, "件")
    ]


def test_a_case_that_moved_in_two_ways_is_told_once():
    after = counted(("due", ONE, 7, 2.0, MARCH), ("done", ONE, 7, 1.0, MARCH))

    assert moved(counted(DUE), after) == [Move("updated", 1, "件")]
