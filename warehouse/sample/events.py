"""What happens in the grids: where, what, when and who reports it."""

from __future__ import annotations

from dataclasses import fields

import numpy as np

from warehouse.sample.city import City
from warehouse.sample.draws import Numbers, Random, Whole, pick, pick_by_row
from warehouse.sample.geography import points_inside
from warehouse.sample.reports import Events
from warehouse.sample.rhythm import HOUR_ROWS, day_weights, month_of, times_of_day
from warehouse.sample.today import todays
from warehouse.sample.worktime import DAY

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
#: What a grid with a quota likes to report, in per cent.
CHASED = {
    "HJ0101": 21,
    "HJ0201": 14,
    "AQ0101": 13,
    "FW0101": 11,
    "HJ0301": 10,
    "AQ0102": 9,
    "HJ0202": 8,
    "XX0101": 8,
    "FW0202": 6,
}
STORM_FACTOR = 2.5
HOTSPOTS_PER_GRID = 60
MANY_GRIDS = 10


def draw_events(city: City) -> Events:
    """All events up to the horizon."""
    parts = [_everyday(city), _chased(city), _storms(city), *todays(city)]
    united = Events(
        *(np.concatenate([getattr(part, field.name) for part in parts]) for field in fields(Events))
    )
    return united.ordered(city.horizon)


def _everyday(city: City) -> Events:
    """Negative binomial counts per grid and day; the grids differ a lot."""
    rates = city.profile.events
    random = city.random("events")
    days = city.days
    grids = len(city.grid_codes)
    usual = _liveliness(city, random)
    # The quota of the chasers is part of the mean, not on top of it.
    usual *= (1 - _chased_part(city)) * rates.per_grid_week / 7 / usual.mean()
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


def _liveliness(city: City, random: Random) -> Numbers:
    """How much happens in a grid against an average one: half of it is its neighbourhood."""
    spread = city.profile.events.grid_spread
    built_up = np.log(city.residents / city.geography.grid_km2)
    built_up = (built_up - built_up.mean()) / built_up.std()
    community = random.standard_normal(len(city.community_codes))
    own = random.standard_normal(len(city.grid_codes))
    neighbourhood = 0.5 * community[city.geography.grid_community] + 0.45 * built_up
    lively = np.exp(spread * (neighbourhood + 0.74 * own))
    return np.asarray(lively * city.per_street("activity")[city.grid_street])


def _chasers(city: City) -> Whole:
    """Grids that report two items a day whatever happens; every street has its share of them."""
    random = city.random("chasers")
    chosen = [np.empty(0, dtype=np.int64)]
    for street in range(len(city.street_codes)):
        own = np.flatnonzero(city.grid_street == street)
        count = round(len(own) * city.profile.events.chaser_share)
        # One of a handful of grids would be far more than the share.
        count = max(count, 1 if len(own) >= MANY_GRIDS else 0)
        chosen.append(np.sort(random.choice(own, count, replace=False)))
    return np.concatenate(chosen).astype(np.int64)


def _chased_part(city: City) -> float:
    """Share of all events that comes from quotas."""
    rates = city.profile.events
    per_week = rates.chaser_per_day * 7 * len(_chasers(city))
    return per_week / (rates.per_grid_week * len(city.grid_codes))


def _chased_share(city: City) -> Numbers:
    """Share of each matter in what quotas bring."""
    return np.array([CHASED.get(code, 0) / 100 for code in city.matters.codes])


def _chased(city: City) -> Events:
    random = city.random("chased")
    days = city.days
    chasers = _chasers(city)
    counts = random.poisson(city.profile.events.chaser_per_day, (len(chasers), len(days)))
    grid = np.repeat(chasers, counts.sum(axis=1))
    day = np.tile(days, len(chasers)).repeat(counts.ravel())
    matter = pick(random, _chased_share(city), len(grid))
    source = np.zeros(len(grid), dtype=np.int64)
    at = day * DAY + times_of_day(random, np.full(len(grid), HOUR_ROWS["worker"]))
    valid = random.random(len(grid)) < city.profile.events.chaser_valid_share
    none = np.zeros(len(grid), dtype=np.int64)
    return Events(grid, matter, source, at, none == 0, valid, none)


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


def _matters_of(city: City, random: Random, grid: Whole, day: Whole) -> Whole:
    """A matter for each event, by season and by the taste of its street."""
    # The mix of the list holds for all events, so what the quotas bring is taken off here.
    share = city.matters.share / city.matters.share.sum()
    rest = np.maximum(share - _chased_part(city) * _chased_share(city), 0.1 * share)
    by_month = city.matters.by_month() * (rest / share)
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
    none = np.zeros(len(grid), dtype=np.int64)
    return Events(grid, matter, source, at, none > 0, valid, none)


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
