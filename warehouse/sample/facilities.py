"""The register of facilities: what streets and communities have, cameras, and firms."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import polars as pl

from warehouse.sample.city import City
from warehouse.sample.draws import Numbers, Random, Whole, lognormal
from warehouse.sample.geography import points_inside
from warehouse.sample.worktime import DAY, Flags

#: Kind -> the letters of its numbers, its name at a community, its name at a street.
WORDS = {
    "service_hall": ("FW", "便民服务站", "便民服务中心"),
    "community_service": ("ZH", "综合服务站", "综合服务中心"),
    "psych_room": ("XL", "心理咨询室", "心理服务站"),
    "incubator": ("FH", "社会组织活动室", "社会组织孵化基地"),
    "mediation_room": ("TJ", "人民调解室", "矛盾纠纷多元化解中心"),
    "police_station": ("JW", "社区警务室", "派出所"),
    "party_site": ("DQ", "党群服务站", "党群服务中心"),
    "delivery_site": ("JD", "寄递网点", "寄递网点"),
}
FIRST = (date(2016, 1, 1) - date(1970, 1, 1)).days


def facilities_frame(city: City) -> pl.DataFrame:
    """The feed `facilities` without cameras and firms: who has which room, hall or station."""
    random = city.random("facilities")
    parts = [_of_the_districts(city, random)]
    for kind, (streets, communities, villages) in city.profile.coverage.facilities.items():
        chance = np.where(city.is_village, villages, communities)
        parts.append(_sites(city, random, kind, "street", np.full(len(city.street_codes), streets)))
        parts.append(_sites(city, random, kind, "community", chance))
    return pl.concat(parts)


def cameras_frame(city: City) -> pl.DataFrame:
    """The cameras (视频探头) of the feed `facilities`, in their grids and with their position."""
    random = city.random("cameras")
    rates = city.profile.coverage
    grid = _spread(random, city, rates.cameras)
    frame = _scattered(city, random, grid, "camera", ("SP", "点位"))
    online = pl.Series(random.random(len(grid)) < rates.camera_online)
    return frame.with_columns(online=pl.when(pl.col("closed_on").is_null()).then(online))


def enterprises_frame(city: City) -> pl.DataFrame:
    """The firms (企业法人) of the feed `facilities`; names are numbers, nobody is meant."""
    random = city.random("enterprises")
    grid = _spread(random, city, city.profile.coverage.enterprises)
    return _scattered(city, random, grid, "enterprise", ("QY", "示例企业"))


def _of_the_districts(city: City, random: Random) -> pl.DataFrame:
    """One of each kind for every district; of several some have no site for organisations yet."""
    kinds = ["service_hall", "psych_room", "mediation_room", "party_site", "incubator"]
    names = {area.code: area.name for area in city.profile.above}
    names[city.profile.code] = city.profile.place
    parts = []
    for number, code in enumerate(city.district_codes):
        has_site = random.random() < city.profile.coverage.districts_with_incubator
        own = kinds if number == 0 or has_site else kinds[:-1]
        streets = city.streets_in(code)
        grid = np.resize(np.flatnonzero(np.isin(city.grid_street, streets)), len(own))
        parts.append(
            _frame(
                [f"{WORDS[kind][0]}0{number + 1:05d}" for kind in own],
                own,
                [code] * len(own),
                [f"{names[code]}{WORDS[kind][2]}" for kind in own],
                points=points_inside(random, city.geography.grids, grid),
                span=(np.full(len(own), FIRST + 700), np.full(len(own), np.nan)),
            )
        )
    return pl.concat(parts)


def _sites(city: City, random: Random, kind: str, level: str, chance: Numbers) -> pl.DataFrame:
    """Units of a level that have a site of a kind; a few closed it, most of these opened anew."""
    letters, at_community, at_street = WORDS[kind]
    is_street = level == "street"
    codes = np.array(city.street_codes if is_street else city.community_codes)
    streets = [street.name for street in city.profile.streets]
    names = np.array(streets if is_street else city.community_names)
    # One draw a unit, whatever its chance: a better rate adds sites and moves none.
    has = np.flatnonzero(random.random(len(codes)) < chance)
    home = city.grid_street if is_street else city.geography.grid_community
    grid = np.array([np.flatnonzero(home == unit)[0] for unit in has], dtype=np.int64)
    points = points_inside(random, city.geography.grids, grid)
    span = _span(random, city, len(has))
    order = 1 if is_street else 2
    first = _frame(
        [f"{letters}{order}{unit + 1:05d}" for unit in has],
        [kind] * len(has),
        codes[has].tolist(),
        [f"{name}{at_street if is_street else at_community}" for name in names[has].tolist()],
        points=points,
        span=span,
    )
    again = first.filter(pl.col("closed_on").is_not_null()).with_columns(
        facility_id=pl.col("facility_id") + "B",
        opened_on=pl.col("closed_on") + pl.duration(days=21),
        closed_on=pl.lit(None, pl.Date),
    )
    return pl.concat([first, again.filter(pl.col("opened_on") <= _last_day(city))])


def _spread(random: Random, city: City, count: int) -> Whole:
    """A grid for each of `count` things, by how many people live there."""
    weight = city.residents * lognormal(random, 1.0, 0.45, len(city.residents))
    drawn = random.choice(len(weight), count, p=weight / weight.sum())
    return np.sort(drawn).astype(np.int64)


def _scattered(
    city: City, random: Random, grid: Whole, kind: str, words: tuple[str, str]
) -> pl.DataFrame:
    """Things inside grids, one row each."""
    letters, word = words
    orders = range(1, len(grid) + 1)
    span = _span(random, city, len(grid))
    return _frame(
        [f"{letters}{order:06d}" for order in orders],
        [kind] * len(grid),
        np.array(city.grid_codes)[grid].tolist(),
        [f"{word}{order:04d}" for order in orders],
        points=points_inside(random, city.geography.grids, grid),
        span=span,
    )


def _span(random: Random, city: City, count: int) -> tuple[Whole, Numbers]:
    """First and last day, as days since 1970; NaN for what still stands."""
    last = city.until // DAY
    opened = FIRST + np.floor(random.random(count) ** 0.85 * (last - FIRST)).astype(np.int64)
    is_closed = random.random(count) < city.profile.coverage.closed_share
    days = opened + 200 + random.random(count) * 1200
    gone: Flags = is_closed & (days < last)
    return opened, np.where(gone, np.floor(days), np.nan)


def _last_day(city: City) -> date:
    return date(1970, 1, 1) + timedelta(days=city.until // DAY)


def _frame(  # noqa: PLR0913
    numbers: list[str],
    kinds: list[str],
    codes: list[str],
    names: list[str],
    *,
    points: Numbers,
    span: tuple[Whole, Numbers],
) -> pl.DataFrame:
    return pl.DataFrame(
        {
            "facility_id": pl.Series(numbers, dtype=pl.String),
            "kind": pl.Series(kinds, dtype=pl.String),
            "area_code": pl.Series(codes, dtype=pl.String),
            "name": pl.Series(names, dtype=pl.String),
            "lon": points[:, 0],
            "lat": points[:, 1],
            "opened_on": _days(span[0].astype(float)),
            "closed_on": _days(span[1]),
            "online": pl.Series([None] * len(numbers), dtype=pl.Boolean),
        }
    )


def _days(values: Numbers) -> pl.Series:
    """Days since 1970 as dates; NaN is no date."""
    return pl.Series(values).fill_nan(None).cast(pl.Int32).cast(pl.Date)
