"""What a second calculation compares itself with: the catalogue, the values, the loads."""

from __future__ import annotations

from datetime import date

import polars as pl

from warehouse.access.scope import Scope
from warehouse.read.connection import fetch


def computed_indicators(scope: Scope) -> pl.DataFrame:
    """`indicator_code`, `name_zh`, `levels`, `periods` of every indicator with values."""
    return fetch(
        scope,
        """
        select indicator_code, name_zh, levels, periods
        from reference.indicators
        where status = 'computed'
        order by indicator_code
        """,
    )


def values(scope: Scope, period_type: str, period_start: date) -> pl.DataFrame:
    """`indicator_code`, `area_code`, `numerator`, `denominator`, `value` of one period."""
    return fetch(
        scope,
        """
        select indicator_code, area_code, numerator, denominator, value
        from indicators.indicator_values
        where period_type = $period_type and period_start = $period_start
        """,
        period_type=period_type,
        period_start=period_start,
    )


def weeks(scope: Scope) -> list[date]:
    """The Mondays of the weeks that are over, oldest first."""
    found = fetch(
        scope,
        """
        select period_start from indicators.periods
        where period_type = 'week' and is_complete
        order by period_start
        """,
    )
    return found["period_start"].to_list()


def first_day(scope: Scope) -> date:
    """The first day that has values."""
    found = fetch(
        scope,
        "select min(period_start) as day from indicators.periods where period_type = 'day'",
    )
    day: date = found["day"][0]
    return day


def loads(scope: Scope) -> list[str]:
    """The loads that the version was built from."""
    found = fetch(scope, "select distinct load_id from core.fct_loads order by load_id")
    return found["load_id"].to_list()
