"""The catalogue of indicators, and why one of them has no value somewhere."""

from __future__ import annotations

from datetime import date

import polars as pl

from warehouse.access.scope import Scope
from warehouse.read.connection import fetch


def why_no_value(
    scope: Scope, indicator_code: str, area_code: str, period_type: str, period_start: date
) -> str:
    """One sentence for a value that `indicator_values` does not have.

    The first of these that holds: no such indicator, not computed yet, no such place, a period
    outside the data, a level or period it is not kept for, nothing in its denominator.
    """
    asked = fetch(
        scope,
        """
        select
            catalogue.name_zh,
            catalogue.status,
            coalesce(below.name_zh, above.name_zh) as counted,
            (select area_name from core.dim_areas where area_code = $area_code) as area_name,
            (
                select label from indicators.periods
                where period_type = $period_type and period_start = $period_start
            ) as label,
            (
                select strftime(min(period_start), '%Y-%m-%d') || ' to '
                    || strftime(max(period_start), '%Y-%m-%d')
                from indicators.periods where period_type = 'day'
            ) as reach
        from reference.indicators as catalogue
        left join reference.measures as above
            on catalogue.numerator_measure = above.measure_code
        left join reference.measures as below
            on catalogue.denominator_measure = below.measure_code
        where catalogue.indicator_code = $indicator_code
        """,
        indicator_code=indicator_code,
        area_code=area_code,
        period_type=period_type,
        period_start=period_start,
    )
    if asked.is_empty():
        return (
            f"There is no indicator {indicator_code}; transform/seeds/indicators.csv has them all."
        )
    row = asked.row(0, named=True)
    name = f"{indicator_code} {row['name_zh']}"
    if row["status"] == "planned":
        return f"{name} is planned: no feed brings it yet."
    if row["area_name"] is None:
        return f"There is no place {area_code} in the register of areas."
    if row["label"] is None:
        return f"The data reach from {row['reach']}, and the period asked for is not in there."
    return (
        f"{name} has no value for {row['area_name']} in {row['label']}: "
        f"nothing was counted there ({row['counted']}), or it is not kept for this level or period."
    )


def readings(
    scope: Scope,
    indicator_codes: list[str],
    area_code: str,
    period: tuple[str, date],
    *,
    until: date,
) -> pl.DataFrame:
    """Several indicators of a place in a period, as they are read out.

    Args:
        scope: What is read.
        indicator_codes: Such as `OPS-08`.
        area_code: The place.
        period: `period_type` and `period_start`, as in `indicators.periods`.
        until: An indicator without a value in this period gives its latest complete one that
            ends by this day, the shortest kept.

    Returns:
        The columns of `indicator_readings`, one row per known indicator in the order of codes;
        one that has no value at all has its name and nothing else.
    """
    return fetch(
        scope,
        """
        with asked as (
            select unnest($codes) as indicator_code, generate_subscripts($codes, 1) as place
        ),
        nearest as (
            from indicators.indicator_readings
            where indicator_code in (select indicator_code from asked)
                and area_code = $area_code
                and (
                    period_type = $period_type and period_start = $period_start
                    or is_complete and period_end <= $until
                        and period_type in ('week', 'month', 'quarter', 'year')
                )
            qualify row_number() over (
                partition by indicator_code
                order by
                    (period_type = $period_type and period_start = $period_start) desc,
                    period_end desc,
                    period_start desc
            ) = 1
        )
        select nearest.* replace (
            catalogue.indicator_code as indicator_code,
            catalogue.name_zh as name_zh,
            catalogue.unit as unit,
            catalogue.decimals as decimals,
            catalogue.better as better
        )
        from asked
        inner join reference.indicators as catalogue using (indicator_code)
        left join nearest using (indicator_code)
        order by asked.place
        """,
        codes=indicator_codes,
        area_code=area_code,
        period_type=period[0],
        period_start=period[1],
        until=until,
    )
