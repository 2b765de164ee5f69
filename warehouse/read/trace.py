"""Trace a number: what it says, and the ledger entries and raw rows that it is made of.

The one read module that is allowed to be complex: it repeats, for one value, how the
measures of the catalogue add up, and keeps the entries instead of their sum.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import polars as pl

from warehouse.access.scope import Scope
from warehouse.read.connection import fetch
from warehouse.read.event_filters import EventFilter, over_entries

# Entries of the measure below the place, up to the end of the period.
_CANDIDATES = """
    period as (
        select start_at, end_at, counted_until
        from indicators.periods
        where period_type = $period_type and period_start = $period_start
    ),
    candidates as (
        select ledger.*, period.start_at, period.counted_until
        from ledger.ledger_entries as ledger
        cross join period
        where ledger.measure_code = $measure_code
            and ledger.entry_at < period.end_at
            and ledger.area_code in (
                select area_code from core.bridge_area_ancestors where ancestor_code = $area_code
            )
    )
"""

# How each aggregation chooses the entries that stand behind its value.
_OF_PERIOD = "select * from candidates where entry_at >= start_at"
_KEPT = {
    "sum": _OF_PERIOD,
    "median": _OF_PERIOD,
    "p90": _OF_PERIOD,
    # What came and has not gone: one entry a key, worth what is left of it.
    "balance": """
        select * replace (sum(value) over same_key as value)
        from candidates
        where entry_at < counted_until
        window same_key as (partition by distinct_key)
        qualify sum(value) over same_key != 0
            and row_number() over (partition by distinct_key order by entry_at desc) = 1
    """,
    # One entry a key, the latest.
    "distinct": """
        select * replace (1 as value)
        from candidates
        where entry_at >= start_at
        qualify row_number() over (partition by distinct_key order by entry_at desc) = 1
    """,
    "distinct_in_window": """
        select * replace (1 as value)
        from candidates
        where entry_at < counted_until
            and entry_at >= counted_until - to_days(
                (select window_days from reference.measures where measure_code = $measure_code)
                ::integer
            )
        qualify row_number() over (partition by distinct_key order by entry_at desc) = 1
    """,
    # All entries of the tenth of the keys with the largest sums, the tenth rounded up.
    "top_share": """
        select candidates.*
        from candidates
        inner join (
            select distinct_key
            from candidates
            where entry_at >= start_at
            group by all
            qualify row_number() over (order by sum(value) desc, distinct_key)
                <= ceil(count(*) over () / 10.0)
        ) as top_keys
            on candidates.distinct_key = top_keys.distinct_key
        where entry_at >= start_at
    """,
}

_LISTED = """
    select
        kept.entry_at,
        split_part(kept.source_key, '#', 1) as number,
        events.title,
        areas.area_path,
        departments.department_name,
        kept.value,
        rows.source_feed,
        rows.source_file,
        rows.source_row
    from kept
    left join core.row_sources as rows
        on kept.source_model = rows.source_model
        and kept.source_key = rows.source_key
        and rows.source_model in (select unnest($models))
    left join core.dim_areas as areas
        on kept.area_code = areas.area_code
    left join core.dim_departments as departments
        on kept.department_code = departments.department_code
    left join marts.mart_event_list as events
        on split_part(kept.source_key, '#', 1) = events.event_id
    order by kept.entry_at desc, kept.source_key
    limit $limit
"""

_BY_PLACE = """
    select coalesce(parts.area_name, '本级') as part, count(*) as entries, sum(kept.value) as value
    from kept
    left join (
        select bridge.area_code, areas.area_name
        from core.bridge_area_ancestors as bridge
        inner join core.dim_areas as areas
            on bridge.ancestor_code = areas.area_code
        where areas.parent_code = $area_code
    ) as parts
        on kept.area_code = parts.area_code
    group by all
    order by value desc, part
"""

_BY_DEPARTMENT = """
    select
        coalesce(departments.department_name, '网格、社区自处或未派遣') as part,
        count(*) as entries,
        sum(kept.value) as value
    from kept
    left join core.dim_departments as departments
        on kept.department_code = departments.department_code
    group by all
    order by value desc, part
"""

_BY_FILE = """
    select rows.source_feed, rows.source_file, count(*) as entries
    from kept
    left join core.row_sources as rows
        on kept.source_model = rows.source_model
        and kept.source_key = rows.source_key
        and rows.source_model in (select unnest($models))
    group by all
    order by entries desc, rows.source_file
