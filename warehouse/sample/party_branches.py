"""Party branches on grids and in communities, and the stars they get every December."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import numpy as np
import polars as pl

from warehouse.sample.city import City
from warehouse.sample.draws import pick
from warehouse.sample.worktime import DAY, moments

FIRST = 16_801  # 2016-01-01


def party_branches_frames(city: City) -> Iterator[tuple[str, pl.DataFrame]]:
    """The feed `party_branches`, as it was handed over after each rating and today.

    Yields:
        Name of the year, and the branches that stood then with the stars of that year. The last
        one, today's, has the stars of the newest rating; who was founded since has none.
    """
    branches = _branches(city)
    last = date(1970, 1, 1) + timedelta(days=int(city.until // DAY))
    random = city.random("stars")
    shown = branches.with_columns(star=pl.lit(None, pl.Int64), rated_on=pl.lit(None, pl.Date))
    base = pick(random, city.profile.coverage.stars, branches.height) + 1
    for year in range(last.year - 3, last.year + 1):
        day = date(year, 12, 20)
        if day >= last:
            break
        drift = pick(random, (12, 70, 18), branches.height) - 1
        base = np.clip(base + drift, 1, 5)
        is_rated = pl.col("since") < day - timedelta(days=365)
        shown = shown.with_columns(
            star=pl.when(is_rated).then(pl.Series(base)).otherwise("star"),
            rated_on=pl.when(is_rated).then(pl.lit(day)).otherwise("rated_on"),
        )
        yield f"{year}年度", _in_order(shown.filter(pl.col("since") <= day))
    yield f"{last.year}年{last.month}月", _in_order(shown.filter(pl.col("since") <= last))


def _in_order(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.select("branch_id", "area_code", "star", "rated_on", "since", "until")


def _branches(city: City) -> pl.DataFrame:
    """One per community, and one on most grids; some grids got theirs during the history."""
    random = city.random("party_branches")
    grids = np.array(city.grid_codes)
    has = grids[random.random(len(grids)) < city.profile.coverage.grids_with_branch]
    codes = np.concatenate([np.array(city.community_codes), has])
    size = len(codes)
    last = city.until // DAY
    since = FIRST + np.floor(random.random(size) ** 1.8 * (last - FIRST)).astype(np.int64)
    return pl.DataFrame(
        {
            "branch_id": [f"DZB{order:05d}" for order in range(1, size + 1)],
            "area_code": codes,
            "since": moments(since * DAY).astype("datetime64[D]"),
            "until": pl.Series([None] * size, dtype=pl.Date),
        }
    )
