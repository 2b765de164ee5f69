"""The battle map's lists on the hand city, whose clock stands at the begin of 1 April 2026."""

from datetime import datetime

import polars as pl
import pytest

from warehouse.read.connection import fetch, whole_site

pytestmark = pytest.mark.usefixtures("reads_hand_city")


def rows(sql: str) -> list[tuple[object, ...]]:
    return fetch(whole_site(), sql).rows()


def test_what_is_overdue_comes_first_then_what_is_due_then_what_was_done_last():
    listed = rows("select record_id, state from marts.mart_tasks_list order by urgency_place")

    assert listed == [
        ("K3", "逾期"),
        ("K5", "临期"),
        ("Q3", "推进中"),
        ("K4", "已销号"),
        ("K1", "已销号"),
        ("K2", "已销号"),
        ("Q2", "已销号"),
        ("Q1", "已销号"),
    ]


def test_done_on_the_last_day_is_in_time_and_two_days_later_is_late():
    clocks = dict(rows("select record_id, time_status from marts.mart_tasks_list"))

    assert clocks["K1"] == "closed_on_time"
    assert clocks["K2"] == "closed_late"


def test_a_task_is_overdue_from_the_end_of_its_last_day():
    (hours,) = rows("select overdue_hours from marts.mart_tasks_list where record_id = 'K3'")[0]

    # From 20 March 23:59:59 to 1 April 00:00.
    assert hours == pytest.approx(11 * 24, abs=0.001)


def test_the_plan_is_a_straight_line_from_begin_to_deadline():
    """K5 has 100 days from 5 January to 15 April; 86 of them are over."""
    (planned, told) = rows(
        "select planned_progress, progress from marts.mart_tasks_list where record_id = 'K5'"
    )[0]

    assert (planned, told) == (86, 40)


def test_the_line_of_time_of_a_task_that_lags_behind():
    steps = fetch(
        whole_site(),
        "from marts.mart_tasks_steps where record_id = 'K5' order by seq",
    )

    assert steps["step"].to_list() == ["列入清单", "当前进度", "办结时限", "完成销号"]
    assert steps["look"].to_list() == ["done", "watch", "future", "future"]
    assert steps["note"][1] == "完成 40 %，按时序应到 86 %"
    assert steps["due_at"][2] == datetime(2026, 4, 15, 23, 59, 59)


def test_a_problem_struck_off_without_evidence_is_marked():
    looks = dict(
        rows(
            "select record_id, look from marts.mart_tasks_steps"
            " where step = '完成销号' and record_id in ('Q1', 'Q2')"
        )
    )

    assert looks == {"Q1": "done", "Q2": "watch"}


def test_findings_without_a_department_are_the_inspected_places_to_put_right():
    found = dict(
        rows("select record_id, department_name from marts.mart_supervision_findings_list")
    )

    assert found["F1"] == "区城管局"
    assert found["F2"] == "甲街道"


def test_findings_are_told_by_supervision_state_and_clock():
    found = fetch(
        whole_site(),
        "select record_id, kind, state, time_status from marts.mart_supervision_findings_list"
        " order by record_id",
    )

    assert found.rows() == [
        ("F1", "月调度", "已整改", "closed_on_time"),
        ("F2", "季讲评", "已整改", "closed_late"),
        ("F3", "月调度", "逾期未改", "overdue"),
        ("F4", "月调度", "已整改", "closed_on_time"),
        ("F5", "半年督查", "整改中", "on_track"),
    ]


def test_what_a_meeting_resolved_is_soon_due_a_week_before():
    clocks = dict(rows("select record_id, state from marts.mart_meeting_actions_list"))

    assert clocks == {"A1": "已办结", "A2": "已办结", "A3": "逾期", "A4": "临期"}


@pytest.mark.parametrize("record_set", ["tasks", "supervision_findings", "meeting_actions"])
def test_every_record_leads_to_its_row_and_has_a_line_of_time(record_set: str):
    listed = fetch(whole_site(), f"from marts.mart_{record_set}_list")
    steps = fetch(whole_site(), f"from marts.mart_{record_set}_steps")

    assert listed.filter(pl.col("source_file").is_null()).is_empty()
    assert set(listed["record_id"]) == set(steps["record_id"])
