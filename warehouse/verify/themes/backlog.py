"""信访: backlog and leaders' cases of the year, channels, group visits."""

from __future__ import annotations

import polars as pl

from warehouse.verify.city import City
from warehouse.verify.counting import Count, Formula, entries
from warehouse.verify.themes.petitions import ALL, petitions


def _of_the_year(rows: pl.DataFrame, first: str) -> pl.DataFrame:
    """Stock: in from a day on, out at the end of the year in which the petition was closed."""
    rows = rows.with_columns(year_ends=pl.col("closed_at").dt.truncate("1y").dt.offset_by("1y"))
    going = entries(rows.drop_nulls(first), "year_ends")
    return pl.concat([entries(rows, first), going.with_columns(amount=-pl.col("amount"))])


def _backlog(city: City) -> pl.DataFrame:
    return city.derived(petitions).filter("backlog")


def _led(city: City) -> pl.DataFrame:
    is_named = pl.col("leader_in_charge").str.strip_chars().str.len_chars() > 0
    return city.derived(petitions).filter(is_named)


def _backlog_listed(city: City) -> pl.DataFrame:
    return _of_the_year(_backlog(city), "received_at")


def _backlog_closed(city: City) -> pl.DataFrame:
    return _of_the_year(_backlog(city), "closed_at")


def _led_listed(city: City) -> pl.DataFrame:
    return _of_the_year(_led(city), "received_at")


def _led_closed(city: City) -> pl.DataFrame:
    return _of_the_year(_led(city), "closed_at")


def _online(city: City) -> pl.DataFrame:
    return entries(city.derived(petitions).filter(pl.col("channel") == "web"), "received_at")


def _visits(city: City) -> pl.DataFrame:
    return entries(city.derived(petitions).filter(pl.col("channel") == "visit"), "received_at")


def _group_visits(city: City) -> pl.DataFrame:
    groups = city.derived(petitions).filter(
        pl.col("channel") == "visit", pl.col("persons") >= city.site.group_visit_persons
    )
    return entries(groups, "received_at")


FORMULAS = {
    "LAW-12": Formula(Count(_backlog_closed, "stock"), Count(_backlog_listed, "stock"), 100),
    "LAW-21": Formula(Count(_online), ALL, 100),
    "LAW-22": Formula(Count(_group_visits), Count(_visits), 100),
    "LAW-23": Formula(Count(_led_closed, "stock"), Count(_led_listed, "stock"), 100),
}
