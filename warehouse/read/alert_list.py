"""The list of alerts: how many of each kind, who must act, and by which rules."""

from __future__ import annotations

import re

import polars as pl

from warehouse.access.scope import Scope
from warehouse.read.connection import fetch
from warehouse.read.record_filters import RecordFilter, written
from warehouse.read.record_sets import RECORD_SETS


def kinds(scope: Scope, asked: RecordFilter) -> pl.DataFrame:
    """Alerts by kind, kinds without any included, in the order of the rules.

    Returns:
        `kind`, `alerts`, `severe`, `new_since_yesterday`, `new_this_week`.
    """
    return _ask(
        scope,
        asked,
        """
        with found as (from <mart> where <matches>),
        known as (
            select kind, min(sort_order) as sort_order
            from marts.mart_alert_rules
            group by all
        )
        select
            known.kind,
            count(found.record_id) as alerts,
            count(*) filter (found.severity = 'severe') as severe,
            count(*) filter (found.is_new_since_yesterday) as new_since_yesterday,
            count(*) filter (found.is_new_this_week) as new_this_week
        from known
        left join found
            on known.kind = found.kind
        group by known.kind, known.sort_order
        order by known.sort_order
        """,
    )


def owners(scope: Scope, asked: RecordFilter) -> pl.DataFrame:
    """Who must act, the one with the most severe alerts first.

    Returns:
        `owner_code`, `owner_name`, `alerts`, `severe`, `watch`, `longest_hours` (over a limit).
    """
    return _ask(
        scope,
        asked,
        """
        select
            department_code as owner_code,
            any_value(department_name) as owner_name,
            count(*) as alerts,
            count(*) filter (severity = 'severe') as severe,
            count(*) filter (severity != 'severe') as watch,
            max(overdue_hours) as longest_hours
        from <mart>
        where <matches>
        group by all
        order by severe desc, alerts desc, owner_code
        """,
    )


def rules(scope: Scope) -> pl.DataFrame:
    """The rules in words, in the order of display: all columns of `mart_alert_rules`."""
    return fetch(scope, "from marts.mart_alert_rules order by sort_order")


def newest(scope: Scope, area_code: str, *, limit: int) -> pl.DataFrame:
    """The alerts of a place whose rule was met since yesterday, the most urgent first."""
    return fetch(
        scope,
        """
        from marts.mart_alert_list
        where is_new_since_yesterday
            and area_code in (
                select area_code from core.bridge_area_ancestors where ancestor_code = $area_code
            )
        order by urgency_place
        limit $limit
        """,
        area_code=area_code,
        limit=limit,
    )


def _ask(scope: Scope, asked: RecordFilter, sql: str) -> pl.DataFrame:
    text = written(sql, RECORD_SETS["alerts"].mart)
    given = asked.parameters(scope.area_code)
    # DuckDB refuses values that the query does not name.
    named = set(re.findall(r"\$(\w+)", text))
    return fetch(scope, text, **{name: given[name] for name in named})
