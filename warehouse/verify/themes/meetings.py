"""督导考核: what meetings decided and inspections found, done by its date; checks of the norm."""

from __future__ import annotations

import polars as pl

from warehouse.verify.city import City
from warehouse.verify.counting import Count, Formula, entries
from warehouse.verify.settling import settle_by_day

_DIMENSIONS = 4


def _actions(city: City) -> pl.DataFrame:
    return settle_by_day(city, city.rows("program/meeting_actions"), "done_on", "due_on")


def _actions_due(city: City) -> pl.DataFrame:
    return entries(city.derived(_actions), "settled")


def _actions_in_time(city: City) -> pl.DataFrame:
    return entries(city.derived(_actions).filter("in_time"), "settled")


def _findings(city: City) -> pl.DataFrame:
    rows = city.rows("program/supervision_findings")
    return settle_by_day(city, rows, "rectified_on", "due_on")


def _findings_due(city: City) -> pl.DataFrame:
    return entries(city.derived(_findings), "settled")


def _findings_in_time(city: City) -> pl.DataFrame:
    return entries(city.derived(_findings).filter("in_time"), "settled")


def _rounds(city: City) -> pl.DataFrame:
    """One row per grid or department and quarter that was judged.

    Judged: all four dimensions were checked, or one has failed. It counts on the day, and at the
    place, of the last check of the quarter.
    """
    rows = city.rows("program/compliance_checks").filter(
        pl.col("checked_on").cast(pl.Datetime("us")) < city.cut.as_of
    )
    rows = rows.with_columns(
        unit=pl.coalesce("department_code", "area_code"),
        is_department=pl.col("department_code").is_not_null(),
        quarter=pl.col("checked_on").dt.truncate("1q"),
    ).sort("checked_on", "check_id")
    rounds = rows.group_by("is_department", "unit", "quarter").agg(
        pl.col("area_code").last(),
        pl.col("checked_on").last(),
        all_passed=pl.col("passed").all(),
        dimensions=pl.col("dimension").n_unique(),
    )
    is_whole = pl.col("dimensions") == _DIMENSIONS
    return rounds.filter(is_whole | ~pl.col("all_passed")).with_columns(
        is_compliant=is_whole & pl.col("all_passed")
    )


def _evaluated(city: City) -> pl.DataFrame:
    return entries(city.derived(_rounds), "checked_on")


def _compliant(city: City) -> pl.DataFrame:
    return entries(city.derived(_rounds).filter("is_compliant"), "checked_on")


FORMULAS = {
    "OPS-16": Formula(Count(_actions_in_time), Count(_actions_due), 100),
    "POL-05": Formula(Count(_compliant), Count(_evaluated), 100),
    "POL-06": Formula(Count(_findings_in_time), Count(_findings_due), 100),
}
