"""What a seal freezes: an assessment as published, and the ledger entries that it stands on."""

from __future__ import annotations

from datetime import date

import polars as pl

from warehouse.access.scope import Scope
from warehouse.read.connection import fetch


def period(scope: Scope, scheme_code: str, period_start: date) -> pl.DataFrame:
    """One row about the period, or none if it was not assessed.

    Returns:
        `scheme_code`, `scheme_name`, `scheme_version`, `period_type`, `period_start`,
        `period_label`, `is_complete`, `unit_count`, `ranked_count`, `as_of`.
    """
    return fetch(
        scope,
        """
        select
            scheme_code,
            any_value(scheme_name) as scheme_name,
            any_value(scheme_version) as scheme_version,
            any_value(period_type) as period_type,
            period_start,
            any_value(period_label) as period_label,
            bool_and(is_complete) as is_complete,
            count(*) as unit_count,
            count(rank) as ranked_count,
            (select as_of from marts.mart_event_cut) as as_of
        from marts.mart_rank_board
        where scheme_code = $scheme_code and period_start = $period_start
        group by scheme_code, period_start
        """,
        scheme_code=scheme_code,
        period_start=period_start,
    )


def units(scope: Scope, scheme_code: str, period_start: date) -> pl.DataFrame:
    """The league tables of all levels: the columns of `mart_rank_board`."""
    return _of_period(scope, "mart_rank_board", scheme_code, period_start)


def items(scope: Scope, scheme_code: str, period_start: date) -> pl.DataFrame:
    """What the totals are made of: the columns of `mart_rank_items`."""
    return _of_period(scope, "mart_rank_items", scheme_code, period_start)


def entries(scope: Scope, scheme_code: str, period_start: date) -> pl.DataFrame:
    """The ledger entries of every measure that the scheme's items divide, with their rows.

    Flows hold the entries of the period, windows those of their days before its end, and stocks
    all entries up to its end.

    Returns:
        `scheme_code`, `period_start`, `measure_code`, `area_code`, `entry_at`, `value`,
        `source_model`, `source_key`, `source_file`, `source_row`.
    """
    return fetch(
        scope,
        """
        with

        used as (
            select distinct indicator_code, period_type, scheme_code, period_start
            from marts.mart_rank_items
            where scheme_code = $scheme_code and period_start = $period_start
        ),

        windows as (
            select distinct
                used.scheme_code,
                used.period_start,
                measures.measure_code,
                assessment.entries_since(
                    measures.aggregation, measures.window_days, periods.start_at, periods.end_at
                ) as since,
                periods.end_at as until
            from used
            inner join reference.indicators as catalogue
                on used.indicator_code = catalogue.indicator_code
            inner join reference.measures as measures
                on measures.measure_code
                    in (catalogue.numerator_measure, catalogue.denominator_measure)
            inner join indicators.periods as periods
                on used.period_type = periods.period_type
                and used.period_start = periods.period_start
        )

        select
            windows.scheme_code,
            windows.period_start,
            entries.measure_code,
            entries.area_code,
            entries.entry_at,
            entries.value,
            entries.source_model,
            entries.source_key,
            origins.source_file,
            origins.source_row
        from ledger.ledger_entries as entries
        inner join windows
            on entries.measure_code = windows.measure_code
            and entries.entry_at >= windows.since
            and entries.entry_at < windows.until
        left join core.row_sources as origins
            on entries.source_model = origins.source_model
            and entries.source_key = origins.source_key
        order by entries.measure_code, entries.entry_at, entries.source_key, entries.value
        """,
        scheme_code=scheme_code,
        period_start=period_start,
    )


def _of_period(scope: Scope, mart: str, scheme_code: str, period_start: date) -> pl.DataFrame:
    return fetch(
        scope,
        f"""
        from marts.{mart}
        where scheme_code = $scheme_code and period_start = $period_start
        order by level, peer_group, area_code
        """,
        scheme_code=scheme_code,
        period_start=period_start,
    )
