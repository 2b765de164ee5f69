"""The battle map: every task as a square, units, schedule, and what supervision found."""

from __future__ import annotations

import re
from dataclasses import replace

import polars as pl

from warehouse.access.scope import Scope
from warehouse.read.connection import fetch
from warehouse.read.record_filters import RecordFilter, written
from warehouse.read.record_sets import RECORD_SETS


def squares(scope: Scope, asked: RecordFilter) -> pl.DataFrame:
    """All tasks whenever listed, by field of governance, the done ones first.

    Returns:
        `record_id`, `title`, `kind`, `channel`, `state`, `department_name`, `area_name`,
        `due_on`, `progress`.
    """
    return _ask(
        scope,
        "tasks",
        asked,
        """
        select record_id, title, kind, channel, state, department_name, area_name, due_on,
            progress
        from <mart>
        where <matches>
        order by
            list_position(
                ['政治引领', '法治保障', '德治教化', '自治强基', '智治支撑'], channel
            ) nulls last,
            channel,
            list_position(['已销号', '推进中', '临期', '逾期'], state),
            due_on,
            record_id
        """,
    )


def progress(scope: Scope, asked: RecordFilter) -> pl.DataFrame:
    """One row: `tasks`, `done`, `going`, `soon`, `late`, `scheduled` (due by now), `behind`.

    `behind` is what should be struck off by the plan and is not, over all tasks; negative when
    more are done than the plan asks for.
    """
    return _ask(
        scope,
        "tasks",
        asked,
        """
        select
            count(*) as tasks,
            count(*) filter (state = '已销号') as done,
            count(*) filter (state = '推进中') as going,
            count(*) filter (state = '临期') as soon,
            count(*) filter (state = '逾期') as late,
            count(*) filter (due_on < (select as_of from marts.mart_event_cut)::date) as scheduled,
            scheduled - done as behind
        from <mart>
        where <matches>
        """,
    )


def units(scope: Scope, asked: RecordFilter) -> pl.DataFrame:
    """Tasks by who must act, those with the most overdue first.

    Returns:
        `department_code`, `department_name`, `done`, `going`, `soon`, `late`, `tasks`.
    """
    return _ask(
        scope,
        "tasks",
        replace(asked, department_code=None),
        """
        select
            department_code,
            any_value(department_name) as department_name,
            count(*) filter (state = '已销号') as done,
            count(*) filter (state = '推进中') as going,
            count(*) filter (state = '临期') as soon,
            count(*) filter (state = '逾期') as late,
            count(*) as tasks
        from <mart>
        where <matches>
        group by all
        order by late desc, soon desc, tasks desc, department_code
        """,
    )


def schedule(scope: Scope, asked: RecordFilter) -> pl.DataFrame:
    """Tasks due and tasks struck off by the end of each month, cumulated.

    Returns:
        `day` (the last of a month; the data cut's day for the running one), `scheduled`, `done`
        (null after the data cut); a year back and a quarter ahead.
    """
    return _ask(
        scope,
        "tasks",
        asked,
        """
        with cut as (
            select (as_of - interval 1 microsecond)::date as today from marts.mart_event_cut
        ),
        tasks as (
            select due_on, done_on from <mart> where <matches>
        ),
        days as (
            -- The running month is told up to the data cut.
            select
                case when today between month and last_day(month::date) then today
                else last_day(month::date) end as day,
                today
            from cut, generate_series(
                date_trunc('month', today) - interval 12 month,
                date_trunc('month', today) + interval 3 month,
                interval 1 month
            ) as months (month)
        )
        select
            day,
            count(*) filter (due_on <= day) as scheduled,
            case when day <= any_value(today) then count(*) filter (done_on <= day) end as done
        from days, tasks
        group by day
        order by day
        """,
    )


def supervision(scope: Scope, asked: RecordFilter) -> pl.DataFrame:
    """Findings of the period by the four supervisions.

    Returns:
        `kind`, `found`, `rectified`, `going`, `late`; the four in the order of their rhythm.
    """
    plain = replace(asked, kind=None, channel=None, state=None, text=None)
    return _ask(
        scope,
        "supervision_findings",
        plain,
        """
        with found as (
            select * from <mart> where <opened> and <matches>
        )
        select
            four.kind,
            count(found.record_id) as found,
            count(*) filter (found.state = '已整改') as rectified,
            count(*) filter (found.state = '整改中') as going,
            count(*) filter (found.state = '逾期未改') as late
        from (
            select unnest(['月调度', '季讲评', '半年督查', '年考核']) as kind,
                unnest(range(4)) as place
        ) as four
        left join found on four.kind = found.kind
        group by four.kind, four.place
        order by four.place
        """,
    )


def _ask(scope: Scope, record_set: str, asked: RecordFilter, sql: str) -> pl.DataFrame:
    text = written(sql, RECORD_SETS[record_set].mart)
    given = asked.parameters(scope.area_code)
    # DuckDB refuses values that the query does not name.
    return fetch(scope, text, **{name: given[name] for name in re.findall(r"\$(\w+)", text)})