"""


@dataclass(frozen=True)
class Value:
    """Which number is traced: one measure of one place and period.

    Attributes:
        measure_code: A code of `reference.measures`.
        area_code: The place.
        period_type: As in `indicators.periods`.
        period_start: As in `indicators.periods`.
    """

    measure_code: str
    area_code: str
    period_type: str
    period_start: date


def reading(
    scope: Scope, indicator_code: str, area_code: str, period_type: str, period_start: date
) -> pl.DataFrame:
    """The value and the words of its catalogue.

    Returns:
        One row: all of `indicator_readings`, and `definition`, `pitfalls`, `scale`, the two
        measures with `…_name` and `…_aggregation`; no row for a value that is not there.
    """
    return fetch(
        scope,
        """
        select
            readings.*,
            catalogue.definition,
            catalogue.pitfalls,
            catalogue.source as basis,
            catalogue.scale,
            catalogue.numerator_measure,
            catalogue.denominator_measure,
            above.name_zh as numerator_name,
            above.aggregation as numerator_aggregation,
            below.name_zh as denominator_name
        from indicators.indicator_readings as readings
        inner join reference.indicators as catalogue
            on readings.indicator_code = catalogue.indicator_code
        left join reference.measures as above
            on catalogue.numerator_measure = above.measure_code
        left join reference.measures as below
            on catalogue.denominator_measure = below.measure_code
        where readings.indicator_code = $indicator_code
            and readings.area_code = $area_code
            and readings.period_type = $period_type
            and readings.period_start = $period_start
        """,
        indicator_code=indicator_code,
        area_code=area_code,
        period_type=period_type,
        period_start=period_start,
    )


def entries(scope: Scope, value: Value, *, limit: int | None = None) -> pl.DataFrame:
    """The ledger entries behind a measure's value, the latest first.

    For counts there are as many as the value: a balance gives what is in stock at the end of
    the period, a distinct count one entry a key. Order statistics give all values.

    Returns:
        `entry_at`, `number`, `title` (of events), `area_path`, `department_name`, `value`,
        `source_feed`, `source_file`, `source_row`.
    """
    return _behind(scope, value, _LISTED, limit=limit)


def by_place(scope: Scope, value: Value) -> pl.DataFrame:
    """The entries summed by the places right below: `part`, `entries`, `value`."""
    return _behind(scope, value, _BY_PLACE)


def by_department(scope: Scope, value: Value) -> pl.DataFrame:
    """The entries summed by responsible department: `part`, `entries`, `value`."""
    return _behind(scope, value, _BY_DEPARTMENT)


def by_file(scope: Scope, value: Value) -> pl.DataFrame:
    """The files that the entries come from: `source_feed`, `source_file`, `entries`."""
    return _behind(scope, value, _BY_FILE)


def of_filter(
    scope: Scope, measure_code: str, asked: EventFilter, *, limit: int | None = None
) -> pl.DataFrame:
    """The entries behind a figure of the events page, under all its filters.

    Args:
        scope: What the reader may see.
        measure_code: A flow of `mart_event_entries`.
        asked: The page's filters.
        limit: At most this many rows.

    Returns:
        The columns of `entries`, the latest first.
    """
    # Narrowed by event, so that the entries are asked for whatever the filter is.
    sql, parameters = over_entries(
        """
        with kept as (
            select *
            from marts.mart_event_entries
            where measure_code = $measure_code
                and <day> between $first_day and $last_day
                and <matches>
        )
        """,
        asked,
    )
    return fetch(
        scope,
        sql + _LISTED,
        **parameters,
        measure_code=measure_code,
        first_day=asked.first_day,
        last_day=asked.last_day,
        models=["fct_events", "fct_callbacks"],
        limit=limit,
    )


def _behind(scope: Scope, value: Value, sql: str, **parameters: object) -> pl.DataFrame:
    """Run a query that reads from `kept`, the entries behind the value."""
    known = fetch(
        scope,
        "select aggregation, window_days from reference.measures where measure_code = $code",
        code=value.measure_code,
    )
    if known.is_empty():
        raise ValueError(f"There is no measure {value.measure_code}.")
    aggregation, window_days = known.row(0)
    rule = "distinct_in_window" if window_days is not None else aggregation
    if "$models" in sql:
        # Told as values, so that only these facts are looked through for the raw rows.
        parameters["models"] = fetch(
            scope,
            "select distinct source_model from ledger.ledger_entries where measure_code = $code",
            code=value.measure_code,
        )["source_model"].to_list()
    return fetch(
        scope,
        f"with {_CANDIDATES}, kept as ({_KEPT[rule]}) {sql}",  # noqa: S608, only constants
        measure_code=value.measure_code,
        area_code=value.area_code,
        period_type=value.period_type,
        period_start=value.period_start,
        **parameters,
    )
