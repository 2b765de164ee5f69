"""基层自治: what people bring up, agree on and wish for, and what departments hand down."""

from __future__ import annotations

import polars as pl

from warehouse.verify.city import City
from warehouse.verify.counting import Count, Formula, entries
from warehouse.verify.settling import before_cut, settle, settle_by_day


def _outcomes(city: City) -> pl.DataFrame:
    return settle_by_day(city, city.rows("grid/deliberations"), "implemented_on", "due_on")


def _outcomes_due(city: City) -> pl.DataFrame:
    return entries(city.derived(_outcomes), "settled")


def _outcomes_in_time(city: City) -> pl.DataFrame:
    return entries(city.derived(_outcomes).filter("in_time"), "settled")


def _said(city: City) -> pl.DataFrame:
    """Matters with a limit; done once they are solved and the one who said it was told."""
    rows = city.rows("grid/say_matters").filter(
        pl.col("raised_at") < city.cut.as_of, pl.col("due_at").is_not_null()
    )
    rows = rows.with_columns(before_cut(city, name) for name in ("solved_at", "replied_at"))
    both = pl.col("solved_at").is_not_null() & pl.col("replied_at").is_not_null()
    return rows.with_columns(
        done_at=pl.when(both).then(pl.max_horizontal("solved_at", "replied_at"))
    )


def _matters(city: City) -> pl.DataFrame:
    rows = city.derived(_said).filter(pl.col("micro_kind").is_null())
    return settle(city, rows, "matter", "done_at", pl.col("due_at"))


def _matters_due(city: City) -> pl.DataFrame:
    return entries(city.derived(_matters), "matter_settled")


def _matters_done(city: City) -> pl.DataFrame:
    return entries(city.derived(_matters).drop_nulls("done_at"), "matter_settled")


def _wishes(city: City) -> pl.DataFrame:
    rows = city.derived(_said).filter(pl.col("micro_kind") == "wish")
    return settle(city, rows, "wish", "solved_at", pl.col("due_at"))


def _wishes_due(city: City) -> pl.DataFrame:
    return entries(city.derived(_wishes), "wish_settled")


def _wishes_fulfilled(city: City) -> pl.DataFrame:
    return entries(city.derived(_wishes).drop_nulls("solved_at"), "wish_settled")


def _given(city: City) -> pl.DataFrame:
    return entries(city.rows("grid/admissions"), "given_on")


def _admitted(city: City) -> pl.DataFrame:
    """A number has a digit in it; 「无」 and 「待补」 are none."""
    has_number = pl.col("admission_no").str.contains(r"\d").fill_null(False)
    return entries(city.rows("grid/admissions").filter(has_number), "given_on")


FORMULAS = {
    "SLF-06": Formula(Count(_outcomes_in_time), Count(_outcomes_due), 100),
    "SLF-07": Formula(Count(_matters_done), Count(_matters_due), 100),
    "SLF-08": Formula(Count(_admitted), Count(_given), 100),
    "SLF-10": Formula(Count(_wishes_fulfilled), Count(_wishes_due), 100),
}
