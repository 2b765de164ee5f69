"""The working clock: it runs in office hours of working days only (legal holidays and 调休).

Built from the calendar's list of exceptions, not from the warehouse's table of days. Readings
are whole microseconds since the clock's first day.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path

import numpy as np
import numpy.typing as npt
import polars as pl

from warehouse.settings import TRANSFORM_DIR

EXCEPTIONS = TRANSFORM_DIR / "seeds" / "calendar_exceptions.csv"
_FIRST, _LAST = date(1900, 1, 1), date(2100, 12, 31)
_DAY = 86_400_000_000
_MINUTE = 60_000_000
Whole = npt.NDArray[np.int64]


class Clock:
    """Office hours on a calendar.

    Args:
        office_hours: Such as `["09:00-12:00", "13:30-17:30"]`, in order and apart.
        exceptions: Days that are not what their weekday says -> whether people work.
    """

    def __init__(self, office_hours: Sequence[str], exceptions: Mapping[date, bool]) -> None:
        hours = [[_minutes(end) * _MINUTE for end in span.split("-")] for span in office_hours]
        self._opens = np.array([opens for opens, _ in hours], dtype=np.int64)
        self._closes = np.array([closes for _, closes in hours], dtype=np.int64)
        self._exceptions = exceptions

    @property
    def office_day(self) -> int:
        """Length of one working day, in microseconds."""
        return int((self._closes - self._opens).sum())

    @cached_property
    def _after(self) -> Whole:
        """Reading at the end of every day."""
        days = (_FIRST + timedelta(days=n) for n in range((_LAST - _FIRST).days + 1))
        works = [self._exceptions.get(day, day.weekday() < 5) for day in days]
        return np.cumsum(np.array(works, dtype=np.int64) * self.office_day)

    def read(self, moments: pl.Series) -> pl.Series:
        """Reading of the clock at each moment; null where there is none."""
        return _where_known(moments, self._read).rename("reading")

    def reach(self, readings: pl.Series) -> pl.Series:
        """The first moment at which the clock shows each reading."""
        return _where_known(readings, self._reach).cast(pl.Datetime("us")).rename("moment")

    def _read(self, moments: Whole) -> Whole:
        since = moments - _epoch_of(_FIRST)
        day, time = since // _DAY, since % _DAY
        before = np.where(day > 0, self._after[np.maximum(day - 1, 0)], 0)
        works = self._after[day] > before
        inside = np.clip(time[:, None], self._opens, self._closes) - self._opens
        return before + np.where(works, inside.sum(axis=1), 0)

    def _reach(self, readings: Whole) -> Whole:
        day = np.searchsorted(self._after, readings, side="left")
        left = readings - np.where(day > 0, self._after[np.maximum(day - 1, 0)], 0)
        lengths = self._closes - self._opens
        used = np.concatenate([[0], np.cumsum(lengths)])
        span = np.searchsorted(used[1:], left, side="left")
        inside: Whole = self._opens[span] + left - used[span]
        return inside + day * _DAY + _epoch_of(_FIRST)


def read_exceptions(path: Path = EXCEPTIONS) -> dict[date, bool]:
    """Holidays (false) and working weekends (true) of the calendar's list."""
    with path.open(encoding="utf-8") as file:
        return {
            date.fromisoformat(row["date"]): row["is_workday"] == "1"
            for row in csv.DictReader(file)
        }


def _where_known(series: pl.Series, work: Callable[[Whole], Whole]) -> pl.Series:
    known = series.is_not_null()
    numbers = series.cast(pl.Int64).fill_null(_epoch_of(date(2000, 1, 3))).to_numpy()
    worked = pl.Series(work(numbers), dtype=pl.Int64)
    return pl.select(pl.when(known).then(worked)).to_series()


def _epoch_of(day: date) -> int:
    return (day - date(1970, 1, 1)).days * _DAY


def _minutes(text: str) -> int:
    hours, _, minutes = text.strip().partition(":")
    return int(hours) * 60 + int(minutes)
