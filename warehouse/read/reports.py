"""What the reports of a place are written from: lines, classes, overdue events, resolutions."""

from __future__ import annotations

from datetime import date, datetime

import polars as pl

from warehouse.access.scope import Scope
from warehouse.read.connection import fetch


def cut(scope: Scope) -> pl.DataFrame:
    """One row: `as_of`, the moment up to which data count, and `build_id`."""
    return fetch(scope, "select as_of, build_id from marts.mart_event_cut")


def lines(scope: Scope, report: str, area_code: str, period_start: date) -> pl.DataFrame:
    """The indicators of a report, line by line.

    Args:
        scope: What is read.
        report: `weekly`, `monthly`, `quarterly`, `half-yearly` or `annual`.
        area_code: The place.
        period_start: First day of the week, month, quarter, half year or year.

    Returns:
        The columns of `mart_report_lines`. A line without a value has a null value; no rows
        for an unknown report or place, or a period outside the history.
    """
    return fetch(
        scope,
        """
        from marts.mart_report_lines
        where report = $report and area_code = $area_code and period_start = $period_start
        order by line_no
        """,
        report=report,
        area_code=area_code,
        period_start=period_start,
    )


def below(scope: Scope, report: str, area_code: str, period_start: date) -> pl.DataFrame:
    """The same for the places right below one, place by place.

    Returns:
        The columns of `mart_report_lines`; no rows for a place with only grids below it.
    """
    return fetch(
        scope,
        """
        from marts.mart_report_lines
        where report = $report and parent_code = $area_code and period_start = $period_start
        order by area_code, line_no
        """,
        report=report,
        area_code=area_code,
        period_start=period_start,
    )


def classes(scope: Scope, area_code: str, period_type: str, period_start: date) -> pl.DataFrame:
    """Events reported in a period by class, the most frequent first.

    Returns:
        `class_place`, `class_name`, `reported`, `previous_reported`, `last_year_reported`,
        `share` (%, not rounded). A class that only had events before has 0.
    """
    return fetch(
        scope,
        """
        select class_place, class_name, reported, previous_reported, last_year_reported, share
        from marts.mart_report_classes
        where area_code = $area_code and period_type = $period_type
            and period_start = $period_start
        order by class_place
        """,
        area_code=area_code,
        period_type=period_type,
        period_start=period_start,
    )


def overdue(scope: Scope, area_code: str, moment: datetime) -> pl.DataFrame:
    """Events of a place that were overdue and open at a moment, the longest overdue first.

    Returns:
        The columns of `mart_report_overdue` and `overdue_days`, from the deadline to the moment
        with its fraction; as many rows as 超期未结 (OPS-18) says.
    """
    return fetch(
        scope,
        """
        select
            overdue.*,
            date_diff('second', overdue.overdue_since, $moment::timestamp) / 86400.0
                as overdue_days
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


def actions(scope: Scope, area_code: str, moment: datetime, since: date) -> pl.DataFrame:
    """What meetings resolved for a place, as it stood at a moment.

    Args:
        scope: What is read.
        area_code: The place; with what concerns a place below it.
        moment: Of meetings before it; what was done later was not done yet.
        since: Leaves out what had been done before this day. What had not is listed however
            old it is.

    Returns:
        The columns of `mart_report_actions` (`done_on` null if it was not done by then), with
        `state` (超期, 推进中, 已办结), `is_done_on_time` (null while it is not due) and
        `overdue_days` from the deadline to the day of the moment, or to that on which it was
        done (null if in time). First what is overdue, then by deadline.
    """
    return fetch(
        scope,
        """
        with known as (
            select
                actions.* replace (case when done_on < $moment then done_on end as done_on)
            from marts.mart_report_actions as actions
            inner join core.bridge_area_ancestors as bridge
                on actions.area_code = bridge.area_code
            where bridge.ancestor_code = $area_code
                and actions.meeting_on < $moment
                and (actions.done_on is null or actions.done_on >= $since)
        )

        select
            *,
            case
                when done_on is not null then '已办结'
                when due_on < $moment::date then '超期'
                else '推进中'
            end as state,
            case
                when done_on is not null then done_on <= due_on
                when due_on < $moment::date then false
            end as is_done_on_time,
            nullif(greatest(0, coalesce(done_on, $moment::date) - due_on), 0) as overdue_days
        from known
        order by list_position(['超期', '推进中', '已办结'], state), due_on, action_id
        """,
        area_code=area_code,
        moment=moment,
        since=since,
    )
