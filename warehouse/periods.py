"""How people write a period: `2026`, `2026-H2`, `2026-Q4`, `2026-11`, `2026-W46`, `2026-11-16`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

_YEAR = re.compile(r"(\d{4})")
_HALF = re.compile(r"(\d{4})-?H([12])", re.IGNORECASE)
_QUARTER = re.compile(r"(\d{4})-?Q([1-4])", re.IGNORECASE)
_MONTH = re.compile(r"(\d{4})-(\d{1,2})")
_WEEK = re.compile(r"(\d{4})-?W(\d{1,2})", re.IGNORECASE)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_END_OF_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ]24:00(?::00)?)?")


class PeriodError(ValueError):
    """The text names no period, or one that does not exist."""


@dataclass(frozen=True)
class Period:
    """A calendar period of the warehouse.

    Attributes:
        kind: `day`, `week` (ISO, from Monday), `month`, `quarter`, `half` (of a year) or
            `year`; the `period_type` of the warehouse.
        start: First day.
        end: Last day, included.
        label: The short form, such as `2026-W46`.
    """

    kind: str
    start: date
    end: date
    label: str

    @property
    def after(self) -> date:
        """The first day of the next one."""
        return self.end + timedelta(days=1)


def parse_period(text: str) -> Period:
    """Understand a period as people write it.

    Raises:
        PeriodError: With the forms that are understood.
    """
    text = text.strip()
    try:
        if found := _YEAR.fullmatch(text):
            return _months("year", date(int(found[1]), 1, 1), 12, found[1])
        if found := _HALF.fullmatch(text):
            year, half = int(found[1]), int(found[2])
            return _months("half", date(year, 6 * half - 5, 1), 6, f"{year}-H{half}")
        if found := _QUARTER.fullmatch(text):
            year, quarter = int(found[1]), int(found[2])
            start = date(year, 3 * quarter - 2, 1)
            return _months("quarter", start, 3, f"{year}-Q{quarter}")
        if found := _MONTH.fullmatch(text):
            start = date(int(found[1]), int(found[2]), 1)
            return _months("month", start, 1, f"{start:%Y-%m}")
        if found := _WEEK.fullmatch(text):
            return week_of(date.fromisocalendar(int(found[1]), int(found[2]), 1))
        if _DAY.fullmatch(text):
            day = date.fromisoformat(text)
            return Period("day", day, day, text)
    except ValueError as error:
        raise PeriodError(f"There is no period {text}: {error}") from None
    raise PeriodError(
        f"Cannot read the period {text!r}; "
        "write 2026, 2026-H2, 2026-Q4, 2026-11, 2026-W46 or 2026-11-16."
    )


def period_of(kind: str, day: date) -> Period:
    """The calendar period of a kind that holds a day.

    Args:
        kind: `day`, `week`, `month`, `quarter`, `half` or `year`.
        day: Any of its days.
    """
    if kind == "week":
        return week_of(day)
    if kind == "day":
        return Period("day", day, day, day.isoformat())
    months = {"month": 1, "quarter": 3, "half": 6, "year": 12}[kind]
    place = (day.month - 1) // months
    label = {
        "month": f"{day:%Y-%m}",
        "quarter": f"{day.year}-Q{place + 1}",
        "half": f"{day.year}-H{place + 1}",
        "year": f"{day.year}",
    }[kind]
    return _months(kind, date(day.year, months * place + 1, 1), months, label)


def week_of(day: date) -> Period:
    """The ISO week that holds a day."""
    year, week, weekday = day.isocalendar()
    start = day - timedelta(days=weekday - 1)
    return Period("week", start, start + timedelta(days=6), f"{year}-W{week:02d}")


def period_before(kind: str, start: date) -> Period:
    """The period of a kind that ends the day before another one begins."""
    return period_of(kind, start - timedelta(days=1))


def parse_moment(text: str) -> datetime:
    """A moment as `--as-of` takes it; a bare date, or `24:00`, is the end of that day.

    Raises:
        PeriodError: With the forms that are understood.
    """
    try:
        if found := _END_OF_DAY.fullmatch(text.strip()):
            return datetime.fromisoformat(found[1]) + timedelta(days=1)
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        raise PeriodError(
            f"Cannot read the moment {text!r}; write 2026-11-15 or 2026-11-15T09:30."
        ) from None
    if moment.tzinfo is not None:
        raise PeriodError(f"Leave the time zone out of {text!r}: it is the site's own clock.")
    return moment


def _months(kind: str, start: date, count: int, label: str) -> Period:
    last = start.month - 1 + count
    after = date(start.year + last // 12, last % 12 + 1, 1)
    return Period(kind, start, after - timedelta(days=1), label)
