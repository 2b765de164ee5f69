"""Records of any set: what filters offer, the list, counts, parts, places, days, one record.

A record set is a list mart with the columns that all of them begin with; see `record_sets`.
Names of tables and columns come from our own words, values are bound as parameters.
"""

from __future__ import annotations

import re
from typing import Any

import polars as pl

from warehouse.access.scope import Scope
from warehouse.read.connection import fetch
from warehouse.read.record_days import OPENED_A_DAY
from warehouse.read.record_filters import DIMENSIONS, FLOWS, RecordFilter, written
from warehouse.read.record_sets import RECORD_SETS
from warehouse.read.usual_days import last_whole_day


def offered(scope: Scope, record_set: str) -> pl.DataFrame:
    """What boxes can offer: `dimension`, `choice`, `label`, `records`; the frequent first."""
    sql = """
        select <dimension> as dimension, <code> as choice, any_value(<words>) as label,
            count(*) as records
        from <mart>
        where <code> is not null and <readable>
        group by all
    """
    mart = RECORD_SETS[record_set].mart
    parts = [written(sql, mart, dimension=dimension) for dimension in DIMENSIONS]
    return fetch(
        scope,
        " union all ".join(parts) + " order by dimension, records desc, choice",
        reader_area=scope.area_code,
    )


def count(scope: Scope, record_set: str, asked: RecordFilter, *, shown: str) -> int:
    """How many records the list has in all; `shown` is a key of `SHOWN`."""
    sql = "select count(*) from <mart> where <shown> and <matches>"
    return int(ask(scope, record_set, asked, sql, shown=shown).item())


def page(
    scope: Scope,
    record_set: str,
    asked: RecordFilter,
    *,
    shown: str,
    limit: int,
    offset: int = 0,
) -> pl.DataFrame:
    """Records of the list, the most urgent first, with all columns of the mart.

    Args:
        scope: What the reader may see.
        record_set: A key of `RECORD_SETS`.
        asked: Period, place and what narrows them.
        shown: A key of `SHOWN`.
        limit: At most this many rows.
        offset: Rows left out before them.
    """
    # The keys in the order first: whole rows are dear to sort up to a deep page.
    sql = """
        from <mart>
        where record_id in (
            select record_id
            from <mart>
            where <shown> and <matches>
            order by urgency_place
            limit $limit offset $offset
        )
        order by urgency_place
    """
    return ask(scope, record_set, asked, sql, shown=shown, limit=limit, offset=offset)


def standing(scope: Scope, record_set: str, asked: RecordFilter) -> pl.DataFrame:
    """One row of counts.

    Returns:
        `opened`, `previous_opened`, `closed`, `previous_closed` in the period and the one
        before; `open`, `overdue`, `due_soon` at the data cut, whenever opened.
    """
    sql = """
        select
            count(*) filter (<opened>) as opened,
            count(*) filter (<opened before>) as previous_opened,
            count(*) filter (<closed>) as closed,
            count(*) filter (<closed before>) as previous_closed,
            count(*) filter (<open>) as open,
            count(*) filter (<overdue>) as overdue,
            count(*) filter (<due_soon>) as due_soon
        from <mart>
        where <matches>
    """
    return ask(scope, record_set, asked, sql)


def breakdown(
    scope: Scope, record_set: str, asked: RecordFilter, dimension: str, *, shown: str = "opened"
) -> pl.DataFrame:
    """The records of a list by one dimension, the most first; the parts add to its count.

    Args:
        scope: What the reader may see.
        record_set: A key of `RECORD_SETS`.
        asked: Period, place and what narrows them.
        dimension: `kind`, `channel`, `state` or `department`.
        shown: A key of `SHOWN`.

    Returns:
        `choice` (what a filter takes; null where the mart says nothing), `part` (its words),
        `records`, `previous` (in the period before; null unless `opened` or `closed`).
    """
    sql = """
        select
            <code> as choice,
            coalesce(any_value(<words>), '未填写') as part,
            count(*) filter (<shown>) as records,
            count(*) filter (<shown before>) as previous
        from <mart>
        where (<shown> or <shown before>) and <matches>
        group by all
        order by records desc, previous desc, choice
    """
    found = ask(scope, record_set, asked, sql, shown=shown, dimension=dimension)
    return found if shown in FLOWS else found.with_columns(previous=pl.lit(None, pl.Int64))


