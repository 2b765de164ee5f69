"""What the alerts of the hand city are, at midnight before 1 April 2026."""

from datetime import datetime

import pytest

from warehouse.read.connection import fetch, whole_site

pytestmark = pytest.mark.usefixtures("reads_hand_city")


def alerts() -> dict[str, dict[str, object]]:
    rows = fetch(whole_site(), "from marts.mart_alert_list order by urgency_place")
    return {row["record_id"]: row for row in rows.iter_rows(named=True)}


def test_severe_ones_come_first_by_kind_then_the_longest_over_their_limit():
    assert list(alerts()) == [
        "overdue_event:E04",
        "overdue_petition:P4",
        "overdue_dispute:J4",
        "overdue_task:K3",
        "due_soon_task:K5",
    ]


@pytest.mark.parametrize(
    ("record_id", "hours", "next_action"),
    [
        # From 12 March 09:30: 19 days and 14.5 hours, more than 72.
        ("overdue_event:E04", 470.5, "提级"),
        # Accepted on 15 January, 60 days: 16 March, end of the day; more than a week ago.
        ("overdue_petition:P4", 360, "督办"),
        # 30 days run out on 17 March; two weeks.
        ("overdue_dispute:J4", 336, "督办"),
        # Due on 20 March: 11 days, less than two weeks.
        ("overdue_task:K3", 264, "催办"),
    ],
)
def test_the_longer_over_the_limit_the_further_the_next_step(record_id, hours, next_action):
    alert = alerts()[record_id]

    assert alert["overdue_hours"] == pytest.approx(hours, abs=0.001)
    assert alert["next_action"] == next_action
    assert alert["severity"] == "severe"


def test_where_no_department_is_known_the_unit_must_act():
    owners = {key: row["department_name"] for key, row in alerts().items()}

    assert owners["overdue_event:E04"] == "区城管局"
    assert owners["overdue_dispute:J4"] == "乙街道"
    assert alerts()["overdue_dispute:J4"]["is_owned_by_place"]


def test_a_task_is_due_soon_up_to_the_end_of_the_fourteenth_day():
    soon = alerts()["due_soon_task:K5"]

    assert soon["time_status"] == "due_soon"
    assert soon["due_at"] == datetime(2026, 4, 15, 23, 59, 59)
    assert soon["severity"] == "watch"


def test_the_list_and_the_wall_know_the_same_events():
    both = fetch(
        whole_site(),
        """
        select
            (select count(*) from marts.mart_alerts where kind in ('overdue', 'due_soon')) as wall,
            (
                select count(*) from marts.mart_alert_list
                where alert_code in ('overdue_event', 'due_soon_event')
            ) as desk
        """,
    )

    assert both.row(0) == (1, 1)


def test_an_alert_tells_its_line_of_time_its_limit_and_its_next_step():
    found = fetch(
        whole_site(),
        """
        select step, look from marts.mart_alert_steps
        where record_id = 'overdue_event:E04'
        order by seq
        """,
    ).rows()

    assert found[0] == ("上报", "done")
    assert ("结案时限", "alert") in found
    assert found[-1] == ("下一步", "future")


def test_every_rule_is_told_with_the_thresholds_of_the_site():
    rules = dict(fetch(whole_site(), "select alert_code, rule from marts.mart_alert_rules").rows())

    assert "不到 4 小时" in rules["due_soon_event"]
    assert "满 30 天" in rules["overdue_dispute"]
    assert not [rule for rule in rules.values() if "{" in rule]


def test_what_is_due_within_a_week_is_told_by_the_day_it_falls_on():
    found = fetch(
        whole_site(),
        "select item_id, due_when, is_newly_overdue from marts.mart_due_items order by due_at",
    ).rows()

    assert found == [
        ("event:E04", "overdue", False),
        ("petition:P4", "overdue", False),
        ("dispute:J4", "overdue", False),
        ("task:K3", "overdue", False),
        # On 2 April at 09:30, a day and a half from now.
        ("event:E13", "week", False),
    ]
