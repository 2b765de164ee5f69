"""Trace a number: what it says, and the ledger entries and raw rows that it is made of.

How each kind of measure keeps its entries stands in `trace_rules`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import polars as pl

from warehouse.access.scope import Scope
from warehouse.read import event_list
from warehouse.read.connection import fetch
from warehouse.read.event_filters import EventFilter, over_entries
from warehouse.read.trace_rules import (
    BY_DEPARTMENT,
    BY_FILE,
    BY_PLACE,
    CANDIDATES,
    KEPT,
    LISTED,
)

_ALL = 2**31


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
        measures with `…_name` and `…_aggregation`, `target_basis`; no row for a value that is not
        there.
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
            below.name_zh as denominator_name,
            targets.target_basis
        from indicators.indicator_readings as readings
        inner join reference.indicators as catalogue
            on readings.indicator_code = catalogue.indicator_code
        left join reference.measures as above
            on catalogue.numerator_measure = above.measure_code
        left join reference.measures as below
            on catalogue.denominator_measure = below.measure_code
        left join indicators.indicator_targets as targets
            on readings.indicator_code = targets.indicator_code
            and readings.area_code = targets.area_code
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
    return _behind(scope, value, LISTED, limit=limit)


def by_place(scope: Scope, value: Value) -> pl.DataFrame:
    """The entries summed by the places right below: `part`, `entries`, `value`."""
    return _behind(scope, value, BY_PLACE)


def by_department(scope: Scope, value: Value) -> pl.DataFrame:
    """The entries summed by responsible department: `part`, `entries`, `value`."""
    return _behind(scope, value, BY_DEPARTMENT)


def by_file(scope: Scope, value: Value) -> pl.DataFrame:
    """The files that the entries come from, the most entries first.

    Returns:
        `source_feed`, `source_file`, `entries`; `row_count`, `content_hash` (SHA-256) and
        `loaded_at` of the file's latest load.
    """
    return _behind(scope, value, BY_FILE)


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
        sql + LISTED,
        **parameters,
        measure_code=measure_code,
        first_day=asked.first_day,
        last_day=asked.last_day,
        models=["fct_events", "fct_callbacks"],
        limit=limit,
    )


def of_list(
    scope: Scope, asked: EventFilter, shown: str, *, limit: int | None = None
) -> pl.DataFrame:
    """The events behind a count at the data cut, in the columns of `entries`.

    Args:
        scope: What the reader may see.
        asked: The page's filters; the period does not narrow.
        shown: `open`, `overdue` or `due_soon`.
        limit: At most this many rows.
    """
    rows = event_list.page(scope, asked, shown=shown, limit=_ALL if limit is None else limit)
    return rows.select(
        pl.col("reported_at").alias("entry_at"),
        pl.col("event_id").alias("number"),
        "title",
        "area_path",
        "department_name",
        pl.lit(1.0).alias("value"),
        "source_feed",
        "source_file",
        "source_row",
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
        f"with {CANDIDATES}, kept as ({KEPT[rule]}) {sql}",
        measure_code=value.measure_code,
        area_code=value.area_code,
        period_type=value.period_type,
        period_start=value.period_start,
        **parameters,
    )


def feed_loads(scope: Scope, feeds: list[str]) -> pl.DataFrame:
    """What each feed has brought: its name, files, rows, and the latest file with its hash.

    Returns:
        `feed_code`, `feed_name` (null outside the catalogue), `files`, `rows`, `latest_file`,
        `content_hash`, `loaded_at`; no row for a feed that brought nothing.
    """
    return fetch(
        scope,
        """
        select
            loads.feed_code,
            feeds.feed_name,
            count(distinct loads.file) as files,
            sum(loads.accepted_count)::bigint as rows,
            arg_max(loads.file, loads.loaded_at) as latest_file,
            arg_max(loads.content_hash, loads.loaded_at) as content_hash,
            max(loads.loaded_at) as loaded_at
        from core.fct_loads as loads
        left join reference.feeds as feeds
            on loads.feed_code = feeds.feed_code
        where loads.status = 'loaded'
            and loads.feed_code in (select unnest($feeds))
        group by all
        order by loads.feed_code
        """,
        feeds=feeds,
    )
