"""Events go through the closed loop in order, and today is alive."""

from __future__ import annotations

from tests.warehouse.sample.conftest import UNTIL

NOW = f"timestamp '{UNTIL}'"


def test_every_event_has_a_log_that_begins_with_the_report(count):
    assert count("select count(*) from events anti join event_log using (event_id)") == 0
    assert count("select count(*) from event_log anti join events using (event_id)") == 0
    assert count("select count(*) from event_log where (seq = 1) != (state = 'reported')") == 0


def test_the_log_starts_when_the_event_was_reported(count):
    assert (
        count(
            "select count(*) from events join event_log using (event_id) "
            'where seq = 1 and "at" != reported_at'
        )
        == 0
    )


def test_steps_are_numbered_without_gaps_and_never_go_back_in_time(count):
    backwards = (
        'select count(*) from (select "at" - lag("at") over steps as took, '
        "seq - lag(seq) over steps as further from event_log "
        "window steps as (partition by event_id order by seq)) "
        "where took < interval 0 second or further != 1"
    )
    assert count(backwards) == 0


def test_nothing_follows_the_end(count):
    after = (
        "select count(*) from (select state, lead(state) over "
        "(partition by event_id order by seq) as following from event_log) "
        "where state in ('closed', 'rejected', 'cancelled') and following is not null"
    )
    assert count(after) == 0


def test_nothing_lies_in_the_future(count):
    for feed, column in (
        ("events", "reported_at"),
        ("event_log", '"at"'),
        ("callbacks", "called_at"),
        ("disputes", "greatest(accepted_at, concluded_at, passed_up_at)"),
        ("petitions", "greatest(received_at, informed_at, accepted_at, replied_at, closed_at)"),
        ("ratings", "rated_at"),
        ("service_records", "started_at"),
    ):
        assert count(f"select count(*) from {feed} where {column} > {NOW}") == 0


def test_every_state_of_the_loop_occurs(frame):
    states = set(frame("select distinct state from event_log")["state"])
    assert states == {
        "reported", "accepted", "rejected", "cancelled", "filed", "dispatched", "returned",
        "signed", "extended", "suspended", "resumed", "handled", "check_passed", "check_failed",
        "closed",
    }  # fmt: skip


def test_the_last_half_hour_has_reports(count):
    assert count("select max(reported_at) from events") > UNTIL.replace(hour=14, minute=0)


def test_something_is_suspended_and_something_was_urged_today(count):
    open_now = (
        "select count(*) from (select event_id, arg_max(state, seq) as state, "
        "bool_or(reason like '%催办%') as is_urged from event_log group by all) "
        "where state not in ('closed', 'rejected', 'cancelled')"
    )
    assert count(f"{open_now} and state = 'suspended'") > 0
    assert count(f"{open_now} and is_urged") > 0


def test_a_wrong_dispatch_is_sent_to_another_department(frame):
    returned = frame(
        "select event_id, arg_max(department_code, seq) filter (state = 'dispatched') as later, "
        "arg_min(department_code, seq) filter (state = 'dispatched') as earlier "
        "from event_log group by all having bool_or(state = 'returned') "
        "and count(*) filter (state = 'dispatched') = 2"
    )
    assert returned.height > 0
    # Now and then the centre insists.
    assert (returned["later"] != returned["earlier"]).mean() > 0.8
