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
