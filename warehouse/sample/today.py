"""What the wall should find today: clusters, and single items that are overdue or nearly so."""

from __future__ import annotations

import numpy as np

from warehouse.sample.city import City
from warehouse.sample.draws import pick
from warehouse.sample.reports import Events
from warehouse.sample.worktime import DAY, HOUR, Seconds

#: Street, community, matter, how many in the last days, over how many hours.
CLUSTERS = (
    ("云溪街道", "中兴", "JF0201", 19, 46),
    ("明月湖街道", "文昌", "HJ0302", 21, 30),
    ("双桥街道", "红旗", "HJ0401", 14, 40),
)
#: Street, community, matter, reported how many hours ago: still open, past the deadline.
STUCK = (
    ("云溪街道", "青禾", "AQ0301", 5.2 * 24),
    ("云溪街道", "幸福里", "SS0201", 7.1 * 24),
    ("云溪街道", "乐山", "AQ0302", 10.4 * 24),
    ("双桥街道", "江山", "HJ0401", 4.3 * 24),
    ("兴业街道", "奥体", "SS0101", 8.2 * 24),
)
#: The same, but with an hour or three left (urgent matters, whose clock runs on weekends too).
NEARLY_DUE = (
    ("明月湖街道", "茶岭", "AQ0201", 26.1),
    ("南园街道", "康乐", "SS0301", 24.9),
    ("兴业街道", "莲花", "SS0102", 13.4),
    ("云溪街道", "桂花园", "FW0301", 8.6),
    ("双桥街道", "清河", "AQ0401", 6.3),
)


def todays(city: City) -> list[Events]:
    """The events of this module; a small place may lack the communities for them."""
    parts = [*_clusters(city), *_held(city)]
    return [part for part in parts if len(part)]


def _clusters(city: City) -> list[Events]:
    random = city.random("clusters")
    parts = []
    for street, name, code, count, hours in CLUSTERS:
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
    parts = []
    for street, name, code, hours in (*STUCK, *NEARLY_DUE):
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
