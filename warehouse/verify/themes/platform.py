"""平台运行: departments that work on the platform, scenarios that have data."""

from __future__ import annotations

from datetime import datetime

import polars as pl

from warehouse.verify.city import City
from warehouse.verify.counting import Count, Formula, entries
from warehouse.verify.coverage import EVER
from warehouse.verify.steps import steps

#: What a department does itself; being sent something is no sign of it.
_ACTS = ["signed", "returned", "extended", "suspended", "resumed", "handled"]
_DAYS = 30


def _at_root(city: City, rows: pl.DataFrame) -> pl.DataFrame:
    return rows.with_columns(place=pl.lit(city.root))


def _departments(city: City) -> pl.DataFrame:
    rows = city.rows("base/departments").with_columns(at=pl.lit(EVER))
    return entries(_at_root(city, rows), "at", place="place")


def _connected(city: City) -> pl.DataFrame:
    """A department's signs of life from the day on which the register says it is connected.

    A register that has no such day for anybody is not asked.
    """
    acts = city.derived(steps).filter(pl.col("state").is_in(_ACTS)).drop_nulls("department_code")
    data = city.rows("program/scenarios", "last_data_at").drop_nulls("last_data_at")
    signs = pl.concat(
        [
            acts.select("department_code", "at"),
            data.select("department_code", at="last_data_at"),
        ]
    )
    register = city.rows("base/departments")
    since = pl.col("connected_since").cast(pl.Datetime("us"))
    if register["connected_since"].is_not_null().any():
        register = register.drop_nulls("connected_since")
    else:
        since = pl.lit(datetime(1900, 1, 1))
    known = register.select("department_code", connected_at=since)
    signs = signs.join(known, on="department_code")
    signs = signs.filter(pl.col("at") >= pl.col("connected_at"))
    return entries(_at_root(city, signs), "at", place="place", key="department_code")


def _scenarios(city: City) -> pl.DataFrame:
    """Application scenarios; systems are listed with them and left out."""
    rows = city.rows("program/scenarios")
    return _at_root(city, rows.filter(pl.col("kind").ne_missing("system")))


def _online(city: City) -> pl.DataFrame:
    return entries(city.derived(_scenarios), "online_since", place="place")


def _in_use(city: City) -> pl.DataFrame:
    told = city.rows("program/scenarios", "last_data_at").select("scenario_id", "last_data_at")
    used = city.derived(_scenarios).drop("last_data_at").join(told, on="scenario_id")
    return entries(used, "last_data_at", place="place", key="scenario_id")


FORMULAS = {
    "SMT-05A": Formula(Count(_connected, "keys", days=_DAYS), Count(_departments, "stock"), 100),
    "SMT-05B": Formula(Count(_in_use, "keys", days=_DAYS), Count(_online, "stock"), 100),
}
