"""基础信息: residents, grids and their workers.

The day on which something ends (valid_to, until) is its first day without.
"""

from __future__ import annotations

from datetime import datetime

import polars as pl

from warehouse.verify.city import City
from warehouse.verify.counting import Count, Formula, entries, stock

#: A place without a first day has always been there.
_EVER = datetime(1900, 1, 1)


def _dated(areas: pl.DataFrame, first_day: str) -> pl.DataFrame:
    return areas.with_columns(
        comes=pl.col(first_day).cast(pl.Datetime("us")).fill_null(_EVER),
        goes=pl.col("valid_to").cast(pl.Datetime("us")),
    )


def _residents(city: City) -> pl.DataFrame:
    """The figure of a place counts where no place below it has one; it moves with the place."""
    areas = city.places.stretches.filter(pl.col("resident_population").is_not_null())
    below = city.places.ancestors.filter(pl.col("place") != pl.col("ancestor"))
    covered = below.join(areas, left_on="place", right_on="area_code", how="semi")[
        "ancestor"
    ].unique()
    own = _dated(areas.filter(~pl.col("area_code").is_in(covered.to_list())), "valid_from")
    coming = entries(own, "comes", amount="resident_population")
    going = entries(own, "goes", amount="resident_population")
    return pl.concat([coming, going.with_columns(amount=-pl.col("amount"))])


def _grids(city: City) -> pl.DataFrame:
    return _dated(city.places.latest.filter(pl.col("level") == "grid"), "comes_on")


def _all_grids(city: City) -> pl.DataFrame:
    return stock(city.derived(_grids), "comes", "goes")


def _staffed(city: City) -> pl.DataFrame:
    """+1 and -1 where the number of workers of a grid leaves or reaches zero."""
    grids = city.derived(_grids).select("area_code", "comes", "goes")
    workers = city.rows("base/rosters").filter(pl.col("role") == "grid_worker")
    terms = workers.join(grids, on="area_code").select(
        "area_code",
        since=pl.max_horizontal(pl.col("since").cast(pl.Datetime("us")), "comes"),
        until=pl.min_horizontal(pl.col("until").cast(pl.Datetime("us")), "goes"),
    )
    terms = terms.filter(pl.col("until").is_null() | (pl.col("since") < pl.col("until")))
    changes = stock(terms, "since", "until")
    daily = changes.group_by("place", "at").agg(pl.col("amount").sum()).sort("place", "at")
    is_staffed = (pl.col("amount").cum_sum().over("place") > 0).cast(pl.Int64)
    steps = daily.with_columns(is_staffed=is_staffed)
    before = pl.col("is_staffed").shift(1, fill_value=0).over("place")
    steps = steps.with_columns(step=pl.col("is_staffed") - before).filter(pl.col("step") != 0)
    return entries(steps, "at", place="place", amount="step")


POPULATION = Count(_residents, "stock")

FORMULAS = {
    "SMT-01": Formula(Count(_staffed, "stock"), Count(_all_grids, "stock"), 100),
}
