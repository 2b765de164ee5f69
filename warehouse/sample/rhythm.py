"""When things happen: the weight of a day and of an hour."""

from __future__ import annotations

from datetime import date

import numpy as np

from warehouse.sample.draws import Numbers, Random, Whole, pick_by_row
from warehouse.sample.worktime import DAY, HOUR, Calendar, Seconds

EPOCH = date(1970, 1, 1)
#: First day of the lunar year.
NEW_YEARS = (
    date(2023, 1, 22),
    date(2024, 2, 10),
    date(2025, 1, 29),
    date(2026, 2, 17),
    date(2027, 2, 6),
    date(2028, 1, 26),
    date(2029, 2, 13),
    date(2030, 2, 3),
)
WEEKDAYS = np.array([1.15, 1.08, 1.08, 1.08, 1.0, 0.65, 0.55])
#: A holiday in the week, and a weekend day that is worked (调休).
HOLIDAY = 0.55
MAKEUP = 0.98
SUMMER = 1.1
#: Growth of the volume per year.
GROWTH = 1.03

#: Weight of each hour of the day. Workers patrol twice; citizens call late in the morning, in
#: the afternoon and after supper; noise is heard at night.
HOURS = {
    "worker": "0 0 0 0 0 0 .3 1.5 5 11 10 5 1.5 2 6 11 9 5 2 1 .6 .3 .1 0",
    "citizen": ".4 .2 .1 .1 .1 .2 .8 2 4 6 8 6 3 3.5 7 6 5 4.5 4.5 6 6.5 5 2.5 1",
    "office": "0 0 0 0 0 0 0 .3 3 10 10 7 1 3 9 9 8 4 .8 .3 .1 0 0 0",
    "always": "2 1.5 1 1 1 1.5 3 6 7 6 5 5 4 4 5 5 6 7 6 5 4 4 3 2.5",
    "night": "4 2 1 .5 .3 .8 2 1.5 1.5 2 2 1.5 1.5 1.5 1.5 1.5 1.5 2 2.5 4 6 8 9 8",
}
HOUR_ROWS = {name: row for row, name in enumerate(HOURS)}
_HOUR_TABLE = np.array([[float(weight) for weight in row.split()] for row in HOURS.values()])


def hour_shares(hours: str) -> Numbers:
    """What part of a day's volume falls into each of its 24 hours, for one row of `HOURS`."""
    row = _HOUR_TABLE[HOUR_ROWS[hours]]
    return np.asarray(row / row.sum())


def month_of(days: Whole) -> Whole:
    """Month of the year, 0 = January, of days since 1970."""
    return days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64) % 12


def day_weights(days: Whole, calendar: Calendar) -> Numbers:
    """Volume of each day against an average one."""
    weekday = (days + 3) % 7
    weight = WEEKDAYS[weekday].copy()
    worked = calendar.is_working(days)
    weight[(weekday < 5) & ~worked] = HOLIDAY
    weight[(weekday >= 5) & worked] = MAKEUP
    weight[np.isin(month_of(days), (5, 6, 7))] *= SUMMER
    for new_year in NEW_YEARS:
        since = days - (new_year - EPOCH).days
        weight[(since >= -1) & (since <= 6)] *= 0.75
        weight[(since >= 8) & (since <= 19)] *= 1.3
    return np.asarray(weight * GROWTH ** ((days - days[-1]) / 365.0))


def times_of_day(random: Random, rows: Whole) -> Seconds:
    """A second of the day for each entry of `rows`, which names rows of `HOURS`."""
    hour = pick_by_row(random, _HOUR_TABLE, rows)
    return np.asarray(hour * HOUR + (random.random(len(rows)) * HOUR).astype(np.int64))


def moments_between(
    random: Random, days: Whole, weights: Numbers, size: int, hours: str
) -> Seconds:
    """Sorted moments on days drawn by weight, at the hours of one row of `HOURS`."""
    sums = np.cumsum(weights)
    day = days[np.searchsorted(sums / sums[-1], random.random(size), "right")]
    at = day * DAY + times_of_day(random, np.full(size, HOUR_ROWS[hours]))
    return np.sort(at)
