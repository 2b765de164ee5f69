"""What happens in the grids: where, what, when and who reports it."""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np

from warehouse.sample.city import City
from warehouse.sample.draws import Numbers, Random, Whole, pick, pick_by_row
from warehouse.sample.geography import points_inside
from warehouse.sample.rhythm import HOUR_ROWS, day_weights, month_of, times_of_day
from warehouse.sample.worktime import DAY, HOUR, Flags, Seconds

SOURCES = ("worker", "citizen", "hotline", "video", "department", "inspection")
TERMINALS = ("网格员App", "居民小程序", "12345热线", "视频识别", "部门推送", "督查终端")
SOURCE_HOURS = ("worker", "citizen", "citizen", "always", "office", "office")
#: Who reports what, by class: the rows add up to 100.
SOURCE_TABLE = {
    "市容环境": (74, 7, 6, 8, 1, 4),
    "公共设施": (70, 10, 11, 3, 3, 3),
    "安全隐患": (82, 5, 4, 1, 3, 5),
    "矛盾纠纷": (66, 15, 13, 0, 5, 1),
    "便民服务": (76, 13, 10, 0, 1, 0),
    "治安": (68, 12, 9, 5, 5, 1),
    "信息采集": (94, 3, 0, 0, 3, 0),
    "其他": (62, 17, 13, 2, 3, 3),
}
#: Matters of low weight that a grid with a quota likes to report.
CHASED = ("HJ0101", "HJ0301", "HJ0202", "XX0101", "FW0202", "HJ0303")
STORM_FACTOR = 2.5
HOTSPOTS_PER_GRID = 60
#: Today's clusters: street, community, matter, how many in the last days, hours back.
CLUSTERS = (
    ("云溪街道", "中兴", "JF0201", 19, 46),
    ("明月湖街道", "文昌", "HJ0302", 15, 30),
    ("双桥街道", "江山", "HJ0401", 12, 40),
)


@dataclass(frozen=True)
class Events:
    """Events ordered by the moment of the report; arrays of one length.

    Attributes:
        matter: Index in the list of matters.
        grid: Index of the grid.
        source: Index in `SOURCES`.
        is_chased: Reported by a grid that fills a quota.
        is_valid: Judged a valid report.
    """

    grid: Whole
    matter: Whole
    source: Whole
    reported: Seconds
    is_chased: Flags
    is_valid: Flags

    def __len__(self) -> int:
        return len(self.grid)

    def ordered(self, until: int) -> Events:
        """The events up to a moment, by time."""
        order = np.argsort(self.reported, kind="stable")
        order = order[self.reported[order] <= until]
        return Events(*(getattr(self, field.name)[order] for field in fields(self)))


def draw_events(city: City) -> Events:
    """All events of the history."""
    parts = [_everyday(city), _chased(city), _storms(city), _clusters(city)]
    united = Events(
        *(np.concatenate([getattr(part, field.name) for part in parts]) for field in fields(Events))
    )
    return united.ordered(city.until)


def _everyday(city: City) -> Events:
    """Negative binomial counts per grid and day; the grids differ a lot."""
    rates = city.profile.events
    random = city.random("events")
    days = city.days
    grids = len(city.grid_codes)
    chasers = _chasers(city)
    usual = np.exp(rates.grid_spread * random.standard_normal(grids))
    usual *= city.per_street("activity")[city.grid_street]
    # The quota of the chasers is part of the mean, not on top of it.
    chased = rates.chaser_per_day * 7 * len(chasers) / grids
    usual *= (rates.per_grid_week - chased) / 7 / usual.mean()
    weights = day_weights(days, city.calendar)
    weights /= weights.mean()
    week = (days + 3) // 7
    week -= week[0]
    weeks = int(week[-1]) + 1
    shape = 1 / rates.week_spread**2
    noise = random.gamma(shape, 1 / shape, (grids, weeks))
    noise *= np.exp(0.08 * random.standard_normal((len(city.street_codes), weeks)))[
        city.grid_street
    ]
    noise *= np.exp(0.03 * random.standard_normal(weeks))
    counts = random.poisson(usual[:, None] * noise[:, week] * weights)
    grid = np.repeat(np.arange(grids), counts.sum(axis=1))
    day = np.concatenate([np.repeat(days, row) for row in counts])
    return _told(city, random, grid, day, _matters_of(city, random, grid, day))


def _chasers(city: City) -> Whole:
    """Grids that report two items a day whatever happens."""
    grids = len(city.grid_codes)
    count = max(1, round(grids * city.profile.events.chaser_share))
    return np.sort(city.random("chasers").choice(grids, count, replace=False)).astype(np.int64)


