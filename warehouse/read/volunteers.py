"""Volunteering in numbers: places side by side, hours a day, who carries them, orders."""

from __future__ import annotations

from datetime import date

import polars as pl

from warehouse.access.scope import Scope
from warehouse.read.connection import fetch
from warehouse.read.record_filters import RecordFilter, written
from warehouse.read.record_sets import RECORD_SETS
from warehouse.read.usual_days import before_the_usual, last_whole_day


def by_place(scope: Scope, area_code: str, period: tuple[str, date]) -> pl.DataFrame:
    """A place, first, and those right below it, with the columns of `mart_volunteer_places`.

    Args:
        scope: What the reader may see.
        area_code: The place above.
        period: `period_type` and `period_start`, as in `indicators.periods`.
    """
    return fetch(
        scope,
        """
        from marts.mart_volunteer_places
        where $area_code in (area_code, parent_code)
            and period_type = $period_type and period_start = $period_start
        order by area_code = $area_code desc, hours desc nulls last, area_code
        """,
        area_code=area_code,
        period_type=period[0],
        period_start=period[1],
    )


def deciles(scope: Scope, area_code: str, period: tuple[str, date]) -> pl.DataFrame:
    """Tenths of the volunteers who served, the busiest first; none under 50 volunteers.

    Returns:
        The columns of `mart_volunteer_deciles`.
    """
    return fetch(
        scope,
        """
        from marts.mart_volunteer_deciles
        where area_code = $area_code
            and period_type = $period_type and period_start = $period_start
        order by decile
        """,
        area_code=area_code,
        period_type=period[0],
        period_start=period[1],
    )


def hours_trend(scope: Scope, asked: RecordFilter, *, days: int) -> pl.DataFrame:
    """Hours of service a day, the last `days` whole days up to the end of the period.

    Returns:
        `day`, `reported` (hours), and the usual range `low` to `high`: P10 and P90 of the same
        weekday in the eight weeks before; null without eight weeks of history.
    """
    counted = """
        with counted as (
            select
                case when $is_trailing then window_date else entry_date end as day,
                sum(hours) as reported
            from marts.mart_service_days
            where entry_date >= $last_day - $days::integer - 57
                and area_code in (
                    select area_code from core.bridge_area_ancestors
                    where ancestor_code = $area_code
                )
            group by all
        )
    """
    return fetch(
        scope,
        before_the_usual(counted),
        area_code=asked.area_code,
        is_trailing=asked.is_trailing,
        last_day=last_whole_day(asked.last_day, asked.end_at, is_trailing=asked.is_trailing),
        days=days,
    )


def kinds(
    scope: Scope, asked: RecordFilter, span: tuple[date, date], before: tuple[date, date]
) -> pl.DataFrame:
    """Hours by kind of service, the most first: `kind`, `hours`, `previous`.

    Args:
        scope: What the reader may see.
        asked: The place, and which clock days run on.
        span: First and last day of the period.
        before: Those of the period that it is compared with.
    """
    return fetch(
        scope,
        """
        with dated as (
            select
                case when $is_trailing then window_date else entry_date end as day,
                kind,
                hours
            from marts.mart_service_days
            where area_code in (
                select area_code from core.bridge_area_ancestors where ancestor_code = $area_code
            )
        )
        select
            kind,
            coalesce(sum(hours) filter (day between $first_day and $last_day), 0) as hours,
            coalesce(sum(hours) filter (day between $previous_first and $previous_last), 0)
                as previous
        from dated
        where day between $previous_first and $last_day
        group by all
        having hours > 0
        order by hours desc, kind
        """,
        area_code=asked.area_code,
        is_trailing=asked.is_trailing,
        first_day=span[0],
        last_day=span[1],
        previous_first=before[0],
        previous_last=before[1],
    )


def order_funnel(scope: Scope, asked: RecordFilter) -> pl.DataFrame:
    """How far the orders of the period have come: `step`, `orders`, `waiting`, `overdue`.

    Returns:
        Three rows, 点单, 接单 and 完成; `waiting` are those that stand before the next step,
        `overdue` those of them past their deadline.
    """
    sql = """
        with orders as (
            select * from <mart> where <opened> and <matches>
        )
        select
            unnest(['点单', '接单', '完成']) as step,
            unnest([
                count(*), count(*) filter (accepted_at is not null), count(*) filter (not is_open)
            ]) as orders,
            unnest([
                count(*) filter (is_open and accepted_at is null),
                count(*) filter (is_open and accepted_at is not null),
                null
            ]) as waiting,
            unnest([
                count(*) filter (is_overdue and accepted_at is null),
                count(*) filter (is_overdue and accepted_at is not null),
                null
            ]) as overdue
        from orders
    """
    plain = RecordFilter(
        area_code=asked.area_code,
        start_at=asked.start_at,
        end_at=asked.end_at,
        previous_start_at=asked.previous_start_at,
        previous_end_at=asked.previous_end_at,
    )
    text = written(sql, RECORD_SETS["service_orders"].mart)
    given = plain.parameters(scope.area_code)
    return fetch(scope, text, **{name: given[name] for name in given if f"${name}" in text})
