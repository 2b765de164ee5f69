"""What only petitions have: statutory clocks, stock and flow by month, matters that come again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import polars as pl

from warehouse.access.scope import Scope
from warehouse.read.connection import fetch
from warehouse.read.record_filters import READABLE, RecordFilter
from warehouse.read.records import ask


def clocks(scope: Scope, asked: RecordFilter) -> pl.DataFrame:
    """How the statutory clocks stand, in the order in which they begin.

    Returns:
        `clock`, `clock_name`, `limit_words`, `article`, `is_duty`; in the period `due` (done or
        run out, each petition once), `on_time` (of a right: used), `late`, and `on_time_rate` in
        percent, null where nothing was due and for rights; at the data cut `running`,
        `due_soon`, `overdue`.
    """
    sql = """
        with counted as (
            select
                clock,
                clock_order,
                clock_name,
                limit_words,
                article,
                is_duty,
                count(*) filter (settled_at >= $start_at and settled_at < $end_at) as due,
                count(*) filter (settled_at >= $start_at and settled_at < $end_at and is_on_time)
                    as on_time,
                count(*) filter (is_running) as running,
                count(*) filter (is_due_soon) as due_soon,
                count(*) filter (is_overdue) as overdue
            from marts.mart_petition_clocks
            where <matches>
            group by all
        )
        select
            * exclude (clock_order),
            due - on_time as late,
            case when is_duty then 100 * on_time / nullif(due, 0) end as on_time_rate
        from counted
        order by clock_order
    """
    return ask(scope, "petitions", asked, sql)


def marks(scope: Scope, asked: RecordFilter) -> pl.DataFrame:
    """What is to be noted of the petitions that are open at the data cut, the frequent first.

    The filter's own words do not narrow, so that marks can be compared.

    Returns:
        `mark`, such as `积案`, and `records`; a petition may have several.
    """
    sql = """
        select mark, count(*) as records
        from (
            select unnest(string_split(marks, '、')) as mark
            from <mart>
            where <open> and <matches> and marks is not null
        )
        group by all
        order by records desc, mark
    """
    return ask(scope, "petitions", replace(asked, text=None), sql)


def months(scope: Scope, area_code: str, until: date, *, count: int) -> pl.DataFrame:
    """Stock and flow of a place, the last `count` months up to a day, the oldest first.

    Returns:
        The columns of `mart_petition_months`.
    """
    sql = """
        from marts.mart_petition_months
        where area_code = $area_code
            and month_start <= $until
            and <readable>
        qualify row_number() over (order by month_start desc) <= $count
        order by month_start
    """
    return fetch(
        scope,
        sql.replace("<readable>", READABLE),
        area_code=area_code,
        until=until,
        count=count,
        reader_area=scope.area_code,
    )


def matters(scope: Scope, asked: RecordFilter, *, limit: int) -> pl.DataFrame:
    """Matters that came again in the period or are open; open ones first, then the most frequent.

    Channel, state and words do not narrow: a matter has several of each.

    Args:
        scope: What the reader may see.
        asked: Place, period, kind and department.
        limit: At most this many rows.

    Returns:
        The columns of `mart_petition_matters`, and `in_all`, how many there are without limit.
    """
    sql = """
        select *, count(*) over () as in_all
        from marts.mart_petition_matters
        where <readable>
            and area_code in (
                select area_code from core.bridge_area_ancestors where ancestor_code = $area_code
            )
            and ($kind is null or kind = $kind)
            and ($department_code is null or department_code = $department_code)
            and (
                is_open and $is_current
                or last_opened_at >= $start_at and last_opened_at < $end_at
            )
        order by is_open desc, times desc, last_opened_at desc, first_record_id
        limit $limit
    """
    return ask(scope, "petitions", asked, sql, limit=limit)