def _chased(city: City) -> Events:
    random = city.random("chased")
    days = city.days
    chasers = _chasers(city)
    counts = random.poisson(city.profile.events.chaser_per_day, (len(chasers), len(days)))
    grid = np.repeat(chasers, counts.sum(axis=1))
    day = np.concatenate([np.repeat(days, row) for row in counts])
    choice = np.array([city.matters.index(code) for code in CHASED])
    matter = choice[pick(random, (30, 22, 16, 14, 10, 8), len(grid))]
    source = np.zeros(len(grid), dtype=np.int64)
    at = day * DAY + times_of_day(random, np.full(len(grid), HOUR_ROWS["worker"]))
    valid = random.random(len(grid)) < city.profile.events.chaser_valid_share
    return Events(grid, matter, source, at, np.ones(len(grid), dtype=bool), valid)


def _storms(city: City) -> Events:
    """Bursts of water, wind and broken lids on a few days."""
    random = city.random("storms")
    rates = city.profile.events
    count = max(1, round(rates.storms * city.years / 2))
    weight = np.where(np.isin(month_of(city.days), (5, 6, 7, 8)), 6.0, 1.0)
    days = np.sort(random.choice(city.days, count, replace=False, p=weight / weight.sum()))
    per_day = rates.per_grid_week / 7 * len(city.grid_codes) * (STORM_FACTOR - 1)
    counts = random.poisson(per_day * random.gamma(4, 0.25, count))
    day = np.repeat(days, counts)
    wet = city.matters.in_season("storm")
    matter = wet[pick(random, city.matters.share[wet], len(day))]
    grid = pick(random, city.geography.grid_km2**0.5, len(day))
    return _told(city, random, grid, day, matter)


def _clusters(city: City) -> Events:
    """What the alerts should find today: one matter again and again in one community."""
    random = city.random("clusters")
    parts: list[tuple[Whole, Whole, Seconds]] = []
    for street, name, code, count, hours in CLUSTERS:
        community = city.community(street, name)
        if community is None:
            continue
        own = np.flatnonzero(city.geography.grid_community == community)
        # Most in the last hours, thinning out backwards.
        back = np.sort(hours * HOUR * random.random(count) ** 1.8)
        grid = own[pick(random, 0.55 ** np.arange(len(own)), count)]
        matter = np.full(count, city.matters.index(code))
        parts.append((grid, matter, city.until - 600 - back.astype(np.int64)))
    if not parts:
        nothing = np.zeros(0, dtype=np.int64)
        return Events(nothing, nothing, nothing, nothing, nothing > 0, nothing > 0)
    grid, matter, at = (np.concatenate(column) for column in zip(*parts, strict=True))
    source = pick(random, (30, 35, 35), len(grid))
    yes = np.ones(len(grid), dtype=bool)
    return Events(grid, matter, source, at, ~yes, yes)


def _matters_of(city: City, random: Random, grid: Whole, day: Whole) -> Whole:
    """A matter for each event, by season and by the taste of its street."""
    by_month = city.matters.by_month()
    streets = len(city.street_codes)
    classes = sorted(set(city.matters.class_names))
    taste = random.dirichlet(np.full(len(classes), 60.0), streets) * len(classes)
    column = np.array([classes.index(name) for name in city.matters.class_names])
    own = random.lognormal(0, 0.15, (streets, len(column)))
    table = (by_month[None, :, :] * (taste[:, column] * own)[:, None, :]).reshape(streets * 12, -1)
    return pick_by_row(random, table, city.grid_street[grid] * 12 + month_of(day))


def _told(city: City, random: Random, grid: Whole, day: Whole, matter: Whole) -> Events:
    """Adds who reports it and at which time of the day."""
    table = np.array([SOURCE_TABLE[name] for name in city.matters.class_names], dtype=float)
    source = pick_by_row(random, table, matter)
    hours = np.array([HOUR_ROWS[name] for name in SOURCE_HOURS])[source]
    at_night = np.isin(matter, city.matters.in_season("night"))
    hours[at_night & (source > 0)] = HOUR_ROWS["night"]
    at = day * DAY + times_of_day(random, hours)
    valid = random.random(len(grid)) < city.profile.events.valid_share
    return Events(grid, matter, source, at, np.zeros(len(grid), dtype=bool), valid)


def hotspots(city: City, random: Random, events: Events) -> Numbers:
    """Longitude and latitude per event: a few dozen places per grid, some of them every week."""
    grids = len(city.grid_codes)
    places = points_inside(
        random, city.geography.grids, np.repeat(np.arange(grids), HOTSPOTS_PER_GRID)
    )
    favour = (np.arange(HOTSPOTS_PER_GRID) + 1.0) ** -0.7
    place = events.grid * HOTSPOTS_PER_GRID + pick(random, favour, len(events))
    points: Numbers = places[place]
    points[random.random(len(events)) < city.profile.events.no_coordinates] = np.nan
    return points
