"""Petitions and volunteer services of a longer period, in counts only."""

from __future__ import annotations

from datetime import date

import polars as pl

from warehouse.access.scope import Scope
from warehouse.read.connection import fetch


def petitions(scope: Scope, area_code: str, period_type: str, start: date) -> pl.DataFrame:
    """Petitions received by channel, aim, field and unit: columns of `mart_report_petitions`."""
    return fetch(
        scope,
        """
        from marts.mart_report_petitions
        where area_code = $area_code and period_type = $period_type and period_start = $start
        order by list_position(['渠道', '目的', '领域', '责任单位'], aspect), row_no
        """,
        area_code=area_code,
        period_type=period_type,
        start=start,
    )


def petition_flow(scope: Scope, area_code: str, period_type: str, start: date) -> pl.DataFrame:
    """What became of petitions: at most one row with the columns of `mart_report_petition_flow`."""
    return fetch(
        scope,
        """
        from marts.mart_report_petition_flow
        where area_code = $area_code and period_type = $period_type and period_start = $start
        """,
        area_code=area_code,
        period_type=period_type,
        start=start,
    )


def services(scope: Scope, area_code: str, period_type: str, start: date) -> pl.DataFrame:
    """Services by kind, the most hours first: the columns of `mart_report_services`."""
    return fetch(
        scope,
        """
        from marts.mart_report_services
        where area_code = $area_code and period_type = $period_type and period_start = $start
        order by row_no
        """,
        area_code=area_code,
        period_type=period_type,
        start=start,
    )
