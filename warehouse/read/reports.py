"""What the reports are written from."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import polars as pl

from warehouse.access.scope import Scope
from warehouse.read import weekly
from warehouse.read.connection import fetch

cut = weekly.cut


def lines(scope: Scope, report: str, area_code: str, period_start: date) -> pl.DataFrame:
    """The main table of a place and period, line by line."""
    return _more(weekly.lines(scope, area_code, period_start))


def below(scope: Scope, report: str, area_code: str, period_start: date) -> pl.DataFrame:
    """The same table for the places right below one."""
    return _more(weekly.below(scope, area_code, period_start))


def _more(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.with_columns(
        pl.lit("week").alias("period_type"),
        pl.lit(None, pl.Float64).alias("previous_denominator"),
        pl.lit(None, pl.Float64).alias("last_year_denominator"),
        pl.lit(value=False).alias("is_late"),
    )


def classes(scope: Scope, area_code: str, period_type: str, period_start: date) -> pl.DataFrame:
    """Events by class."""
    now, before, year = (
        weekly.classes(scope, area_code, period_start - timedelta(days)) for days in (0, 7, 364)
    )
    joined = now.join(before, on="class_name", how="left", suffix="_before")
    joined = joined.join(year, on="class_name", how="left", suffix="_year")
    return joined.select(
        "class_name",
        pl.col("reported").alias("value"),
        pl.col("reported_before").alias("previous_value"),
        pl.col("reported_year").alias("last_year_value"),
    ).with_row_index("class_place", 1)


def overdue(scope: Scope, area_code: str, moment: datetime) -> pl.DataFrame:
    """Events overdue and open at a moment."""
    days = (pl.lit(moment) - pl.col("overdue_since")).dt.total_seconds() / 86400
    return weekly.overdue(scope, area_code, moment).with_columns(days.alias("overdue_days"))


def actions(scope: Scope, area_code: str, moment: datetime) -> pl.DataFrame:
    """Meeting actions at a moment."""
    return fetch(
        scope,
        """
        select
            record_id as action_id, title, area_name, department_name, meeting_on, due_on, done_on,
            case
                when done_on is not null then 'done'
                when due_on < $moment::date then 'overdue'
                else 'in_progress'
            end as state
        from marts.mart_meeting_actions_list
        inner join core.bridge_area_ancestors as bridge using (area_code)
        where bridge.ancestor_code = $area_code
            and meeting_on >= $moment::date - 40 and meeting_on < $moment
        order by meeting_on desc, due_on, record_id
        """,
        area_code=area_code,
        moment=moment,
    )
