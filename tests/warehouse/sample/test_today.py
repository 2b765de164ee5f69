"""What the alerts must find on the day of `until`."""

from __future__ import annotations

from tests.warehouse.sample.conftest import UNTIL

NOW = f"timestamp '{UNTIL}'"


def test_property_disputes_pile_up_in_one_community(frame):
    weeks = frame(
        f"select (epoch({NOW}) - epoch(reported_at))::bigint // 604800 as back, count(*) as items "
        "from events where matter_code = 'JF0201' and area_code like '990105006001%' "
        "group by all order by back"
    )
    now, before = weeks["items"][0], weeks["items"][1:]
    assert weeks["back"][0] == 0
    assert now >= 19 > 3 * (before.max() or 0)


def test_a_petitioner_came_three_times_in_thirty_days(count):
    times = count(
        "select max(visits) from (select count(*) as visits from petitions "
        f"where received_at >= {NOW} - interval 30 day group by petitioner_key, matter_key)"
    )
    assert times >= 3


def test_something_is_past_its_deadline_and_something_nearly_so(count):
    open_due = (
        "select count(*) from (select event_id, min(due_at) filter (state = 'filed') as due_at "
        "from event_log group by all having due_at is not null and not "
        "bool_or(state in ('closed', 'extended', 'suspended', 'rejected', 'cancelled')))"
    )
    assert count(f"{open_due} where due_at < {NOW}") > 0
    assert count(f"{open_due} where due_at between {NOW} and {NOW} + interval 4 hour") > 0
