"""Lists of records: every count worked out by hand from the table in `tests/hand_records.py`."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import settings as trials
from hypothesis import strategies as some

from tests.hand_records import CUT, DISTRICT, STREET_A, STREET_B, write_hand_records
from warehouse.access.scope import Scope
from warehouse.read import record_sets, records
from warehouse.read.record_filters import DIMENSIONS, SHOWN, RecordFilter
from warehouse.read.record_sets import RecordSet
from warehouse.settings import settings

SET = "hand"
WEEK = timedelta(days=7)
LAST_WEEK = RecordFilter(
    area_code=DISTRICT,
    start_at=CUT - WEEK,
    end_at=CUT,
    previous_start_at=CUT - 2 * WEEK,
    previous_end_at=CUT - WEEK,
    is_current=True,
    is_trailing=True,
)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scope]:
    """The scope of a reader who may see everything."""
    var = tmp_path_factory.mktemp("hand_records")
    version = write_hand_records(var / "versions")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("YIPING_VAR", str(var))
        patch.setattr(
            record_sets,
            "RECORD_SETS",
            hand := {SET: RecordSet("marts.mart_hand_list", "marts.mart_hand_steps", ())},
        )
        patch.setattr(records, "RECORD_SETS", hand)
        settings.cache_clear()
        yield Scope(version=version)
    settings.cache_clear()


def ids(scope: Scope, shown: str, **narrowing: object) -> list[str]:
    asked = replace(LAST_WEEK, **narrowing)
    found = records.page(scope, SET, asked, shown=shown, limit=100)
    return found["record_id"].to_list()


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        ("all", ["R4", "R1", "R3", "R7", "R8", "R2"]),
        ("opened", ["R1", "R3", "R7", "R2"]),
        ("open", ["R4", "R1", "R3", "R7", "R8"]),
        ("overdue", ["R4", "R7"]),
        ("due_soon", ["R3"]),
        ("closed", ["R2", "R6"]),
    ],
)
def test_a_list_has_what_its_name_says_the_most_urgent_first(whole, shown, expected):
    assert ids(whole, shown) == expected
    assert records.count(whole, SET, LAST_WEEK, shown=shown) == len(expected)


def test_what_was_open_before_belongs_only_to_a_period_that_reaches_the_cut(whole):
    assert ids(whole, "all", is_current=False) == ["R1", "R3", "R7", "R2"]


@pytest.mark.parametrize(
    ("narrowing", "expected"),
    [
        ({"area_code": STREET_A}, ["R1", "R3", "R7"]),
        ({"area_code": "A2"}, ["R3", "R7"]),
        ({"kind": "物业纠纷"}, ["R4", "R3", "R8"]),
        ({"channel": "热线"}, ["R7", "R8"]),
        ({"state": "已化解"}, []),
        ({"department_code": "D2"}, ["R3", "R8"]),
        ({"text": "r4"}, ["R4"]),
        ({"text": "物业"}, ["R4", "R3", "R8"]),
        ({"area_code": STREET_B, "kind": "邻里纠纷"}, []),
        ({"area_code": "nowhere"}, []),
        ({"text": "'; drop table marts.mart_hand_list; --"}, []),
    ],
)
def test_every_filter_narrows_the_open_ones(whole, narrowing, expected):
    assert ids(whole, "open", **narrowing) == expected


def test_a_page_is_a_part_of_the_list(whole):
    found = records.page(whole, SET, LAST_WEEK, shown="all", limit=2, offset=2)

    assert found["record_id"].to_list() == ["R3", "R7"]


def test_the_standing_counts_the_period_the_one_before_and_the_moment(whole):
    assert records.standing(whole, SET, LAST_WEEK).row(0, named=True) == {
        "opened": 4,
        "previous_opened": 2,
        "closed": 2,
        "previous_closed": 1,
        "open": 5,
        "overdue": 2,
        "due_soon": 1,
    }


def test_kinds_are_compared_with_the_period_before(whole):
    found = records.breakdown(whole, SET, LAST_WEEK, "kind")

    assert found.select("part", "records", "previous").rows() == [
        ("邻里纠纷", 3, 1),
        ("物业纠纷", 1, 1),
    ]


def test_what_stands_now_is_compared_with_nothing(whole):
    found = records.breakdown(whole, SET, LAST_WEEK, "department", shown="open")

    assert found.rows() == [
        ("D1", "单位D1", 2, None),
        ("D2", "单位D2", 2, None),
        (None, "未填写", 1, None),
    ]


def test_places_add_up_what_is_below_them(whole):
    found = records.by_place(whole, SET, LAST_WEEK, "street")

    assert found.rows() == [
        ("A", "甲街道", 4, 3, 1, 2000, 20.0),
        ("B", "乙街道", 2, 2, 1, None, None),
    ]


def test_a_place_without_records_is_there_with_nothing(whole):
    found = records.by_place(whole, SET, replace(LAST_WEEK, kind="劳动争议"), "community")

    assert found.select("area_code", "records").rows() == [("A1", 0), ("A2", 0)]


def test_days_on_the_trailing_clock_end_at_the_cut(whole):
    found = records.trend(whole, SET, LAST_WEEK, days=7)

    counts = dict(found.select("day", "reported").iter_rows())
    # R3 came at the very begin of the window that ends on the 4th, R2 within it.
    assert {day.day: count for day, count in counts.items() if count} == {4: 2, 9: 1, 10: 1}
    assert sum(counts.values()) == records.count(whole, SET, LAST_WEEK, shown="opened")
    assert found["low"].null_count() == found.height


def test_days_of_the_calendar_end_with_the_last_that_is_over(whole):
    march = replace(
        LAST_WEEK,
        start_at=datetime(2026, 3, 1),
        end_at=CUT,
        is_trailing=False,
    )

    found = records.trend(whole, SET, march, days=10)

    assert {row[0]: row[1] for row in found.iter_rows() if row[1]} == {
        date(2026, 2, 28): 1,
        date(2026, 3, 3): 1,
        date(2026, 3, 4): 1,
        date(2026, 3, 9): 1,
    }


def test_the_boxes_offer_what_there_is(whole):
    found = records.offered(whole, SET)

    assert found.filter(dimension="kind").select("choice", "records").rows() == [
        ("邻里纠纷", 4),
        ("物业纠纷", 3),
        ("劳动争议", 1),
    ]
    assert found.filter(dimension="department")["label"].to_list() == ["单位D2", "单位D1"]


def test_a_record_has_its_line_of_time_in_order(whole):
    assert records.one(whole, SET, "R2")["title"].item() == "漏水"
    assert records.steps(whole, SET, "R2")["step"].to_list() == ["受理", "调解"]
    assert records.one(whole, SET, "R9").is_empty()


def test_a_reader_of_one_street_sees_nothing_else(whole):
    street = replace(whole, area_code=STREET_A)

    assert ids(street, "all") == ["R1", "R3", "R7", "R2"]
    assert records.one(street, SET, "R4").is_empty()
    assert records.steps(street, SET, "R4").is_empty()
    assert records.offered(street, SET).filter(dimension="kind")["records"].sum() == 5
    assert ids(street, "all", area_code=STREET_B) == []


VIEWS = some.builds(
    lambda hours, **narrowing: replace(
        LAST_WEEK, start_at=CUT - timedelta(hours=hours), **narrowing
    ),
    hours=some.integers(1, 60 * 24),
    area_code=some.sampled_from([DISTRICT, STREET_A, STREET_B, "A1", "A2"]),
    kind=some.sampled_from([None, "邻里纠纷", "物业纠纷"]),
    text=some.sampled_from([None, "纠纷", "r"]),
)


@trials(max_examples=40, deadline=None)
@given(
    asked=VIEWS,
    shown=some.sampled_from(sorted(SHOWN)),
    dimension=some.sampled_from(sorted(DIMENSIONS)),
)
def test_parts_add_up_to_the_count(whole, asked, shown, dimension):
    total = records.count(whole, SET, asked, shown=shown)

    assert records.breakdown(whole, SET, asked, dimension, shown=shown)["records"].sum() == total
    assert records.page(whole, SET, asked, shown=shown, limit=100).height == total
