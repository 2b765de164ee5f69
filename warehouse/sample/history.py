"""What the register looked like before: a community that moved, a grid split in two, two made one.

Every sample place has one of each, so that its figures show what a change of borders does. What
happened before lies where it belonged then; counts of today's places do not change.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
import polars as pl

from warehouse.sample.city import City
from warehouse.sample.draws import Whole
from warehouse.sample.registers import ROSTER_SCHEMA, VALID_FROM
from warehouse.sample.worktime import DAY

#: Months before the month in which the history ends.
MOVED, SPLIT, MERGED = 5, 9, 14


@dataclass(frozen=True)
class FormerGrid:
    """A grid that is no more.

    Attributes:
        code: Its code then.
        name: Its name then.
        ended: The day on which it ended.
        grids: Indexes of the grids of today that its ground belongs to.
        takes: Of their events before that day every so manieth was its own.
    """

    code: str
    name: str
    ended: date
    grids: tuple[int, ...]
    takes: int


def former_grids(city: City) -> list[FormerGrid]:
    """The grid that was split and the one that was merged into its neighbour."""
    owner = city.geography.grid_community
    first = np.flatnonzero(owner == 0)
    second = np.flatnonzero(owner == owner.max())
    found = []
    if len(first) >= 2:
        code = f"{city.community_codes[0]}901"
        halves = (int(first[0]), int(first[1]))
        found.append(FormerGrid(code, "原01网格", months_ago(city, SPLIT), halves, 1))
    if len(second) >= 1:
        code = f"{city.community_codes[int(owner.max())]}902"
        whole = (int(second[0]),)
        found.append(FormerGrid(code, "原02网格", months_ago(city, MERGED), whole, 2))
    return [grid for grid in found if _day(grid.ended) > city.start // DAY]


def months_ago(city: City, months: int) -> date:
    """The first day of the month so many before the one in which the history ends."""
    until = date.fromordinal(date(1970, 1, 1).toordinal() + int(city.founded // DAY))
    month = until.year * 12 + until.month - 1 - months
    return date(month // 12, month % 12 + 1, 1)


def with_history(city: City, areas: pl.DataFrame) -> pl.DataFrame:
    """The feed `areas` with the rows that no longer hold; today's begin on that day."""
    areas = areas.with_columns(pl.lit(None, dtype=pl.Date).alias("valid_to"))
    for grid in former_grids(city):
        today = [city.grid_codes[index] for index in grid.grids]
        parts = areas.filter(pl.col("area_code").is_in(today))
        # What was split had the figures of both; of what was merged today's grid has them all.
        figures = pl.col("resident_population", "floating_population", "households")
        summed = parts.select(figures.sum() if grid.takes == 1 else figures.sum() * 0)
        former = parts.head(1).with_columns(
            pl.lit(grid.code).alias("area_code"),
            pl.lit(grid.name).alias("area_name"),
            pl.lit(None, dtype=pl.String).alias("geometry"),
            pl.lit(grid.ended).alias("valid_to"),
            *[summed[name].alias(name) for name in summed.columns],
        )
        if grid.takes == 1:
            areas = _begun(areas, pl.col("area_code").is_in(today), grid.ended)
        areas = pl.concat([areas, former])
    return _with_move(city, areas)


def _with_move(city: City, areas: pl.DataFrame) -> pl.DataFrame:
    """The last community of the second street belonged to the first until the move."""
    moved_on = months_ago(city, MOVED)
    streets = areas.filter(pl.col("area_code").is_in(city.street_codes[:2]))
    mine = areas.filter(pl.col("parent_code") == city.street_codes[min(1, len(streets) - 1)])
    is_possible = streets["parent_code"].n_unique() == 1 and len(streets) == 2 and mine.height > 1
    if not is_possible or _day(moved_on) <= city.start // DAY:
        return areas
    moving = mine["area_code"].max()
    former = areas.filter(pl.col("area_code") == moving).with_columns(
        pl.lit(city.street_codes[0]).alias("parent_code"),
        pl.lit(streets["peer_group"][0]).alias("peer_group"),
        pl.lit(moved_on).alias("valid_to"),
    )
    return pl.concat([_begun(areas, pl.col("area_code") == moving, moved_on), former])


def _begun(areas: pl.DataFrame, which: pl.Expr, day: date) -> pl.DataFrame:
    return areas.with_columns(
        pl.when(which).then(pl.lit(day)).otherwise(pl.col("valid_from")).alias("valid_from")
    )


def codes_then(city: City, grid: Whole, at: Whole) -> pl.Series:
    """The code of the grid in which something happened, as it was at that moment.

    Args:
        city: The place.
        grid: Index of today's grid per event.
        at: Seconds since 1970 per event.
    """
    codes = np.array(city.grid_codes, dtype=object)[grid]
    for former in former_grids(city):
        then = np.isin(grid, former.grids) & (at < _day(former.ended) * DAY)
        then &= np.arange(len(grid)) % former.takes == 0
        codes[then] = former.code
    return pl.Series(codes, dtype=pl.String)


def former_workers(city: City) -> pl.DataFrame:
    """Rows of `rosters`: the workers of the grids that are no more."""
    rows = [
        ("grid_worker", f"WGY9{number:04d}", grid.code, VALID_FROM, grid.ended, True)
        for number, grid in enumerate(former_grids(city), start=1)
    ]
    return pl.DataFrame(rows, schema=ROSTER_SCHEMA, orient="row")


def _day(day: date) -> int:
    return day.toordinal() - date(1970, 1, 1).toordinal()
