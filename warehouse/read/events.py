"""Grid events: the data cut, what filters offer, figures, trend and classes."""

from __future__ import annotations

import polars as pl

from warehouse.access.scope import Scope
from warehouse.read.connection import fetch
from warehouse.read.event_filters import FINDS, MATCHES, EventFilter, over_entries
from warehouse.read.usual_days import before_the_usual, last_whole_day


def data_cut(scope: Scope) -> pl.DataFrame:
    """One row: `as_of`, `build_id`, `due_soon_hours`, `root_area_code`, `root_area_name`."""
    return fetch(scope, "from marts.mart_event_cut")


def choices(scope: Scope) -> pl.DataFrame:
    """What filters can offer: `kind`, `choice`, `label`, `line`, `events`; the frequent first."""
    return fetch(scope, "from marts.mart_event_choices order by kind, events desc, choice")


def targets(scope: Scope, area_code: str) -> pl.DataFrame:
    """Targets for a place: `indicator_code`, `target`, `severe_line`, `better`, `unit`."""
    return fetch(
        scope,
        """
        select catalogue.indicator_code, targets.target, targets.severe_line, better, unit
        from reference.indicators as catalogue
        left join indicators.indicator_targets as targets
            on catalogue.indicator_code = targets.indicator_code
            and targets.area_code = $area_code
        """,
        area_code=area_code,
    )


def figures(scope: Scope, asked: EventFilter) -> pl.DataFrame:
    """The flows of the period, and of the one before it.

    Returns:
        Two rows, `is_previous` false and true: `reported`, `closing_due`, `closing_on_time`,
        `closed`, `closed_in_grid`, `called`, `satisfied`, `overdue` (the stock at the end of the
        period), and the shares in percent `on_time_rate`, `in_grid_rate`, `satisfied_rate`, null
        where there was nothing to be judged.
    """
    sql, parameters = over_entries(
        """
        with periods as (
            select false as is_previous, $first_day as first_day, $last_day as last_day
            union all
            select true, $previous_first_day, $previous_last_day
        ),
        days as (
            select measure_code, <day> as day, sum(value) as value
            from <entries>
            where measure_code in (
                    'events_reported', 'closing_due', 'closing_done_on_time', 'events_closed',
                    'events_closed_in_grid', 'callbacks_valid', 'callbacks_satisfied',
                    'overdue_open'
                )
                and (<day> >= $previous_first_day or measure_code = 'overdue_open')
                and <day> <= $last_day
                and <matches>
            group by all
        ),
        summed as (
            select
                is_previous,
                sum(value) filter (measure_code = 'events_reported') as reported,
                sum(value) filter (measure_code = 'closing_due') as closing_due,
                sum(value) filter (measure_code = 'closing_done_on_time') as closing_on_time,
                sum(value) filter (measure_code = 'events_closed') as closed,
                sum(value) filter (measure_code = 'events_closed_in_grid') as closed_in_grid,
                sum(value) filter (measure_code = 'callbacks_valid') as called,
                sum(value) filter (measure_code = 'callbacks_satisfied') as satisfied,
                sum(value) filter (measure_code = 'overdue_open') as overdue
            from periods
            left join days
                on day <= last_day
                and (day >= first_day or measure_code = 'overdue_open')
            group by all
        )
        select
            is_previous,
            coalesce(columns(* exclude (is_previous)), 0)::bigint,
            100 * coalesce(closing_on_time, 0) / closing_due as on_time_rate,
            100 * coalesce(closed_in_grid, 0) / closed as in_grid_rate,
            100 * coalesce(satisfied, 0) / called as satisfied_rate
        from summed
        order by is_previous
        """,
        asked,
    )
    return fetch(
        scope,
        sql,
        **parameters,
        first_day=asked.first_day,
        last_day=asked.last_day,
        previous_first_day=asked.previous_first_day,
        previous_last_day=asked.previous_last_day,
    )


def standing(scope: Scope, asked: EventFilter) -> pl.DataFrame:
    """One row of counts at the data cut, whenever reported: `open`, `overdue`, `due_soon`."""
    sql = """
        select
            count(*) as open,
            count(*) filter (is_overdue) as overdue,
            count(*) filter (time_status = 'due_soon') as due_soon
        from marts.mart_event_list
        where is_open and <matches> and <finds>
    """
    sql = sql.replace("<matches>", MATCHES).replace("<finds>", FINDS)
    return fetch(scope, sql, **asked.searching())


def trend(scope: Scope, asked: EventFilter, *, days: int) -> pl.DataFrame:
    """Reports a day, the last `days` whole days up to the end of the period.

    Returns:
        `day`, `reported`, and the usual range `low` to `high`: P10 and P90 of the same weekday
        in the eight weeks before; null without eight weeks of history.
    """
    counted = """
        with counted as (
            select <day> as day, sum(value)::bigint as reported
            from <entries>
            where measure_code = 'events_reported'
                and <day> between $last_day - $days::integer - 56 and $last_day
                and <matches>
            group by all
        )
    """
    sql, parameters = over_entries(before_the_usual(counted), asked)
    until = last_whole_day(asked.last_day, asked.end_at, is_trailing=asked.is_trailing)
    return fetch(scope, sql, **parameters, last_day=until, days=days)


def classes(scope: Scope, asked: EventFilter) -> pl.DataFrame:
    """Reports of the period by class: `class_name`, `reported`, `previous`; the most first."""
    sql, parameters = over_entries(
        """
        select
            class_name,
            coalesce(sum(value) filter (<day> between $first_day and $last_day), 0)::bigint
                as reported,
            coalesce(
                sum(value) filter (<day> between $previous_first_day and $previous_last_day), 0
            )::bigint as previous
        from <entries>
        where measure_code = 'events_reported'
            and <day> between $previous_first_day and $last_day
            and <matches>
        group by all
        order by reported desc, class_name
        """,
        asked,
    )
    return fetch(
        scope,
        sql,
        **parameters,
        first_day=asked.first_day,
        last_day=asked.last_day,
        previous_first_day=asked.previous_first_day,
        previous_last_day=asked.previous_last_day,
    )
