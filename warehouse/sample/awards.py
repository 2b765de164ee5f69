"""Titles of places: civilised villages and towns, model villages of democracy and law, 平安."""

from __future__ import annotations

import numpy as np
import polars as pl

from warehouse.sample.city import City
from warehouse.sample.draws import Random, pick
from warehouse.sample.worktime import DAY, Flags, moments

LEVELS = ("province", "city", "district")
WEIGHTS = (15, 35, 50)
FIRST = 17_167  # 2017-01-01


def awards_frame(city: City) -> pl.DataFrame:
    """The feed `awards`; a title that was taken away may be given again later."""
    random = city.random("awards")
    rates = city.profile.coverage
    streets, communities = np.array(city.street_codes), np.array(city.community_codes)
    rural = np.concatenate([streets[city.is_town], communities[city.is_village]])
    parts = [
        _titles(city, random, "civilised_village", rural, rates.civilised),
        _titles(city, random, "democratic_rule_village", communities, rates.democratic_rule),
        _titles(
            city, random, "safe_unit", np.concatenate([streets, communities]), rates.safe_units
        ),
    ]
    return (
        pl.concat(parts)
        .sort("awarded_on", "kind", "area_code")
        .with_row_index("number", 1)
        .select(
            pl.format("RY{}", pl.col("number").cast(pl.String).str.zfill(5)).alias("award_id"),
            "kind", "area_code", "level", "awarded_on", "revoked_on",
        )
    )  # fmt: skip


def _titles(city: City, random: Random, kind: str, codes: np.ndarray, share: float) -> pl.DataFrame:
    has = codes[random.random(len(codes)) < share]
    last = city.until // DAY
    awarded = FIRST + np.floor(random.random(len(has)) ** 0.9 * (last - FIRST)).astype(np.int64)
    lost = awarded + 250 + np.floor(random.random(len(has)) * 900).astype(np.int64)
    is_lost: Flags = (random.random(len(has)) < city.profile.coverage.revoked) & (lost < last)
    revoked = pl.Series(moments(lost * DAY).astype("datetime64[D]"))
    return pl.DataFrame(
        {
            "kind": pl.Series([kind] * len(has), dtype=pl.String),
            "area_code": pl.Series(has.tolist(), dtype=pl.String),
            "level": pl.Series(
                [LEVELS[index] for index in pick(random, WEIGHTS, len(has))], dtype=pl.String
            ),
            "awarded_on": moments(awarded * DAY).astype("datetime64[D]"),
            "is_lost": is_lost,
        }
    ).select(
        "kind", "area_code", "level", "awarded_on",
        pl.when("is_lost").then(revoked).alias("revoked_on"),
    )  # fmt: skip
