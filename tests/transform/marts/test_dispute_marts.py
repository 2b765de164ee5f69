"""What the marts of the disputes page say of the seven disputes of the hand city."""

from datetime import date, datetime

import polars as pl
import pytest

from warehouse.read.connection import fetch, whole_site

pytestmark = pytest.mark.usefixtures("reads_hand_city")

DISTRICT = "990199000000"
# A village and a town are among the three communities and two streets.
COMMUNITY, STREET = "村社区", "镇街"


def disputes() -> dict[str, dict[str, object]]:
    rows = fetch(whole_site(), "from marts.mart_dispute_list order by urgency_place")
    return {row["record_id"]: row for row in rows.iter_rows(named=True)}


def steps(record_id: str) -> list[tuple[object, ...]]:
    found = fetch(
        whole_site(),
        """
        select step_at, step, look from marts.mart_dispute_steps
        where record_id = $record_id order by seq
        """,
        record_id=record_id,
    )
    return found.rows()


def test_the_overdue_one_comes_first_then_what_is_done_the_newest_first():
    assert list(disputes()) == ["J4", "J6", "J5", "J7", "J2", "J3", "J1"]


@pytest.mark.parametrize(
    ("record_id", "state", "time_status"),
    [
        ("J1", "达成书面协议", "closed_on_time"),
        ("J2", "调解不成", "closed_on_time"),
        ("J3", "达成口头协议", "closed_late"),
        ("J4", "上交在办", "overdue"),
        ("J5", "当事人撤回", "dropped"),
        ("J6", "达成口头协议", "closed_on_time"),
        ("J7", "终止调解", "closed_on_time"),
    ],
)
def test_a_dispute_has_one_state_and_one_standing_of_its_clock(record_id, state, time_status):
    found = disputes()[record_id]

    assert (found["state"], found["time_status"]) == (state, time_status)


def test_day_30_ends_at_midnight_and_hours_over_it_are_counted_on_the_wall_clock():
    overdue = disputes()["J4"]

    assert overdue["due_at"] == datetime(2026, 3, 17, 23, 59, 59)
    assert overdue["overdue_hours"] == pytest.approx(14 * 24, abs=0.01)
    assert overdue["hours_left"] is None


def test_two_ways_of_mediation_are_joint_and_each_is_known():
    joint = disputes()["J2"]

    assert joint["channel"] == "三调联动"
    assert joint["ways"] == "人民调解、司法调解"
    assert (joint["uses_people"], joint["uses_administrative"], joint["uses_judicial"]) == (
        True, False, True,
    )  # fmt: skip


def test_kinds_lose_the_word_that_all_of_them_share():
    assert {row["kind"] for row in disputes().values()} == {"邻里", "合同", "物业", "婚姻家庭"}
    assert disputes()["J3"]["title"] == "邻里纠纷（主动排查）"


def test_what_was_passed_up_is_not_settled_where_it_was_accepted():
    rows = disputes()

    assert rows["J4"]["is_passed_up"]
    assert (rows["J4"]["accepted_level"], rows["J4"]["held_level"]) == (COMMUNITY, STREET)
    assert rows["J1"]["held_level"] == rows["J1"]["accepted_level"]
    # Passed up the day after the data cut: it has not happened yet.
    assert not rows["J6"]["is_passed_up"]


def test_the_limit_stands_on_the_line_of_time_where_it_was_missed():
    assert steps("J3") == [
        (datetime(2026, 2, 10, 10), "受理", "done"),
        (datetime(2026, 3, 12, 23, 59, 59), "期限届满", "alert"),
        (datetime(2026, 3, 13, 10), "达成口头协议", "done"),
    ]
    assert [step for _, step, _ in steps("J1")] == ["受理", "达成书面协议", "司法确认"]


def test_an_open_dispute_has_its_conclusion_ahead():
    assert [(step, look) for _, step, look in steps("J4")] == [
        ("受理", "done"),
        ("上交", "watch"),
        ("期限届满", "alert"),
        ("调结", "future"),
    ]


def test_lawsuits_are_civil_and_administrative_over_all_who_live_there():
    march = fetch(
        whole_site(),
        "from marts.mart_dispute_lawsuits where month_start = $month and area_code = $area",
        month=date(2026, 3, 1),
        area=DISTRICT,
    ).row(0, named=True)

    assert (march["filings"], march["civil_filings"], march["administrative_filings"]) == (3, 3, 0)
    assert march["residents"] == 10300
    assert march["per_ten_thousand"] == pytest.approx(3 / 10300 * 10000)


def test_parts_of_the_lawsuits_add_up_everywhere():
    found = fetch(whole_site(), "from marts.mart_dispute_lawsuits")

    assert found.filter(
        pl.col("filings") != pl.col("civil_filings") + pl.col("administrative_filings")
    ).is_empty()
