"""Office time: how much of it lies before a moment, and when a given amount is used up.

Moments are whole seconds since 1970 of the site's wall clock (no time zone); arrays throughout.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

import numpy as np
import numpy.typing as npt

from warehouse.settings import TRANSFORM_DIR

Seconds = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

DAY = 86_400
HOUR = 3_600
#: No moment: shows as NaT in numpy and as null in Polars.
NEVER = np.iinfo(np.int64).min
MORNING = (9 * HOUR, 12 * HOUR)
AFTERNOON = (13 * HOUR + 1_800, 17 * HOUR + 1_800)
OFFICE_DAY = (MORNING[1] - MORNING[0]) + (AFTERNOON[1] - AFTERNOON[0])
EXCEPTIONS = TRANSFORM_DIR / "seeds" / "calendar_exceptions.csv"


def seconds(moment: datetime) -> int:
    """A naive moment as whole seconds since 1970."""
    return int((moment - datetime(1970, 1, 1)).total_seconds())


def moments(values: Seconds) -> npt.NDArray[np.datetime64]:
    """Seconds as datetime64[us]; `NEVER` becomes NaT."""
    return values.view("datetime64[s]").astype("datetime64[us]")


@dataclass(frozen=True)
class Calendar:
    """Which days are worked, with office time summed up from `first` on."""

    first: int
    is_workday: Flags
    before: Seconds

    @classmethod
    def between(cls, first: date, last: date, exceptions: Path = EXCEPTIONS) -> Calendar:
        """Mondays to Fridays, corrected by the register of holidays and adjusted workdays."""
        span = (last - first).days + 1
        start = (first - date(1970, 1, 1)).days
        # 1970-01-01 was a Thursday.
        is_workday = (start + np.arange(span) + 3) % 7 < 5
        with exceptions.open(encoding="utf-8", newline="") as rows:
            for row in csv.DictReader(rows):
                offset = (date.fromisoformat(row["date"]) - first).days
                if 0 <= offset < span:
                    is_workday[offset] = row["is_workday"].lower() in {"1", "true"}
        before = np.concatenate([[0], np.cumsum(is_workday * OFFICE_DAY)]).astype(np.int64)
        return cls(start, is_workday, before)

    def elapsed(self, at: Seconds) -> Seconds:
        """Office seconds from the calendar's first day up to each moment."""
        day, second = np.divmod(at, DAY)
        day = np.clip(day - self.first, 0, len(self.is_workday) - 1)
        worked = np.clip(second, *MORNING) - MORNING[0] + np.clip(second, *AFTERNOON) - AFTERNOON[0]
        elapsed: Seconds = self.before[day] + self.is_workday[day] * worked
        return elapsed

    def moment(self, used: Seconds) -> Seconds:
        """The first moment at which that many office seconds have passed."""
        day = np.clip(np.searchsorted(self.before, used, "left") - 1, 0, len(self.is_workday) - 1)
        rest = used - self.before[day]
        morning = MORNING[1] - MORNING[0]
        second = np.where(rest <= morning, MORNING[0] + rest, AFTERNOON[0] + rest - morning)
        return (day + self.first) * DAY + second

    def add(self, at: Seconds, duration: Seconds, in_office: Flags) -> Seconds:
        """Each moment plus a duration on the office clock where flagged, else on the wall clock."""
        return np.where(in_office, self.moment(self.elapsed(at) + duration), at + duration)

    def is_working(self, days: Seconds) -> Flags:
        """Whether each day (days since 1970) is worked."""
        return self.is_workday[np.clip(days - self.first, 0, len(self.is_workday) - 1)]


def history_start(until: datetime, months: int) -> datetime:
    """The first day of the month `months` before the month of `until`, at midnight.

    A history thus begins with a whole month.
    """
    index = until.year * 12 + until.month - 1 - months
    return datetime(index // 12, index % 12 + 1, 1)


def calendar_for(start: datetime, until: datetime) -> Calendar:
    """A calendar that reaches far enough past `until` for every deadline."""
    return Calendar.between(
        (start - timedelta(days=400)).date(), (until + timedelta(days=800)).date()
    )
