"""The periods that are compared: a week, what contains it, and the windows that end in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from warehouse.periods import Period, parse_period
from warehouse.verify.cut import Cut

#: How many windows back from the cut are kept, and how many days each is long.
_WINDOWS = {"last24h": (1, 60), "last7d": (7, 57)}
#: A community's days are kept this long.
_DAYS_OF_COMMUNITIES = timedelta(days=100)
_STREET, _COMMUNITY, _GRID = 3, 4, 5


@dataclass(frozen=True)
class Span:
    """One period, half-open.

    Attributes:
        kind: The `period_type` of the warehouse.
        name: Its `period_start`: the first day, of a trailing window the day on which it ends.
        begins: Its first moment.
        ends: The first moment after it, or the cut while it is running.
        finest: Rank of the finest level that has values for it.
    """

    kind: str
    name: date
    begins: datetime
    ends: datetime
    finest: int

    @property
    def letter(self) -> str:
        """How the catalogue writes it; windows go with the weeks, half years with the quarters."""
        if self.kind in _WINDOWS:
            return "W"
        return "Q" if self.kind == "half" else self.kind[0].upper()


def spans_of(weeks: Iterable[Period], cut: Cut) -> list[Span]:
    """All that is compared for weeks: they, days, months, quarters, halves, years, windows."""
    weeks = list(weeks)
    days = [week.start + timedelta(days=n) for week in weeks for n in range(7)]
    days = [day for day in days if day <= cut.last_day]
    texts = {
        *(f"{day}" for day in days),
        *(f"{day:%Y-%m}" for day in days),
        *(f"{day:%Y}-Q{(day.month + 2) // 3}" for day in days),
        *(f"{day:%Y}-H{(day.month + 5) // 6}" for day in days),
        *(f"{day:%Y}" for day in days),
    }
    calendar = [*weeks, *(parse_period(text) for text in sorted(texts))]
    return [_calendar(period, cut) for period in calendar] + _windows(days, cut)


def _calendar(period: Period, cut: Cut) -> Span:
    begins = datetime.combine(period.start, time())
    ends = datetime.combine(period.end, time()) + timedelta(days=1)
    if period.kind == "half":
        finest = _COMMUNITY
    elif period.kind != "day":
        finest = _GRID
    else:
        finest = _COMMUNITY if ends >= cut.as_of - _DAYS_OF_COMMUNITIES else _STREET
    return Span(period.kind, period.start, begins, min(ends, cut.as_of), finest)


def _windows(days: list[date], cut: Cut) -> list[Span]:
    found = []
    for kind, (length, kept) in _WINDOWS.items():
        for day in days:
            back = cut.last_day - day
            if back.days < kept:
                ends = cut.as_of - back
                begins = ends - timedelta(days=length)
                found.append(Span(kind, day, begins, ends, _COMMUNITY))
    return found
