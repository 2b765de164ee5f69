"""What the wall should find today: clusters, and single items that are overdue or nearly so.

Today is the day of the founding; while the place goes on living, every third day is one again.
"""

from __future__ import annotations

import numpy as np

from warehouse.sample.city import City
from warehouse.sample.draws import pick
from warehouse.sample.reports import Events
from warehouse.sample.worktime import DAY, HOUR, Seconds

#: A place that goes on has such a day again after so many.
AGAIN = 3


def todays(city: City) -> list[Events]:
    """The events of this module; a small place may lack the communities for them."""
    parts = [*_clusters(city, city.founded, ""), *_held(city, city.founded, "")]
    for day in range(AGAIN, (city.horizon - city.founded) // DAY, AGAIN):
        moment = city.founded + day * DAY
        parts += [*_clusters(city, moment, f" {day}"), *_held(city, moment, f" {day}")]
    return [part for part in parts if len(part)]


def _clusters(city: City, today: int, which: str) -> list[Events]:
    random = city.random(f"clusters{which}")
    parts = []
    for street, name, code, count, hours in city.profile.today.clusters:
        community = city.community(street, name)
        if community is None:
            continue
        own = np.flatnonzero(city.geography.grid_community == community)
        # Most in the last hours, thinning out backwards.
        back = (hours * HOUR * random.random(count) ** 1.8).astype(np.int64)
        none = np.zeros(count, dtype=np.int64)
        parts.append(
            Events(
                grid=own[pick(random, 0.55 ** np.arange(len(own)), count)],
                matter=none + city.matters.index(code),
                source=pick(random, (30, 35, 35), count),
                reported=_by_day(today - 600 - back),
                is_chased=none > 0,
                is_valid=none == 0,
                held=none,
            )
        )
    return parts


def _by_day(at: Seconds) -> Seconds:
    """Moments of the night moved to the afternoon and evening before."""
    return np.where(at % DAY < 7 * HOUR, at - 9 * HOUR, at)


def _held(city: City, today: int, which: str) -> list[Events]:
    random = city.random(f"held{which}")
    found = city.profile.today
    parts = []
    for street, name, code, hours in (*found.stuck, *found.nearly_due):
        community = city.community(street, name)
        if community is None:
            continue
        own = np.flatnonzero(city.geography.grid_community == community)
        yes = np.ones(1, dtype=bool)
        parts.append(
            Events(
                grid=own[random.integers(0, len(own), 1)],
                matter=np.array([city.matters.index(code)]),
                source=np.array([1]),
                reported=np.array([today - int(hours * HOUR)]),
                is_chased=~yes,
                is_valid=yes,
                held=today + random.integers(HOUR, DAY, 1),
            )
        )
    return parts
