"""What the marts of the petitions page say of the eight petitions of the hand city."""

from datetime import date, datetime

import pytest

from warehouse.read.connection import fetch, whole_site

pytestmark = pytest.mark.usefixtures("reads_hand_city")

DISTRICT = "990199000000"


def petitions() -> dict[str, dict[str, object]]:
    rows = fetch(whole_site(), "from marts.mart_petition_list order by urgency_place")
    return {row["record_id"]: row for row in rows.iter_rows(named=True)}


def steps(record_id: str) -> list[tuple[object, ...]]:
    found = fetch(
        whole_site(),
        """
        select step, look from marts.mart_petition_steps
        where record_id = $record_id order by seq
        """,
        record_id=record_id,
    )
    return found.rows()


def march(area_code: str) -> dict[str, object]:
    return fetch(
        whole_site(),
        "from marts.mart_petition_months where month_start = $month and area_code = $area",
        month=date(2026, 3, 1),
        area=area_code,
    ).row(0, named=True)


def test_overdue_ones_come_first_then_by_time_left_then_the_newest():
    assert list(petitions()) == ["P4", "P8", "P5", "P2", "P7", "P1", "P3", "P6"]


@pytest.mark.parametrize(
    ("record_id", "state", "clock", "time_status"),
    [
        ("P1", "已办结", None, "closed_on_time"),
        ("P2", "办理中", "办理答复 60 日", "on_track"),
        ("P3", "已办结", None, "closed_on_time"),
        ("P4", "办理中", "办理答复 60 日", "overdue"),
        ("P5", "待受理", "受理告知 15 日", "on_track"),
        ("P6", "已办结", None, "closed_on_time"),
        ("P7", "已答复", None, "no_limit"),
        ("P8", "已转办待受理", "接收告知 15 日", "overdue"),
    ],
)
def test_a_petition_is_on_the_clock_of_its_next_duty(record_id, state, clock, time_status):
    found = petitions()[record_id]

    assert (found["state"], found["clock_name"], found["time_status"]) == (
        state, clock, time_status,
    )  # fmt: skip


def test_limits_end_with_their_last_day():
    rows = petitions()

    assert rows["P4"]["due_at"] == datetime(2026, 3, 16, 23, 59, 59)
    assert rows["P4"]["overdue_hours"] == pytest.approx(15 * 24, abs=0.01)
    assert rows["P5"]["hours_left"] == pytest.approx(9 * 24, abs=0.01)
    # Extended: 90 days from 20 December.
    assert rows["P3"]["due_at"] == datetime(2026, 3, 20, 23, 59, 59)


@pytest.mark.parametrize(
    ("record_id", "marks"),
    [
        ("P1", "包案"),
        ("P2", None),
        ("P3", "积案、集体访、延期"),
        ("P4", "积案、包案"),
        ("P5", "重复"),
    ],
)
def test_what_is_to_be_noted_stands_in_words(record_id, marks):
    assert petitions()[record_id]["marks"] == marks


def test_a_repeat_names_the_first_petition_and_no_person():
    repeat = petitions()["P5"]

    assert (repeat["first_record_id"], repeat["repeat_number"]) == ("P1", 2)
    assert repeat["title"] == "申诉求决（第 2 次）"
    assert "k1" not in str(repeat.values())


def test_the_number_of_a_first_petition_finds_all_on_its_matter():
    found = [key for key, row in petitions().items() if "p1" in str(row["search_text"]).split()]

    assert sorted(found) == ["P1", "P5"]


def test_clocks_of_march_agree_with_the_indicators():
    clocks = fetch(
        whole_site(),
        """
        select clock, count(*), count(*) filter (is_on_time)
        from marts.mart_petition_clocks
        where settled_at >= date '2026-03-01' and is_duty
        group by all order by clock
        """,
    ).rows()

    # LAW-08 is 1 of 2, LAW-09 2 of 3; P8 was forwarded and nobody told the petitioner.
    assert clocks == [("answer", 2, 1), ("inform", 1, 0), ("reply", 3, 2)]


def test_the_right_to_a_review_runs_while_30_days_last():
    running = fetch(
        whole_site(),
        """
        select record_id from marts.mart_petition_clocks
        where clock = 'review' and is_running order by 1
        """,
    )

    assert running["record_id"].to_list() == ["P1", "P3"]


def test_the_line_of_time_tells_what_was_missed_and_what_is_ahead():
    assert steps("P4") == [
        ("登记", "done"),
        ("受理", "done"),
        ("答复到期", "alert"),
        ("答复", "future"),
    ]
    assert steps("P3") == [
        ("登记", "done"),
        ("受理", "done"),
        ("答复", "done"),
        ("群众评价", "done"),
        ("办结", "done"),
        ("申请复查", "future"),
    ]


def test_the_stock_at_the_end_is_the_one_at_the_beginning_and_what_moved():
    month = march(DISTRICT)

    # Open on 1 March: P1 P3 P4 P7; came: P2 P5 P8; closed: P1 P3.
    assert [month[key] for key in ("open_start", "received", "closed", "open_end")] == [4, 3, 2, 5]
    # Backlog: P3 and P4, of which P3 was closed.
    assert [month[key] for key in ("backlog_start", "backlog_closed", "backlog_end")] == [2, 1, 1]
    assert (month["new_end"], month["repeated"]) == (4, 2)


def test_meetings_are_counted_by_what_they_were():
    month = march(DISTRICT)

    assert [month[key] for key in ("hearings", "consultations", "receptions")] == [1, 1, 1]
    assert march("990199002000")["receptions"] == 1


def test_a_meeting_a_month_is_owed_by_districts_and_streets_alone():
    assert march(DISTRICT)["owes_meetings"]
    assert march("990199002000")["owes_meetings"]
    assert not march("990199002001")["owes_meetings"]


def test_a_matter_is_listed_once_it_has_come_twice():
    matters = fetch(
        whole_site(),
        """
        select first_record_id, latest_record_id, times, times_in_90_days, channels
        from marts.mart_petition_matters order by 1
        """,
    ).rows()

    assert matters == [("P1", "P5", 2, 2, "信网"), ("P7", "P8", 2, 1, "信访")]
