"""Coverage: units of the register, and those of them that have enough of something."""

from __future__ import annotations

from datetime import datetime

import polars as pl

from warehouse.verify.city import City
from warehouse.verify.counting import MILLION, entries, stock

#: What has no first day has always been there.
EVER = datetime(1900, 1, 1)
_DAYS = pl.Datetime("us")


def dated(rows: pl.DataFrame, first: str, end: str) -> pl.DataFrame:
    """`rows` with `comes` and `goes`; the day on which something ends is its first day without."""
    return rows.with_columns(
        comes=pl.col(first).cast(_DAYS).fill_null(EVER), goes=pl.col(end).cast(_DAYS)
    )


def units(city: City, which: pl.Expr) -> pl.DataFrame:
    """`area_code, comes, goes` of the places that `which` is true of (level, is_village, is_town).

    Villages and towns by their kind in the register; where it says none, by their names.
    """
    latest = city.places.latest
    kind, name = pl.col("kind"), pl.col("area_name")
    is_village = kind.is_in(["村", "行政村", "建制村"]).fill_null(name.str.ends_with("村"))
    is_town = kind.is_in(["镇", "乡", "民族乡", "乡镇"]).fill_null(
        name.str.ends_with("镇") | name.str.ends_with("乡")
    )
    latest = latest.with_columns(
        is_village=is_village & (pl.col("level") == "community"),
        is_town=is_town & (pl.col("level") == "street"),
    )
    return dated(latest.filter(which), "comes_on", "valid_to")


def stock_of_units(those: pl.DataFrame) -> pl.DataFrame:
    """Entries of the units themselves."""
    return stock(those, "comes", "goes")


def covered(those: pl.DataFrame, things: pl.DataFrame, least: int | pl.Expr = 1) -> pl.DataFrame:
    """Entries of the units that have enough things: +1 when it becomes enough, -1 when not.

    Args:
        those: `area_code`, `comes`, `goes`, and what `least` needs.
        things: `area_code` of the unit that each is counted in, `comes`, `goes`.
        least: How many are enough.
    """
    needed = those.with_columns(least=least if isinstance(least, pl.Expr) else pl.lit(least))
    needed = needed.select("area_code", "least", unit_comes="comes", unit_goes="goes")
    terms = things.join(needed, on="area_code").with_columns(
        comes=pl.max_horizontal("comes", "unit_comes"),
        goes=pl.min_horizontal("goes", "unit_goes"),
    )
    terms = terms.filter(pl.col("goes").is_null() | (pl.col("comes") < pl.col("goes")))
    changes = stock(terms, "comes", "goes").group_by("place", "at").agg(pl.col("amount").sum())
    least_of = needed.select(place="area_code", least=pl.col("least"))
    changes = changes.join(least_of, on="place").sort("place", "at")
    here = pl.col("amount").cum_sum().over("place")
    steps = changes.with_columns(is_enough=(here >= pl.col("least") * MILLION).cast(pl.Int64))
    before = pl.col("is_enough").shift(1, fill_value=0).over("place")
    steps = steps.with_columns(step=pl.col("is_enough") - before).filter(pl.col("step") != 0)
    return entries(steps, "at", place="place", amount="step")


def at_level(city: City, things: pl.DataFrame, level: str) -> pl.DataFrame:
    """`things` counted in the place of that level above them; those above the level are left."""
    of_level = city.places.latest.filter(pl.col("level") == level).select(ancestor="area_code")
    now = city.places.ancestors.filter(pl.col("era") == len(city.places.eras))
    up = now.join(of_level, on="ancestor", how="semi").select(area_code="place", unit="ancestor")
    return things.join(up, on="area_code").with_columns(area_code="unit").drop("unit")
