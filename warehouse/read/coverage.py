"""Coverage against the targets, and where units still lack something."""

from __future__ import annotations

from datetime import date

import polars as pl

from warehouse.access.scope import Scope
from warehouse.read.connection import fetch


def board(scope: Scope, area_code: str, until: date) -> pl.DataFrame:
    """Every item that must be covered, as it stood on a day.

    Args:
        scope: What the reader may see.
        area_code: The place.
        until: The newest period that ends by this day counts, or the running one when the day
            is that of the data cut; the shortest kept.

    Returns:
        The columns of `mart_coverage_targets`, and `label` of the period, `history` (list of
        the values of up to twelve periods up to it), in the order of the page.
    """
    return fetch(
        scope,
        """
        with cut as (
            select (as_of - interval 1 microsecond)::date as today from marts.mart_event_cut
        ),
        known as (
            select targets.*
            from marts.mart_coverage_targets as targets, cut
            where area_code = $area_code
                and (period_end <= $until or period_start <= $until and $until >= today)
        ),
        newest as (
            from known
            qualify row_number() over (
                partition by indicator_code
                order by
                    least(period_end, $until) desc,
                    list_position(['month', 'quarter', 'year'], period_type)
            ) = 1
        ),
        past as (
            select
                newest.indicator_code,
                list(known.value order by known.period_start)[-12:] as history
            from newest
            inner join known
                on newest.indicator_code = known.indicator_code
                and newest.period_type = known.period_type
                and newest.period_start >= known.period_start
            group by all
        )
        select newest.*, periods.label, past.history
        from newest
        inner join past using (indicator_code)
        left join indicators.periods as periods
            on newest.period_type = periods.period_type
            and newest.period_start = periods.period_start
        order by newest.sort_order
        """,
        area_code=area_code,
        until=until,
    )


def totals(scope: Scope, area_code: str, until: date) -> pl.DataFrame:
    """One row: `items` with a target, `met`, `unmet`, `lacking` and `short` over all items.

    `lacking` counts units that lack something, whatever the target; `short` those that are still
    needed to reach the targets.
    """
    found = board(scope, area_code, until)
    return found.select(
        items=pl.col("target").is_not_null().sum(),
        met=(pl.col("short_of_target") == 0).sum(),
        unmet=(pl.col("short_of_target") > 0).sum(),
        lacking=pl.col("lacking").sum(),
        short=pl.col("short_of_target").sum(),
    )


def gaps_by_place(scope: Scope, area_code: str) -> pl.DataFrame:
    """Units that lack something at the data cut, by the places right below one.

    Returns:
        `area_code`, `area_name`, `indicator_code`, `lacking`, `units`; a place without such
        units has no row for the item.
    """
    return fetch(
        scope,
        """
        select
            parts.area_code,
            parts.area_name,
            units.indicator_code,
            count(*) filter (units.is_open) as lacking,
            count(*) as units
        from marts.mart_coverage_units_list as units
        inner join core.bridge_area_ancestors as bridge
            on units.area_code = bridge.area_code
        inner join marts.mart_event_areas as parts
            on bridge.ancestor_code = parts.area_code
            and parts.parent_code = $area_code
        group by all
        order by parts.area_code
        """,
        area_code=area_code,
    )
