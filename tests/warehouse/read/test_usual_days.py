"""Where a line of days ends."""

from datetime import date, datetime

from warehouse.read.usual_days import last_whole_day

MONDAY = date(2026, 11, 23)


def test_an_unfinished_day_is_left_out():
    end_at = datetime(2026, 11, 23, 0, 20)

    assert last_whole_day(MONDAY, end_at, is_trailing=False) == date(2026, 11, 22)


def test_a_day_that_is_over_is_the_last_one():
    assert last_whole_day(MONDAY, datetime(2026, 11, 24), is_trailing=False) == MONDAY


def test_windows_of_24_hours_are_always_whole():
    assert last_whole_day(MONDAY, datetime(2026, 11, 23, 0, 20), is_trailing=True) == MONDAY
