"""基础信息: residents, grids and their workers.

The day on which something ends (valid_to, until) is its first day without.
"""

from __future__ import annotations

import polars as pl

from warehouse.verify.city import City
from warehouse.verify.counting import Count, Formula, entries
from warehouse.verify.coverage import covered, dated, stock_of_units, units


def finest(city: City, rows: pl.DataFrame) -> pl.DataFrame:
    """Those of `rows` (`area_code`) that have no other of them below their place."""
    above = city.places.ancestors.filter(pl.col("place") != pl.col("ancestor"))
    told = rows.select(place="area_code").unique()
    covered_above = above.join(told, on="place", how="semi").select(area_code="ancestor").unique()
    return rows.join(covered_above, on="area_code", how="anti")


def people(city: City, figure: pl.Expr) -> pl.DataFrame:
    """Entries of a figure of the register; it counts where no place below has one."""
    areas = city.places.stretches.filter(pl.col("resident_population").is_not_null())
    own = dated(finest(city, areas), "valid_from", "valid_to").with_columns(figure=figure)
    coming = entries(own, "comes", amount="figure")
    going = entries(own, "goes", amount="figure")
    return pl.concat([coming, going.with_columns(amount=-pl.col("amount"))])


def _residents(city: City) -> pl.DataFrame:
    return people(city, pl.col("resident_population"))


def _registered_people(city: City) -> pl.DataFrame:
    both = pl.col("resident_population") + pl.col("floating_population").fill_null(0)
    return people(city, both)


def grids(city: City) -> pl.DataFrame:
    """`area_code`, `comes`, `goes` of every grid."""
    return units(city, pl.col("level") == "grid")


def _all_grids(city: City) -> pl.DataFrame:
    return stock_of_units(city.derived(grids))


def _staffed(city: City) -> pl.DataFrame:
    workers = city.rows("base/rosters").filter(pl.col("role") == "grid_worker")
    return covered(city.derived(grids), dated(workers, "since", "until"))


POPULATION = Count(_residents, "stock")
REGISTERED_POPULATION = Count(_registered_people, "stock")
GRIDS = Count(_all_grids, "stock")

FORMULAS = {
    "SMT-01": Formula(Count(_staffed, "stock"), GRIDS, 100),
}
