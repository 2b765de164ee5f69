"""The events page reads the same numbers as the indicators, under any filter."""

from datetime import date, datetime, timedelta

import pytest

from warehouse.read import event_list, events, places
from warehouse.read.connection import fetch, whole_site
from warehouse.read.event_filters import EventFilter

pytestmark = pytest.mark.usefixtures("reads_hand_city")

DISTRICT = "990199000000"
CUT = datetime(2026, 4, 1)


def march(**narrowing: object) -> EventFilter:
    told = {
        "area_code": DISTRICT,
        "start_at": datetime(2026, 3, 1),
        "end_at": CUT,
        "first_day": date(2026, 3, 1),
        "last_day": date(2026, 3, 31),
        "previous_first_day": date(2026, 2, 1),
        "previous_last_day": date(2026, 2, 28),
        "is_current": True,
    }
    return EventFilter(**{**told, **narrowing})


def last_seven_days(**narrowing: object) -> EventFilter:
    last = date(2026, 3, 31)
    return march(
        start_at=CUT - timedelta(days=7),
        first_day=last - timedelta(days=6),
        last_day=last,
        previous_first_day=last - timedelta(days=13),
        previous_last_day=last - timedelta(days=7),
        is_trailing=True,
        **narrowing,
    )


def numbers(asked: EventFilter, shown: str = "all") -> list[str]:
    return event_list.page(whole_site(), asked, shown=shown, limit=100)["event_id"].to_list()


def test_the_data_cut_names_the_top_place():
    cut = events.data_cut(whole_site()).row(0, named=True)

    assert (cut["as_of"], cut["root_area_name"]) == (CUT, "手算区")


def test_figures_of_march_are_those_worked_out_by_hand():
    now, before = events.figures(whole_site(), march()).rows(named=True)

    assert (now["reported"], before["reported"]) == (13, 1)
    assert (now["closing_on_time"], now["closing_due"]) == (6, 9)
    assert now["on_time_rate"] == pytest.approx(100 * 6 / 9)
    assert now["overdue"] == 1


@pytest.mark.parametrize("area_code", [DISTRICT, "990199001000", "990199002000"])
@pytest.mark.parametrize(
    ("asked", "period_type", "period_start"),
    [(march, "month", date(2026, 3, 1)), (last_seven_days, "last7d", date(2026, 3, 31))],
)
def test_figures_without_filters_are_the_indicators(area_code, asked, period_type, period_start):
    scope = whole_site()
    now = events.figures(scope, asked(area_code=area_code)).row(0, named=True)
    values = fetch(
        scope,
        """
        select indicator_code, value
        from indicators.indicator_values
        where area_code = $area_code
            and period_type = $period_type
            and period_start = $period_start
        """,
        area_code=area_code,
        period_type=period_type,
        period_start=period_start,
    )
    indicator = dict(values.iter_rows())

    assert now["reported"] == indicator["OPS-01"]
    assert now["overdue"] == indicator["OPS-18"]
    for column, code in (
        ("on_time_rate", "OPS-08"),
        ("in_grid_rate", "OPS-13"),
        ("satisfied_rate", "OPS-14"),
    ):
        assert now[column] == pytest.approx(indicator.get(code))


def test_the_table_begins_with_what_is_overdue_and_ends_with_what_is_done():
    """E04 is overdue, E13 is due on 2 April, E07 waits; nothing of February is still open."""
    listed = numbers(march())

    assert listed[:3] == ["E04", "E13", "E07"]
    assert set(listed) == {f"E{number:02d}" for number in range(1, 15)} - {"E12"}


def test_the_table_can_be_narrowed_to_what_is_overdue():
    assert numbers(march(), "overdue") == ["E04"]


def test_open_events_of_before_belong_to_a_period_that_reaches_the_cut():
    assert {"E04", "E07"} <= set(numbers(last_seven_days()))
    assert numbers(last_seven_days(), "reported") == ["E13"]


def test_pages_follow_each_other():
    scope, asked = whole_site(), march()
    first = event_list.page(scope, asked, shown="all", limit=5)
    second = event_list.page(scope, asked, shown="all", limit=5, offset=5)

    assert [*first["event_id"], *second["event_id"]] == numbers(asked)[:10]
    assert event_list.count(scope, asked, shown="all") == 13


def test_words_are_found_whatever_their_case_and_narrow_the_figures_too():
    asked = march(text="e04")

    assert numbers(asked) == ["E04"]
    assert events.figures(whole_site(), asked)["reported"][0] == 1


def test_filters_join_and_a_place_holds_everything_below_it():
    asked = march(area_code="990199001000", source="citizen")

    assert numbers(asked) == ["E14"]
    assert events.figures(whole_site(), asked)["reported"][0] == 1


def test_words_cannot_break_out_of_the_query():
    assert numbers(march(text="' or 1=1 --")) == []


def test_classes_and_days_add_up_to_what_was_reported():
    scope, asked = whole_site(), march()

    assert events.classes(scope, asked)["reported"].sum() == 13
    assert events.trend(scope, asked, days=31)["reported"].sum() == 13


def test_a_trend_without_eight_weeks_of_history_has_no_usual_range():
    trend = events.trend(whole_site(), march(), days=31)

    assert trend.height == 31
    assert trend["high"].null_count() == 31


def test_one_event_has_its_steps_and_deadlines_in_order_of_time():
    """E05 was saved by an extension; it was called about after it was closed."""
    steps = event_list.steps(whole_site(), "E05")

    assert steps["at"].is_sorted()
    assert steps.filter(kind="step")["state"].to_list() == [
        "reported", "filed", "dispatched", "extended", "handled", "check_passed", "closed",
    ]  # fmt: skip
    assert steps.filter(kind="callback")["state"].to_list() == ["neutral"]
    assert steps.filter(kind="deadline")["is_kept"].to_list() == [True] * len(
        steps.filter(kind="deadline")
    )


def test_an_unknown_event_has_no_row():
    assert event_list.one(whole_site(), "E99").is_empty()


def test_density_counts_every_report_once():
    scope, asked = whole_site(), march()

    for level in ("street", "community"):
        assert places.density(scope, asked, level)["reported"].sum() == 13


def test_the_path_of_a_place_begins_at_the_root():
    path = places.path(whole_site(), "990199001001001")

    assert path["area_name"].to_list() == ["手算区", "甲街道", "甲一社区", "甲一01网格"]
