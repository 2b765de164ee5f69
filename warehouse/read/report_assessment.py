"""What a circular says about an assessment: who may be named, what was decided, what was won."""

from __future__ import annotations

from datetime import date

import polars as pl

from warehouse.access.scope import Scope
from warehouse.read.connection import fetch


def verdicts(scope: Scope, scheme_code: str, start: date, level: str) -> pl.DataFrame:
    """Which units of a level may be named in a period: the columns of `mart_report_verdicts`.

    Results are published to every unit, so a narrower scope sees all of them.
    """
    return fetch(
        scope,
        """
        from marts.mart_report_verdicts
        where scheme_code = $scheme_code and period_start = $start and level = $level
        order by peer_group, rank nulls last, area_code
        """,
        scheme_code=scheme_code,
        start=start,
        level=level,
    )


def adjustments(scope: Scope, scheme_code: str, start: date, level: str) -> pl.DataFrame:
    """Decisions on the scores of a period, vetoes first: columns of `mart_report_adjustments`."""
    return fetch(
        scope,
        """
        from marts.mart_report_adjustments
        where scheme_code = $scheme_code and period_start = $start and level = $level
        order by kind_order, points, area_code, adjustment_id
        """,
        scheme_code=scheme_code,
        start=start,
        level=level,
    )


def awards(scope: Scope, area_code: str, since: date, until: date) -> pl.DataFrame:
    """Honours that a place and those below it were given, the highest level first.

    Args:
        scope: What is read.
        area_code: The place.
        since, until: First and last day on which they were given.

    Returns:
        `record_id`, `title` (such as 省级平安创建), `kind`, `level_name`, `area_code`, `area_name`,
        `area_path`, `awarded_on`, `state`.
    """
    return fetch(
        scope,
        """
        select
            awards.record_id, awards.title, awards.kind, awards.channel as level_name,
            awards.area_code, awards.area_name, awards.area_path,
            awards.opened_at::date as awarded_on, awards.state
        from marts.mart_awards_list as awards
        inner join core.bridge_area_ancestors as bridge
            on awards.area_code = bridge.area_code
        where bridge.ancestor_code = $area_code
            and awards.opened_at::date between $since and $until
        order by
            list_position(['国家级', '省级', '市级', '区县级', '乡级'], awards.channel) nulls last,
            awards.kind, awards.area_code, awards.record_id
        """,
        area_code=area_code,
        since=since,
        until=until,
    )


def targets(scope: Scope, area_code: str, period_type: str, start: date) -> pl.DataFrame:
    """How far the targets are reached, documents' first: columns of `mart_report_targets`."""
    return fetch(
        scope,
        """
        from marts.mart_report_targets
        where area_code = $area_code and period_type = $period_type and period_start = $start
        order by is_documented desc, indicator_code
        """,
        area_code=area_code,
        period_type=period_type,
        start=start,
    )
