"""作战图: tasks that fall due, problems that are struck off."""

from __future__ import annotations

import polars as pl

from warehouse.verify.city import City
from warehouse.verify.counting import Count, Formula, entries
from warehouse.verify.settling import settle_by_day


def tasks(city: City) -> pl.DataFrame:
    """One row per task begun before the cut; what is done after the cut is not done."""
    has_begun = pl.col("started_on").cast(pl.Datetime("us")) < city.cut.as_of
    rows = city.rows("program/tasks").filter(has_begun)
    return settle_by_day(city, rows, "done_on", "due_on")


def _due(city: City) -> pl.DataFrame:
    return entries(city.derived(tasks).filter(pl.col("kind") != "problem"), "settled")


def _in_time(city: City) -> pl.DataFrame:
    in_time = city.derived(tasks).filter(pl.col("kind") != "problem", "in_time")
    return entries(in_time, "settled")


def _listed(city: City) -> pl.DataFrame:
    return entries(city.derived(tasks).filter(pl.col("kind") == "problem"), "started_on")


def _struck(city: City) -> pl.DataFrame:
    has_evidence = pl.col("evidence").str.strip_chars().str.len_chars() > 0
    struck = city.derived(tasks).filter(pl.col("kind") == "problem", has_evidence)
    return entries(struck, "done_on")


FORMULAS = {
    "POL-03": Formula(Count(_in_time), Count(_due), 100),
    "POL-04": Formula(Count(_struck, "stock"), Count(_listed, "stock"), 100),
}
