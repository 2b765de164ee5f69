"""The working clock of the second calculation, on days everybody can look up."""

from datetime import date, datetime

import polars as pl
import pytest

from warehouse.verify.clock import Clock, read_exceptions

HOUR = 3_600_000_000
OFFICE = ["09:00-12:00", "13:30-17:30"]


@pytest.fixture(scope="module")
def clock() -> Clock:
    return Clock(OFFICE, read_exceptions())


def _between(clock: Clock, since: datetime, until: datetime) -> float:
    read = clock.read(pl.Series([since, until], dtype=pl.Datetime("us")))
    return (read[1] - read[0]) / HOUR


def _after(clock: Clock, since: datetime, hours: float) -> datetime:
    moments = pl.Series([since], dtype=pl.Datetime("us"))
    reached: datetime = clock.reach(clock.read(moments) + int(hours * HOUR))[0]
    return reached


def test_a_working_day_has_seven_hours(clock: Clock):
    assert _between(clock, datetime(2026, 3, 2), datetime(2026, 3, 3)) == 7
    assert clock.office_day == 7 * HOUR


def test_lunch_evening_and_weekend_do_not_count(clock: Clock):
    assert _between(clock, datetime(2026, 3, 2, 11), datetime(2026, 3, 2, 14)) == 1.5
    assert _between(clock, datetime(2026, 3, 6, 17), datetime(2026, 3, 9, 9, 30)) == 1


def test_a_working_saturday_counts_and_the_spring_festival_does_not(clock: Clock):
    assert _between(clock, datetime(2026, 2, 14, 16, 30), datetime(2026, 2, 24, 9)) == 1
    weekends_only = Clock(OFFICE, {})
    assert _between(weekends_only, datetime(2026, 2, 14), datetime(2026, 2, 24)) == 6 * 7


def test_a_limit_ends_at_the_first_moment_that_shows_it(clock: Clock):
    # Two hours from ten are over when lunch begins, not when it ends.
    assert _after(clock, datetime(2026, 3, 2, 10), 2) == datetime(2026, 3, 2, 12)
    assert _after(clock, datetime(2026, 3, 2, 10), 2.5) == datetime(2026, 3, 2, 14)
    assert _after(clock, datetime(2026, 3, 7, 20), 2) == datetime(2026, 3, 9, 11)


def test_an_unknown_moment_stays_unknown(clock: Clock):
    assert clock.read(pl.Series([None], dtype=pl.Datetime("us")))[0] is None


def test_the_list_names_holidays_and_working_weekends():
    listed = read_exceptions()
    assert listed[date(2026, 10, 1)] is False
    assert listed[date(2026, 10, 10)] is True
