"""双向点单: service orders that were taken and done, and how they were rated."""

from __future__ import annotations

import polars as pl

from warehouse.verify.city import City
from warehouse.verify.counting import Count, Formula, entries
from warehouse.verify.settling import before_cut, settle


def _taken(city: City) -> pl.DataFrame:
    """Orders that somebody took and that have a limit."""
    rows = city.rows("volunteer/service_orders").filter(
        pl.col("accepted_at") < city.cut.as_of, pl.col("due_at").is_not_null()
    )
    rows = rows.with_columns(done_at=before_cut(city, "done_at"))
    return settle(city, rows, "order", "done_at", pl.col("due_at"))


def _due(city: City) -> pl.DataFrame:
    return entries(city.derived(_taken), "order_settled")


def _done(city: City) -> pl.DataFrame:
    return entries(city.derived(_taken).drop_nulls("done_at"), "order_settled")


def _rated(city: City) -> pl.DataFrame:
    return entries(city.rows("volunteer/service_orders").drop_nulls("rating"), "done_at")


def _praised(city: City) -> pl.DataFrame:
    praised = city.rows("volunteer/service_orders").filter(pl.col("rating") >= 4)
    return entries(praised, "done_at")


FORMULAS = {
    "MOR-05": Formula(Count(_done), Count(_due), 100),
    "MOR-07": Formula(Count(_praised), Count(_rated), 100),
}
