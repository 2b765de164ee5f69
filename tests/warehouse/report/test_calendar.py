"""Which period a report is about; 23 November 2026 is a Monday."""

from datetime import date, datetime, time

import pytest

from warehouse.periods import period_of
from warehouse.report.calendar import before, due_at, due_periods, newest_ended, over_at

KINDS = ["week", "month", "quarter", "half", "year"]


@pytest.mark.parametrize("kind", KINDS)
def test_the_period_before_ends_the_day_before(kind: str):
    period = period_of(kind, date(2026, 11, 23))

    assert (period.start - before(period).end).days == 1


def test_a_week_has_ended_at_midnight_and_not_a_second_earlier():
    assert newest_ended("week", datetime(2026, 11, 23)).label == "2026-W47"
    assert newest_ended("week", datetime(2026, 11, 22, 23, 59, 59)).label == "2026-W46"
    assert over_at(period_of("week", date(2026, 11, 22))) == datetime(2026, 11, 23)


def test_the_first_day_after_a_week_is_the_monday():
    week = period_of("week", date(2026, 11, 22))

    assert due_at(week, 1, time(8, 30)) == datetime(2026, 11, 23, 8, 30)


def test_the_third_day_after_a_month_is_the_third_of_the_next():
    assert due_at(period_of("month", date(2026, 2, 10)), 3, time(9)) == datetime(2026, 3, 3, 9)


def test_a_report_is_due_from_its_minute_on():
    def due(now: datetime) -> list[str]:
        return [period.label for period in due_periods("week", 1, time(8, 30), now=now, count=2)]

    assert due(datetime(2026, 11, 23, 8, 29)) == ["2026-W45", "2026-W46"]
    assert due(datetime(2026, 11, 23, 8, 30)) == ["2026-W46", "2026-W47"]


def test_a_report_due_long_after_its_period_is_not_forgotten_meanwhile():
    """On day 40 after January, February has ended, but only January is due."""
    found = due_periods("month", 40, time(8), now=datetime(2026, 3, 15), count=1)

    assert [period.label for period in found] == ["2026-01"]


def labels(kind: str, day: int, now: datetime, count: int) -> list[str]:
    return [period.label for period in due_periods(kind, day, time(8, 30), now=now, count=count)]


def test_weeks_are_counted_over_the_turn_of_a_year_of_53_weeks():
    """2026 has a week 53: Monday 28 December to Sunday 3 January 2027."""
    assert labels("week", 1, datetime(2027, 1, 11, 9), 4) == [
        *("2026-W51", "2026-W52", "2026-W53", "2027-W01"),
    ]
    week = period_of("week", date(2027, 1, 3))
    assert (week.start, week.end) == (date(2026, 12, 28), date(2027, 1, 3))
    assert due_at(week, 1, time(8, 30)) == datetime(2027, 1, 4, 8, 30)
    # 1 January 2027 is a Friday inside of it: the week before is the newest that is over.
    assert newest_ended("week", datetime(2027, 1, 1)).label == "2026-W52"


def test_halves_and_years_end_with_their_last_day():
    assert newest_ended("half", datetime(2026, 6, 30, 23, 59)).label == "2025-H2"
    assert newest_ended("half", datetime(2026, 7, 1)).label == "2026-H1"
    assert newest_ended("quarter", datetime(2027, 1, 1)).label == "2026-Q4"
    assert newest_ended("year", datetime(2026, 12, 31, 23, 59)).label == "2025"
    assert labels("half", 10, datetime(2027, 1, 10, 8, 29), 3) == ["2025-H1", "2025-H2", "2026-H1"]
    assert labels("half", 10, datetime(2027, 1, 10, 8, 30), 1) == ["2026-H2"]
    assert labels("year", 15, datetime(2027, 1, 15, 8, 30), 2) == ["2025", "2026"]


def test_a_day_after_february_is_counted_in_leap_years_too():
    """Day 60 after February is 29 April; after February of a leap year as well."""
    for year in (2026, 2028):
        february = period_of("month", date(year, 2, 10))
        assert due_at(february, 60, time(9)) == datetime(year, 4, 29, 9)
