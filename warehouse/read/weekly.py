"""What the weekly report of a place is written from."""

from __future__ import annotations

from datetime import date, datetime

import polars as pl

from warehouse.access.scope import Scope
from warehouse.read.connection import fetch


def cut(scope: Scope) -> pl.DataFrame:
    """One row: `as_of`, the moment up to which data count, and `build_id`."""
    return fetch(scope, "select as_of, build_id from marts.mart_event_cut")


def lines(scope: Scope, area_code: str, week: date) -> pl.DataFrame:
    """The main table of a place and ISO week, line by line.

    Args:
        scope: What is read.
        area_code: The place.
        week: Its Monday.

    Returns:
        The columns of `mart_report_weekly`. A line without a value has a null value; no rows
        for an unknown place or a week outside the history.
    """
    return fetch(
        scope,
        """
        from marts.mart_report_weekly
        where area_code = $area_code and period_start = $week
        order by line_no
        """,
        area_code=area_code,
        week=week,
    )


def below(scope: Scope, area_code: str, week: date) -> pl.DataFrame:
    """The same table for the places right below one: the columns of `mart_report_weekly`."""
    return fetch(
        scope,
        """
        from marts.mart_report_weekly
        where parent_code = $area_code and period_start = $week
        order by area_code, line_no
        """,
        area_code=area_code,
        week=week,
    )


def classes(scope: Scope, area_code: str, week: date) -> pl.DataFrame:
    """Events of a week by class: `class_name`, `reported`, `share` (%); the most frequent first."""
    return fetch(
        scope,
        """
        select class_name, reported, share
        from marts.mart_report_classes
        where area_code = $area_code and period_start = $week
        order by reported desc, class_name
        """,
        area_code=area_code,
        week=week,
    )


def overdue(scope: Scope, area_code: str, moment: datetime) -> pl.DataFrame:
    """Events of a place that were overdue and open at a moment, the longest overdue first.

    Returns:
        The columns of `mart_report_overdue`; as many rows as 超期未结 (OPS-18) says.
    """
    return fetch(
        scope,
        """
        select overdue.*
        from marts.mart_report_overdue as overdue
        inner join core.bridge_area_ancestors as bridge
            on overdue.area_code = bridge.area_code
        where bridge.ancestor_code = $area_code
            and overdue.overdue_since < $moment
            and (overdue.overdue_until is null or overdue.overdue_until >= $moment)
        order by overdue.overdue_since, overdue.event_id
        """,
        area_code=area_code,
        moment=moment,
    )
