"""矛盾纠纷: mediation, its limit, the joint ways."""

from __future__ import annotations

from datetime import timedelta

import polars as pl

from warehouse.verify.city import City
from warehouse.verify.counting import Count, Formula, entries, last_second_of
from warehouse.verify.settling import settle


def disputes(city: City) -> pl.DataFrame:
    """One row per dispute accepted before the cut; a conclusion after the cut has not happened.

    `limit` is the last day of the limit, `settled_at` when it is known whether the limit was kept:
    the conclusion or the limit, whichever is first. Withdrawn disputes are never due.
    """
    rows = city.rows("case/disputes").filter(pl.col("accepted_at") < city.cut.as_of)
    is_known = pl.col("concluded_at") < city.cut.as_of
    rows = rows.with_columns(
        concluded_at=pl.when(is_known).then("concluded_at"),
        result=pl.when(is_known).then("result"),
        limit=pl.col("accepted_at").dt.truncate("1d")
        + timedelta(days=city.site.mediation_limit_days),
    )
    rows = rows.with_columns(
        is_concluded=pl.col("result").is_in(
            ["success_written", "success_oral", "failed", "terminated"]
        ),
        is_success=pl.col("result").is_in(["success_written", "success_oral"]),
        ways=pl.col("mediation").str.split(";").list.unique().list.len(),
    )
    rows = settle(city, rows, "limit", "concluded_at", last_second_of(pl.col("limit")))
    is_out = pl.col("result").eq_missing("withdrawn")
    return rows.with_columns(settled_at=pl.when(~is_out).then("limit_settled"))


def _concluded(city: City) -> pl.DataFrame:
    return entries(city.derived(disputes).filter("is_concluded"), "concluded_at")


def _succeeded(city: City) -> pl.DataFrame:
    return entries(city.derived(disputes).filter("is_success"), "concluded_at")


def _joint(city: City) -> pl.DataFrame:
    concluded = city.derived(disputes).filter("is_concluded", pl.col("ways") >= 2)
    return entries(concluded, "concluded_at")


def _due(city: City) -> pl.DataFrame:
    return entries(city.derived(disputes), "settled_at")


def _in_time(city: City) -> pl.DataFrame:
    return entries(city.derived(disputes).filter("limit_in_time"), "settled_at")


def _accepted(city: City) -> pl.DataFrame:
    return entries(city.derived(disputes), "accepted_at")


def _passed_up(city: City) -> pl.DataFrame:
    passed = pl.col("passed_up_at") < city.cut.as_of
    return entries(city.derived(disputes).filter(passed), "accepted_at")


def _written(city: City) -> pl.DataFrame:
    """Disputes that ended in a written agreement."""
    return city.derived(disputes).filter(pl.col("result") == "success_written")


def _agreed(city: City) -> pl.DataFrame:
    return entries(city.derived(_written), "concluded_at")


def _confirmed(city: City) -> pl.DataFrame:
    by_court = pl.col("judicially_confirmed_at") < city.cut.as_of
    return entries(city.derived(_written).filter(by_court), "concluded_at")


FORMULAS = {
    "LAW-01": Formula(Count(_succeeded), Count(_concluded), 100),
    "LAW-02": Formula(Count(_in_time), Count(_due), 100),
    "LAW-03": Formula(Count(_joint), Count(_concluded), 100),
    "LAW-04": Formula(Count(_passed_up), Count(_accepted), 100),
    "LAW-18": Formula(Count(_accepted)),
    "LAW-20": Formula(Count(_confirmed), Count(_agreed), 100),
}
