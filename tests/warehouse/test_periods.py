from datetime import date, datetime

import pytest

from warehouse.periods import PeriodError, parse_moment, parse_period, week_of


@pytest.mark.parametrize(
    ("text", "kind", "start", "end"),
    [
        ("2026", "year", date(2026, 1, 1), date(2026, 12, 31)),
        ("2026-Q4", "quarter", date(2026, 10, 1), date(2026, 12, 31)),
        ("2026q1", "quarter", date(2026, 1, 1), date(2026, 3, 31)),
        ("2026-H1", "half", date(2026, 1, 1), date(2026, 6, 30)),
        ("2026h2", "half", date(2026, 7, 1), date(2026, 12, 31)),
        ("2026-02", "month", date(2026, 2, 1), date(2026, 2, 28)),
        ("2028-2", "month", date(2028, 2, 1), date(2028, 2, 29)),
        ("2026-W46", "week", date(2026, 11, 9), date(2026, 11, 15)),
        ("2026-W01", "week", date(2025, 12, 29), date(2026, 1, 4)),
        ("2026-11-16", "day", date(2026, 11, 16), date(2026, 11, 16)),
    ],
)
def test_a_period_is_read_as_people_write_it(text: str, kind: str, start: date, end: date):
    period = parse_period(text)

    assert (period.kind, period.start, period.end) == (kind, start, end)


@pytest.mark.parametrize(
    "text", ["2026-13", "2026-W54", "2026-Q5", "2026-H3", "2026-02-30", "last week", ""]
)
def test_what_is_no_period_is_refused(text: str):
    with pytest.raises(PeriodError):
        parse_period(text)


def test_a_week_at_the_turn_of_the_year_belongs_to_the_year_of_its_thursday():
    assert week_of(date(2027, 1, 1)).label == "2026-W53"


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-11-15", datetime(2026, 11, 16)),
        ("2026-11-15T24:00", datetime(2026, 11, 16)),
        ("2026-11-15T09:30", datetime(2026, 11, 15, 9, 30)),
        ("2026-11-15 09:30:15", datetime(2026, 11, 15, 9, 30, 15)),
    ],
)
def test_a_bare_date_means_the_end_of_that_day(text: str, moment: datetime):
    assert parse_moment(text) == moment


@pytest.mark.parametrize("text", ["2026-11-15T09:30+08:00", "yesterday", "2026-02-30"])
def test_what_is_no_moment_of_the_sites_clock_is_refused(text: str):
    with pytest.raises(PeriodError):
        parse_moment(text)
