"""Meetings, inspections, checks, scenarios, monthly cases and orders of the sample."""

from tests.warehouse.sample.conftest import UNTIL


def test_every_street_gets_actions_from_every_monthly_meeting(count):
    ask = (
        "select min(units) from (select count(distinct area_code) as units "
        "from meeting_actions group by meeting_on)"
    )
    # Six streets and the district itself.
    assert count(ask) == 7


def test_most_actions_and_findings_are_done_in_time_but_not_all(count):
    for feed, done in (("meeting_actions", "done_on"), ("supervision_findings", "rectified_on")):
        share = count(
            f"select avg(case when {done} <= due_on then 1 else 0 end) from {feed} "
            f"where due_on < date '{UNTIL:%Y-%m-%d}'"
        )
        assert 0.75 < share < 0.99


def test_a_checked_unit_is_checked_for_all_four_dimensions(count):
    ask = (
        "select min(dimensions) from (select count(distinct dimension) as dimensions "
        "from compliance_checks group by area_code, department_code, "
        "date_trunc('quarter', checked_on))"
    )
    assert count(ask) == 4


def test_the_register_has_ten_systems_and_sixteen_scenarios(count):
    ask = "select count(distinct scenario_id) from scenarios where kind = '{}'"
    assert count(ask.format("system")) == 10
    assert count(ask.format("scenario")) == 16


def test_courts_report_whole_months_only(count):
    assert (
        count("select count(*) from court_filings where last_day(month) >= date '2026-11-01'") == 0
    )
    assert count("select count(distinct month) from court_filings") == 4


def test_some_communities_settle_everything_among_themselves(count):
    silent = count(
        "select count(*) from (select area_code from court_filings "
        "group by area_code having sum(civil + administrative) = 0)"
    )
    assert silent >= 1


def test_an_order_is_placed_taken_and_done_in_this_order(count):
    assert count("select count(*) from service_orders where done_at < accepted_at") == 0
    assert 0.85 < count("select avg((done_at is not null)::int) from service_orders") < 0.97
    assert 4.5 < count("select avg(rating) from service_orders") < 4.9


def test_a_reward_is_paid_for_true_tips_only(count):
    assert count("select count(*) from reward_tips where reward_due and not valid") == 0
    assert count("select count(*) from reward_tips where reward_paid_on is not null "
                 "and not reward_due") == 0  # fmt: skip
