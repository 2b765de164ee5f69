"""Volunteering on the hand city: so few people that none of them may be counted."""

import polars as pl
import pytest

from warehouse.read.connection import fetch, whole_site

pytestmark = pytest.mark.usefixtures("reads_hand_city")


def table(sql: str) -> pl.DataFrame:
    return fetch(whole_site(), sql)


def test_a_team_is_active_by_its_services_of_the_last_90_days():
    teams = table("from marts.mart_teams_list order by urgency_place")

    assert teams.select("record_id", "state", "attendances_90d", "hours_90d").rows() == [
        ("T2", "活跃", 1, 6),
        ("T1", "活跃", 2, 4),
        ("T3", "已解散", 0, 0),
    ]


def test_the_team_idle_the_longest_comes_first():
    """T2 served on 8 March, T1 on 14 March; T3 is gone."""
    idle = table("select record_id, idle_days from marts.mart_teams_list where is_open")

    assert dict(idle.iter_rows()) == {"T2": 24, "T1": 18}


def test_fewer_than_five_people_are_not_counted():
    teams = table("select volunteers_90d, is_few from marts.mart_teams_list where is_open")
    place = table(
        "from marts.mart_volunteer_places where area_code = '990199000000'"
        " and period_type = 'month' and period_start = date '2026-03-01'"
    ).row(0, named=True)

    assert teams.rows() == [(None, True), (None, True)]
    assert (place["registered"], place["serving"], place["hours_each"]) == (None, None, None)
    assert table("from marts.mart_volunteer_deciles").is_empty()


def test_hours_and_teams_are_told_as_the_indicators_have_them():
    """In March 3 + 1 + 6 hours; two teams stand and both have served."""
    place = table(
        "from marts.mart_volunteer_places where area_code = '990199000000'"
        " and period_type = 'month' and period_start = date '2026-03-01'"
    ).row(0, named=True)

    assert (place["hours"], place["teams"], place["teams_active"]) == (10, 2, 2)
    assert place["teams_active_rate"] == 100


def test_hours_of_a_day_add_up_to_those_of_the_month():
    days = table("from marts.mart_service_days where entry_date >= date '2026-03-01'")

    assert (days["hours"].sum(), days["attendances"].sum()) == (10, 3)


def test_orders_are_sorted_by_what_is_owed():
    orders = table("select record_id, state, time_status from marts.mart_service_orders_list")

    assert orders.rows() == [
        ("O3", "服务中", "overdue"),
        ("O4", "待接单", "overdue"),
        ("O6", "服务中", "on_track"),
        ("O5", "已完成", "closed"),
        ("O2", "已完成", "closed_late"),
        ("O1", "已完成", "closed_on_time"),
        ("O7", "已完成", "closed_on_time"),
    ]


def test_an_order_that_nobody_took_waits_for_a_team():
    steps = table(
        "select step, look, note from marts.mart_service_orders_steps"
        " where record_id = 'O4' order by seq"
    )

    assert steps.rows() == [
        ("点单", "done", "陪诊"),
        ("完成时限", "alert", "到期未完成"),
        ("接单", "future", "还没有队伍接单"),
        ("完成", "future", None),
        ("评单", "future", None),
    ]


def test_social_organisations_are_in_the_field_s_words():
    organisations = table(
        "select kind, channel, state from marts.mart_social_orgs_list where record_id = 'S20'"
    )

    assert organisations.rows() == [("公益性", "备案", "已注销")]
