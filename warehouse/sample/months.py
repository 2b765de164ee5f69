"""Calendar months of the history, for what is decided or reported once a month."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np

from warehouse.sample.city import City
from warehouse.sample.worktime import DAY


def month_starts(city: City) -> list[date]:
    """The first day of every month of the history, the running one last."""
    first = np.datetime64(city.start, "s").astype("datetime64[M]")
    last = np.datetime64(city.until, "s").astype("datetime64[M]")
    starts: list[date] = np.arange(first, last + 1).astype("datetime64[D]").tolist()
    return starts


def whole_months(city: City) -> list[date]:
    """The months that are over, by their first day."""
    return month_starts(city)[:-1]


def months_later(start: date, count: int) -> date:
    """The first day of the month that many months after the one of `start`."""
    months = start.year * 12 + start.month - 1 + count
    return date(months // 12, months % 12 + 1, 1)


def last_day(city: City) -> date:
    """The day of the data cut."""
    return date(1970, 1, 1) + timedelta(days=city.until // DAY)
