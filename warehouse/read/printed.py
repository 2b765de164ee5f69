"""What stands behind the numbers of a whole report: read for all of them at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

import polars as pl

from warehouse.access.scope import Scope
from warehouse.read.connection import fetch
from warehouse.trace_code import Number

#: The columns of `things`.
THINGS: dict[str, pl.DataType] = {
    "measure_code": pl.String(),
    "period_type": pl.String(),
    "period_start": pl.Date(),
    "area_code": pl.String(),
    "thing": pl.UInt64(),
    "value": pl.Float64(),
    "entry_at": pl.Datetime("us"),
}


def readings(scope: Scope, numbers: Iterable[Number]) -> pl.DataFrame:
    """Values of many indicators, places and periods, in one query.

    Args:
        scope: What is read.
        numbers: In any order; asked for twice is answered once.

    Returns:
        `indicator_code`, `area_code`, `period_type`, `period_start`, `value`, `numerator`,
        `denominator`, `name_zh`, `unit`, `decimals`, `area_name`, `label` as in
        `indicator_readings`, a row per number that has a value there.
    """
    asked = list(dict.fromkeys(numbers))
    # Not from `indicator_readings`: its comparisons cost ten times what the values do.
    return fetch(
        scope,
        """
        with asked as (
            select
                unnest($indicators::varchar[]) as indicator_code,
                unnest($areas::varchar[]) as area_code,
                unnest($types::varchar[]) as period_type,
                unnest($starts::date[]) as period_start
        )
        select
            asked.*,
            now.value,
            now.numerator,
            now.denominator,
            catalogue.name_zh,
            catalogue.unit,
            catalogue.decimals,
            areas.area_name,
            periods.label
        from asked
        inner join indicators.indicator_values as now
            using (indicator_code, area_code, period_type, period_start)
        inner join indicators.periods as periods using (period_type, period_start)
        inner join reference.indicators as catalogue using (indicator_code)
        inner join core.dim_areas as areas using (area_code)
        """,
        indicators=[number.indicator_code for number in asked],
        areas=[number.area_code for number in asked],
        types=[number.period_type for number in asked],
        starts=[number.period_start for number in asked],
    )


def names(scope: Scope) -> pl.DataFrame:
    """Every indicator, and every assessment by the sign of its scores.

    Returns:
        `indicator_code` (`OPS-08`, `KHF-01`), `name`.
    """
    return fetch(
        scope,
        """
        select indicator_code, name_zh as name from reference.indicators
        union all
        select distinct 'KHF-' || lpad(scheme_no::varchar, 2, '0'), scheme_name
        from marts.mart_rank_board
        """,
    )


def measures(scope: Scope, indicator_codes: Sequence[str]) -> pl.DataFrame:
    """The measures that indicators divide.

    Returns:
        `indicator_code`, `part` (n or d), `measure_code`, `measure_name`, `theme` and `matures`
        (whether what was counted goes on being settled after the period); a row per indicator
        and part that it has.
    """
    return fetch(
        scope,
        """
        select
            catalogue.indicator_code,
            catalogue.part,
            measures.measure_code,
            measures.name_zh as measure_name,
            measures.theme,
            coalesce(measures.matures, false) as matures
        from (
            select indicator_code, 'n' as part, numerator_measure as measure_code
            from reference.indicators
            union all
            select indicator_code, 'd' as part, denominator_measure as measure_code
            from reference.indicators
        ) as catalogue
        inner join reference.measures as measures using (measure_code)
        where catalogue.indicator_code in (select unnest($indicators))
        """,
        indicators=list(indicator_codes),
    )


def things(scope: Scope, area_code: str, asked: Iterable[tuple[str, str, date]]) -> pl.DataFrame:
    """What measures count in a place: one row a thing, known by a key that tells nothing else.

    Flows have the things of the period, windows those of their days before its end, stocks what
    is in stock then.

    Args:
        scope: What is read.
        area_code: The place, with everything below it.
        asked: `measure_code`, `period_type`, `period_start`.

    Returns:
        `measure_code`, `period_type`, `period_start`, `area_code` (the finest known), `thing`
        (64 bits of a hash over its key), `value`, `entry_at` (the latest).
    """
    wanted = sorted(set(asked))
    if not wanted:
        return pl.DataFrame(schema=THINGS)
    return fetch(
        scope,
        """
        with

        windows as (
            select
                measures.measure_code,
                measures.aggregation,
                periods.period_type,
                periods.period_start,
                -- A stock and a window end with what has passed of the period.
                case when measures.aggregation = 'balance' or measures.window_days is not null
                    then periods.counted_until else periods.end_at
                end as until,
                warehouse.assessment.entries_since(
                    measures.aggregation, measures.window_days, periods.start_at, until
                ) as since
            from (
                select
                    unnest($measures) as measure_code,
                    unnest($types) as period_type,
                    unnest($starts)::date as period_start
            ) as asked
            inner join reference.measures as measures using (measure_code)
            inner join indicators.periods as periods using (period_type, period_start)
        )

        select
            windows.measure_code,
            windows.period_type,
            windows.period_start,
            entries.area_code,
            md5_number_lower(
                case when windows.aggregation = 'distinct' then entries.distinct_key
                    else entries.source_model || '|' || split_part(entries.source_key, '#', 1)
                end
            ) as thing,
            sum(entries.value) as value,
            max(entries.entry_at) as entry_at
        from ledger.ledger_entries as entries
        inner join windows
            on entries.measure_code = windows.measure_code
            and entries.entry_at >= windows.since
            and entries.entry_at < windows.until
        semi join (
            select area_code from core.bridge_area_ancestors where ancestor_code = $area_code
        ) as inside
            on entries.area_code = inside.area_code
        -- Told as values, so that only these measures are looked through.
        where list_contains($measures, entries.measure_code)
        group by all
        having any_value(windows.aggregation) != 'balance' or sum(entries.value) != 0
        order by measure_code, period_type, period_start, area_code, entry_at, thing
        """,
        area_code=area_code,
        measures=[measure for measure, _, _ in wanted],
        types=[kind for _, kind, _ in wanted],
        starts=[start for _, _, start in wanted],
    )


def places_inside(scope: Scope, area_codes: Sequence[str]) -> pl.DataFrame:
    """Every place at or below some others: `ancestor_code`, `area_code`."""
    return fetch(
        scope,
        """
        select ancestor_code, area_code
        from core.bridge_area_ancestors
        where ancestor_code in (select unnest($areas))
        """,
        areas=list(area_codes),
    )
