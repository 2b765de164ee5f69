"""案件: monthly figures of courts and police, and rewards for tips."""

from __future__ import annotations

import polars as pl

from warehouse.verify.city import City
from warehouse.verify.counting import Count, Formula, entries
from warehouse.verify.themes.registers import REGISTERED_POPULATION

_MONTHLY = ["area_code", "month"]


def _finest_of_month(city: City, feed: str, figure: pl.Expr) -> pl.DataFrame:
    """Figures by place and month; where places below are told too, only those."""
    rows = city.rows(feed).filter(pl.col("month").cast(pl.Datetime("us")) < city.cut.as_of)
    above = city.places.ancestors.filter(pl.col("place") != pl.col("ancestor"))
    told_below = rows.select("month", place="area_code").join(above, on="place")
    told_below = told_below.select("month", area_code="ancestor").unique()
    return rows.join(told_below, on=_MONTHLY, how="anti").with_columns(cases=figure)


def filings(city: City) -> pl.DataFrame:
    """Civil and administrative first instances."""
    cases = pl.col("civil") + pl.col("administrative")
    return _finest_of_month(city, "case/court_filings", cases)


def incidents(city: City) -> pl.DataFrame:
    """Criminal cases and breaches of public order."""
    cases = pl.col("criminal") + pl.col("public_order")
    return _finest_of_month(city, "case/security_incidents", cases)


def _filings(city: City) -> pl.DataFrame:
    return entries(city.derived(filings), "month", amount="cases")


def _incidents(city: City) -> pl.DataFrame:
    return entries(city.derived(incidents), "month", amount="cases")


def _villages(city: City) -> pl.DataFrame:
    """One row per village or community and year in which it told at least one month.

    `is_quiet`: it told every month that anybody did, and none had a case.
    """
    rows = city.rows("case/court_filings").filter(
        pl.col("month").cast(pl.Datetime("us")) < city.cut.as_of
    )
    communities = city.places.latest.filter(pl.col("level") == "community")
    rows = rows.join(communities, on="area_code", how="semi").with_columns(
        year=pl.col("month").dt.year(), cases=pl.col("civil") + pl.col("administrative")
    )
    told = rows.group_by("year").agg(months=pl.col("month").n_unique())
    villages = rows.group_by("area_code", "year").agg(
        pl.col("cases").sum(),
        told=pl.col("month").n_unique(),
        last=pl.col("month").max(),
    )
    return villages.join(told, on="year").with_columns(
        is_quiet=(pl.col("told") == pl.col("months")) & (pl.col("cases") == 0)
    )


def _reporting(city: City) -> pl.DataFrame:
    return entries(city.derived(_villages), "last")


def _quiet(city: City) -> pl.DataFrame:
    return entries(city.derived(_villages).filter("is_quiet"), "last")


def _rewards(city: City) -> pl.DataFrame:
    """Tips that proved true and earned a reward."""
    return city.rows("case/reward_tips").filter(
        pl.col("valid"), pl.col("reward_due").fill_null(False)
    )


def _rewards_due(city: City) -> pl.DataFrame:
    return entries(city.derived(_rewards), "received_on")


def _rewards_paid(city: City) -> pl.DataFrame:
    return entries(city.derived(_rewards), "reward_paid_on")


FORMULAS = {
    "LAW-05": Formula(Count(_filings), REGISTERED_POPULATION, 10_000, is_monthly=True),
    "LAW-06": Formula(Count(_quiet), Count(_reporting), 100),
    "LAW-27": Formula(Count(_incidents), REGISTERED_POPULATION, 10_000, is_monthly=True),
    "MOR-08": Formula(Count(_rewards_paid, "stock"), Count(_rewards_due, "stock"), 100),
}
