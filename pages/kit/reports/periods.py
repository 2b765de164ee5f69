"""The periods that a kind of report can be made of, and which of them it begins with."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from pages.kit.periods import last_day
from warehouse.periods import Period, PeriodError, parse_period, week_of
from warehouse.report.kinds import Kind

# How many: so far back that the same one of the year before can still be made.
_OFFERED = {"week": 54, "month": 25, "quarter": 9, "half": 5, "year": 3}
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}


def offered(kind: Kind, as_of: datetime) -> list[Period]:
    """The periods of a kind, the one that is running first."""
    today = last_day(as_of)
    count = _OFFERED[kind.period_type]
    if kind.period_type == "week":
        return [week_of(today - timedelta(days=7 * back)) for back in range(count)]
    months = _MONTHS[kind.period_type]
    return [_back(kind.period_type, today, months * back) for back in range(count)]


def has_ended(period: Period, as_of: datetime) -> bool:
    """Whether the data cut lies behind the period."""
    return period.end < as_of.date()


def newest_ended(periods: list[Period], as_of: datetime) -> Period:
    """What a report is about unless told; the running period where none has ended."""
    return next((period for period in periods if has_ended(period, as_of)), periods[0])


def told_period(kind: Kind, code: str | None) -> Period | None:
    """The period of the address; None when it says none, or one of another kind."""
    try:
        period = parse_period(code or "")
    except (PeriodError, OverflowError):
        return None
    return period if period.kind == kind.period_type else None


def _back(kind: str, today: date, months: int) -> Period:
    """The period of a kind that holds the day so many months ago."""
    count = today.year * 12 + today.month - 1 - months
    year, month = count // 12, count % 12 + 1
    code = {
        "month": f"{year}-{month:02d}",
        "quarter": f"{year}-Q{(month + 2) // 3}",
        "half": f"{year}-H{(month + 5) // 6}",
        "year": f"{year}",
    }
    return parse_period(code[kind])