def by_place(
    scope: Scope, record_set: str, asked: RecordFilter, level: str, *, shown: str = "all"
) -> pl.DataFrame:
    """The records of a list in each place of a level inside the place asked for.

    Returns:
        `area_code`, `area_name`, `records`, `open`, `overdue`, `population`,
        `per_ten_thousand` (records per 10,000 residents, null without residents). A place
        without records has a row with 0.
    """
    sql = """
        with counted as (
            select
                bridge.ancestor_code as area_code,
                count(*) as records,
                count(*) filter (found.is_open) as open,
                count(*) filter (found.is_open and found.is_overdue) as overdue
            from (from <mart> where <shown> and <matches>) as found
            inner join core.bridge_area_ancestors as bridge
                on found.area_code = bridge.area_code
                and bridge.ancestor_level = $level
            group by all
        )
        select
            areas.area_code,
            areas.area_name,
            coalesce(counted.records, 0) as records,
            coalesce(counted.open, 0) as open,
            coalesce(counted.overdue, 0) as overdue,
            areas.population,
            10000 * coalesce(counted.records, 0) / nullif(areas.population, 0)
                as per_ten_thousand
        from core.bridge_area_ancestors as inside
        inner join marts.mart_event_areas as areas
            on inside.area_code = areas.area_code
            and areas.level = $level
        left join counted
            on areas.area_code = counted.area_code
        where inside.ancestor_code = $area_code
        order by areas.area_code
    """
    return ask(scope, record_set, asked, sql, shown=shown, level=level)


def trend(scope: Scope, record_set: str, asked: RecordFilter, *, days: int) -> pl.DataFrame:
    """Records opened a day, the last `days` whole days up to the end of the period.

    Returns:
        `day`, `reported`, and the usual range `low` to `high`: P10 and P90 of the same weekday
        in the eight weeks before; null without eight weeks of history.
    """
    until = last_whole_day(asked.last_day, asked.end_at, is_trailing=asked.is_trailing)
    return ask(scope, record_set, asked, OPENED_A_DAY, days=days, last_day=until)


def one(scope: Scope, record_set: str, record_id: str) -> pl.DataFrame:
    """The row of one record; no row when it is unknown, or the reader may not see it."""
    sql = written(
        "from <mart> where record_id = $record_id and <readable>", RECORD_SETS[record_set].mart
    )
    return fetch(scope, sql, record_id=record_id, reader_area=scope.area_code)


def steps(scope: Scope, record_set: str, record_id: str) -> pl.DataFrame:
    """The line of time of one record, the earliest first; what is still to come last.

    No rows for a set without lines of time, or a record that the reader may not see.
    """
    known = RECORD_SETS[record_set]
    if known.steps is None or one(scope, record_set, record_id).is_empty():
        return pl.DataFrame()
    return fetch(
        scope,
        f"from {known.steps} where record_id = $record_id order by seq",
        record_id=record_id,
    )


def ask(scope: Scope, record_set: str, asked: RecordFilter, sql: str, **own: Any) -> pl.DataFrame:
    """Run a query over one set, written in the words of `record_filters.written`.

    Args:
        scope: What the reader may see.
        record_set: A key of `RECORD_SETS`.
        asked: Period, place and what narrows them.
        sql: The query.
        own: Values that the query names besides those of the filter; `shown` and `dimension`
            where it leaves places for them.
    """
    words = {name: own.pop(name) for name in ("shown", "dimension") if name in own}
    text = written(sql, RECORD_SETS[record_set].mart, **words)
    given = {**asked.parameters(scope.area_code), **own}
    # DuckDB refuses values that the query does not name.
    named = set(re.findall(r"\$(\w+)", text))
    return fetch(scope, text, **{name: given[name] for name in named})
