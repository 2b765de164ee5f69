"""The battle map's own figures on the hand city, at the begin of 1 April 2026."""

from datetime import date, datetime

import pytest

from warehouse.read import tasks
from warehouse.read.connection import whole_site
from warehouse.read.record_filters import RecordFilter

pytestmark = pytest.mark.usefixtures("reads_hand_city")


def march(**narrowing: object) -> RecordFilter:
    told = {
        "area_code": "990199000000",
        "start_at": datetime(2026, 3, 1),
        "end_at": datetime(2026, 4, 1),
        "previous_start_at": datetime(2026, 2, 1),
        "previous_end_at": datetime(2026, 3, 1),
        "is_current": True,
    }
    return RecordFilter(**{**told, **narrowing})


def test_five_tasks_are_due_and_five_are_done_so_the_plan_is_kept():
    """Due: K1 K2 K3 Q1 Q2. Done: K1 K2 K4 Q1 Q2."""
    row = tasks.progress(whole_site(), march()).row(0, named=True)

    assert row == {
        "tasks": 8,
        "done": 5,
        "going": 1,
        "soon": 1,
        "late": 1,
        "scheduled": 5,
        "behind": 0,
    }


def test_squares_stand_by_field_of_governance_those_struck_off_first():
    found = tasks.squares(whole_site(), march())

    assert found["channel"].unique(maintain_order=True).to_list() == [
        "政治引领",
        "法治保障",
        "德治教化",
        "自治强基",
        "智治支撑",
    ]
    assert found.filter(channel="法治保障")["record_id"].to_list() == ["K4", "Q3"]


def test_units_with_overdue_tasks_come_first_and_add_up():
    found = tasks.units(whole_site(), march(department_code="D1"))

    assert found.select("department_name", "done", "going", "soon", "late").rows() == [
        ("区住建局", 2, 1, 1, 1),
        ("区城管局", 3, 0, 0, 0),
    ]


def test_the_plan_ends_today_for_what_is_done_and_goes_on_for_what_is_due():
    """Up to 31 March five of each; K5 falls due in April, Q3 in May, K4 already is."""
    found = {row["day"]: row for row in tasks.schedule(whole_site(), march()).to_dicts()}

    assert (found[date(2026, 3, 31)]["scheduled"], found[date(2026, 3, 31)]["done"]) == (5, 5)
    assert (found[date(2026, 4, 30)]["scheduled"], found[date(2026, 4, 30)]["done"]) == (7, None)
    assert found[date(2026, 5, 31)]["scheduled"] == 8


def test_the_four_supervisions_are_told_even_when_one_found_nothing():
    found = tasks.supervision(whole_site(), march())

    assert found.rows() == [
        ("月调度", 3, 2, 0, 1),
        ("季讲评", 1, 1, 0, 0),
        ("半年督查", 1, 0, 1, 0),
        ("年考核", 0, 0, 0, 0),
    ]


def test_a_street_has_its_own_tasks_alone():
    row = tasks.progress(whole_site(), march(area_code="990199001000")).row(0, named=True)

    assert (row["tasks"], row["done"]) == (3, 3)
