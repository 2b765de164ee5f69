"""What an indicator was in the periods before."""

from __future__ import annotations

import polars as pl

from warehouse.access.scope import Scope
from warehouse.read.connection import fetch
from warehouse.trace_code import Number


def values(scope: Scope, number: Number, count: int) -> pl.DataFrame:
    """An indicator of a place in the periods up to one, the oldest first.

    Args:
        scope: What is read.
        number: Which indicator and place, and the last period.
        count: How many periods at most.

    Returns:
        `indicator_code`, `area_code`, `period_type`, `period_start`, `label`, `value` (null where
        there is none), `numerator`, `denominator`; one row per period of the history.
    """
    return fetch(
        scope,
        """
        with chosen as (
            select period_type, period_start, label
            from indicators.periods
            where period_type = $period_type and period_start <= $until
                -- Before the platform ran there is nothing to show.
                and coalesce(
                    (select began_at from marts.mart_report_history)
                        <= start_at + (end_at - start_at) / 10,
                    true
                )
            order by period_start desc
            limit $count
        )
        select
            $indicator_code as indicator_code,
            $area_code as area_code,
            chosen.*,
            readings.value,
            readings.numerator,
            readings.denominator
        from chosen
        left join indicators.indicator_values as readings
            on chosen.period_type = readings.period_type
            and chosen.period_start = readings.period_start
            and readings.indicator_code = $indicator_code
            and readings.area_code = $area_code
        order by chosen.period_start
        """,
        indicator_code=number.indicator_code,
        area_code=number.area_code,
        period_type=number.period_type,
        until=number.period_start,
        count=count,
    )
