"""What the wall should find today: clusters, and single items that are overdue or nearly so."""

from __future__ import annotations

import numpy as np

from warehouse.sample.city import City
from warehouse.sample.draws import pick
from warehouse.sample.reports import Events
from warehouse.sample.worktime import DAY, HOUR, Seconds


def todays(city: City) -> list[Events]:
    """The events of this module; a small place may lack the communities for them."""
    parts = [*_clusters(city), *_held(city)]
    return [part for part in parts if len(part)]


def _clusters(city: City) -> list[Events]:
    random = city.random("clusters")
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
                reported=_by_day(city.until - 600 - back),
                is_chased=none > 0,
                is_valid=none == 0,
                held=none,
            )
        )
    return parts


def _by_day(at: Seconds) -> Seconds:
    """Moments of the night moved to the afternoon and evening before."""
    return np.where(at % DAY < 7 * HOUR, at - 9 * HOUR, at)


def _held(city: City) -> list[Events]:
    random = city.random("held")
    today = city.profile.today
    parts = []
    for street, name, code, hours in (*today.stuck, *today.nearly_due):
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
                reported=np.array([city.until - int(hours * HOUR)]),
                is_chased=~yes,
                is_valid=yes,
                held=city.until + random.integers(HOUR, DAY, 1),
            )
        )
    return parts
