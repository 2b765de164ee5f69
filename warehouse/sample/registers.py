"""The registers: places with their outlines, departments, matters, and who serves where."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import numpy as np
import polars as pl
import shapely

from warehouse.sample.city import City
from warehouse.sample.draws import Random, Whole
from warehouse.sample.place import Area
from warehouse.sample.worktime import DAY

VALID_FROM = date(2020, 1, 1)
ROSTER_SCHEMA = {
    "role": pl.String,
    "person_key": pl.String,
    "area_code": pl.String,
    "since": pl.Date,
    "until": pl.Date,
    "full_time": pl.Boolean,
}


def areas_frame(city: City) -> pl.DataFrame:
    """The feed `areas`: the root, what lies between it and the streets, and all below."""
    geography = city.geography
    of_community = geography.grid_community
    of_street = city.grid_street
    streets = city.street_codes
    peer_groups = [street.peer_group for street in city.profile.streets]
    parts = [
        *_above_streets(city),
        _level(
            city,
            "street",
            streets,
            [street.name for street in city.profile.streets],
            parents=[street.parent or city.profile.code for street in city.profile.streets],
            shapes=geography.streets,
            owner=of_street,
            kind=[_street_kind(street.name) for street in city.profile.streets],
            groups=peer_groups,
        ),
        _level(
            city,
            "community",
            city.community_codes,
            city.community_names,
            parents=[streets[owner] for owner in geography.community_street],
            shapes=geography.communities,
            owner=of_community,
            kind=["村" if flag else "社区" for flag in city.is_village],
            groups=[peer_groups[owner] for owner in geography.community_street],
        ),
        _level(
            city,
            "grid",
            city.grid_codes,
            [f"{int(code[12:]):02d}网格" for code in city.grid_codes],
            parents=[city.community_codes[owner] for owner in of_community],
            shapes=geography.grids,
            owner=np.arange(len(of_community)),
            kind=_grid_kinds(city),
            groups=[None] * len(of_community),
        ),
    ]
    return pl.concat(parts)


def _street_kind(name: str) -> str:
    return next((kind for kind in ("镇", "乡") if name.endswith(kind)), "街道")


def _above_streets(city: City) -> list[pl.DataFrame]:
    """The root, then every place between it and the streets."""
    profile = city.profile
    root = Area(profile.code, profile.place, profile.level, profile.kind, "")
    frames = []
    for area in (root, *profile.above):
        inside = np.isin(city.grid_street, city.streets_in(area.code))
        shape = city.geography.whole
        if area is not root:
            shape = shapely.coverage_union_all(
                np.array(city.geography.streets, dtype=object)[city.streets_in(area.code)]
            )
        frames.append(
            _level(
                city,
                area.level,
                [area.code],
                [area.name],
                parents=[area.parent or None],
                shapes=[shape],
                owner=np.where(inside, 0, 1),
                kind=[area.kind],
                groups=[None],
            )
        )
    return frames


def _grid_kinds(city: City) -> list[str]:
    """A fixed share of the grids belongs to a school, a market, a park."""
    draws = city.random("grids").random(len(city.grid_codes))
    exclusive = np.argsort(draws, kind="stable")[: round(len(draws) * city.profile.exclusive_grids)]
    kinds = np.full(len(draws), "综合", dtype=object)
    kinds[exclusive] = "专属"
    return list(kinds)


def _level(  # noqa: PLR0913
    city: City,
    level: str,
    codes: list[str],
    names: list[str],
    *,
    parents: Sequence[str | None],
    shapes: Sequence[shapely.Geometry],
    owner: Whole,
    kind: list[str],
    groups: Sequence[str | None],
) -> pl.DataFrame:
    """Places of one level; `owner` is the place of each grid, beyond the last: in none of them."""
    count = len(codes)
    residents = np.bincount(owner, city.residents, count)[:count].astype(np.int64)
    inside = shapely.point_on_surface(np.array(shapes, dtype=object))
    return pl.DataFrame(
        {
            "area_code": codes,
            "area_name": names,
            "level": level,
            "parent_code": pl.Series(parents, dtype=pl.String),
            "kind": kind,
            "resident_population": residents,
            "floating_population": np.round(residents * city.profile.floating_share).astype(
                np.int64
            ),
            "households": np.round(residents / 2.62).astype(np.int64),
            "area_km2": np.round(np.bincount(owner, city.geography.grid_km2, count)[:count], 4),
            "peer_group": pl.Series(groups, dtype=pl.String),
            "lon": np.round(shapely.get_x(inside), 6),
            "lat": np.round(shapely.get_y(inside), 6),
            "geometry": [shapely.to_geojson(shape) for shape in shapes],
            "valid_from": VALID_FROM,
        }
    )


def departments_frame(city: City) -> pl.DataFrame:
    """The feed `departments`."""
    units = city.profile.departments
    return pl.DataFrame(
        {
            "department_code": [unit.code for unit in units],
            "department_name": [unit.name for unit in units],
            "connected_since": [
                date.fromisoformat(f"{unit.connected}-01") if unit.connected else None
                for unit in units
            ],
        }
    )


def rosters_frame(city: City) -> pl.DataFrame:
    """The feed `rosters`: grid workers, and the people who serve a community by name."""
    random = city.random("rosters")
    rows = [*_grid_workers(city, random), *_community_people(city, random)]
    rows += _street_mediators(city)
    return pl.DataFrame(rows, schema=ROSTER_SCHEMA, orient="row").sort(
        "role", "area_code", "since", "person_key"
    )


Row = tuple[str, str, str, date, date | None, bool]


def _grid_workers(city: City, random: Random) -> list[Row]:
    """One worker per grid with changes of staff; a few grids are vacant for a while."""
    first = date(1970, 1, 1) + timedelta(days=int(city.start // DAY))
    span = int((city.until - city.start) // DAY)
    rows: list[Row] = []
    grids = len(city.grid_codes)
    full_time = random.random(grids) < city.profile.coverage.full_time
    draws = random.random((grids, 5))
    for index, code in enumerate(city.grid_codes):
        key = f"WGY{index + 1:05d}"
        since = VALID_FROM + timedelta(days=int(draws[index, 0] * 1600))
        since = min(since, first)
        changes = draws[index, 1] < 0.3
        left = first + timedelta(days=int(draws[index, 2] * span))
        is_vacant = draws[index, 3] < city.profile.coverage.unstaffed_grids
        until = left if changes or is_vacant else None
        rows.append(("grid_worker", key, code, since, until, bool(full_time[index])))
        if changes and not is_vacant:
            back = left + timedelta(days=int(draws[index, 4] ** 3 * 25))
            rows.append(("grid_worker", f"{key}B", code, back, None, bool(full_time[index])))
        if draws[index, 4] < 0.35:
            rows.append(("party_leader", f"DXZ{index + 1:05d}", code, since, None, False))
    return rows


def _community_people(city: City, random: Random) -> list[Row]:
    """Police, lawyers, judges and mediators of each community."""
    rows: list[Row] = []
    rates = city.profile.coverage
    for number, code in enumerate(city.community_codes):
        for role, (chance, shared) in rates.roles.items():
            if random.random() < chance:
                key = f"{role.upper()[:5]}{number // shared + 1:04d}"
                since = date(2023, 1, 1) + timedelta(days=int(random.random() * 300))
                rows.append((role, key, code, since, None, role == "police"))
        for order in range(2 + random.poisson(rates.mediators_per_community - 2)):
            since = date(2021, 1, 1) + timedelta(days=int(random.random() * 1000))
            key = f"TJY{number + 1:04d}{order:02d}"
            rows.append(("mediator", key, code, since, None, bool(random.random() < 0.12)))
    return rows


def _street_mediators(city: City) -> list[Row]:
    """Mediators of the streets' own committees: two or more, a careless street has one."""
    random = city.random("street mediators")
    rows: list[Row] = []
    for number, code in enumerate(city.street_codes):
        has_two = random.random() < city.profile.coverage.streets_with_mediators
        for order in range(2 + random.poisson(1.2) if has_two else 1):
            since = date(2021, 3, 1) + timedelta(days=int(random.random() * 900))
            key = f"ZTJ{number + 1:04d}{order:02d}"
            rows.append(("mediator", key, code, since, None, order == 0))
    return rows
