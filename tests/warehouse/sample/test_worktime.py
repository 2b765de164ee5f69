"""Office time by hand: 09:00-12:00 and 13:30-17:30, holidays and adjusted workdays."""

from __future__ import annotations

from datetime import date, datetime

import numpy as np

from warehouse.sample.worktime import HOUR, NEVER, Calendar, history_start, moments, seconds

CALENDAR = Calendar.between(date(2026, 1, 1), date(2026, 12, 31))


def later(start: datetime, hours: float, *, in_office: bool) -> datetime:
    moved = CALENDAR.add(
        np.array([seconds(start)]), np.array([int(hours * HOUR)]), np.array([in_office])
    )
    return moments(moved)[0].item()


def test_four_hours_over_noon():
    assert later(datetime(2026, 11, 18, 10), 4, in_office=True) == datetime(2026, 11, 18, 15, 30)


def test_a_deadline_at_closing_time_stays_on_that_day():
    assert later(datetime(2026, 11, 18, 9), 7, in_office=True) == datetime(2026, 11, 18, 17, 30)


def test_friday_evening_counts_from_monday_morning():
    assert later(datetime(2026, 11, 20, 20), 1, in_office=True) == datetime(2026, 11, 23, 10)


def test_the_wall_clock_runs_on_weekends():
    assert later(datetime(2026, 11, 20, 20), 24, in_office=False) == datetime(2026, 11, 21, 20)


def test_a_holiday_is_no_workday():
    new_year = (date(2026, 1, 1) - date(1970, 1, 1)).days
    assert not CALENDAR.is_working(np.array([new_year]))[0]


def test_never_stays_never():
    assert np.isnat(moments(np.array([NEVER]))).all()


def test_a_history_begins_with_a_whole_month():
    assert history_start(datetime(2026, 11, 22, 16), 24) == datetime(2024, 11, 1)
    assert history_start(datetime(2026, 1, 3), 1) == datetime(2025, 12, 1)
