"""Which period a report is about, and which were due when."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from warehouse.periods import Period, period_of


def before(period: Period) -> Period:
    """The period of the same kind that ends where this one begins."""
    return period_of(period.kind, period.start - timedelta(days=1))


def over_at(period: Period) -> datetime:
    """The first moment after a period."""
    return datetime.combine(period.end, time()) + timedelta(days=1)


def newest_ended(period_type: str, moment: datetime) -> Period:
    """The last period that is over at a moment; at midnight it has just ended."""
    return before(period_of(period_type, moment.date()))


def due_at(period: Period, day: int, at: time) -> datetime:
    """When the report of a period is due.

    Args:
        period: Which one.
        day: 1 is the day after its last: of a week the Monday, of a month the first.
        at: On the site's clock.
    """
    return datetime.combine(period.end + timedelta(days=day), at)


def due_periods(period_type: str, day: int, at: time, *, now: datetime, count: int) -> list[Period]:
    """The last so many periods that were due by now, the oldest first."""
    period = newest_ended(period_type, now)
    while due_at(period, day, at) > now:
        period = before(period)
    found = [period]
    while len(found) < count:
        found.append(before(found[-1]))
    return found[::-1]
