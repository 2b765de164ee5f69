"""The numbers that a report's marks name, asked from the indicators themselves.

The reports read `mart_report_lines`; this way is another one, so that a fault there is seen.
"""

from __future__ import annotations

from collections.abc import Iterable

import polars as pl

from warehouse.access.scope import Scope
from warehouse.read.connection import fetch
from warehouse.trace_code import Number


def readings(scope: Scope, numbers: Iterable[Number]) -> pl.DataFrame:
    """What is known of each number, whether it has a value or not.

    Returns:
        `indicator_code`, `area_code`, `period_type`, `period_start`, `value`, `numerator`,
        `denominator`, `previous_value`, `last_year_value`, `target`, `days` (of the period that
        have passed at the data cut); one row per number.
    """
    wanted = list(dict.fromkeys(numbers))
    columns = list(zip(*wanted, strict=True)) if wanted else [(), (), (), ()]
    return fetch(
        scope,
        """
        with

        wanted as (
            select
                unnest($codes::varchar[]) as indicator_code,
                unnest($areas::varchar[]) as area_code,
                unnest($types::varchar[]) as period_type,
                unnest($starts::date[]) as period_start
        )

        select
            wanted.*,
            now.value,
            now.numerator,
            now.denominator,
            before.value as previous_value,
            last_year.value as last_year_value,
            targets.target,
            greatest(1, date_diff('day', periods.start_at, periods.counted_until)) as days
        from wanted
        left join indicators.periods as periods
            on wanted.period_type = periods.period_type
            and wanted.period_start = periods.period_start
        left join indicators.indicator_values as now
            on wanted.indicator_code = now.indicator_code
            and wanted.area_code = now.area_code
            and wanted.period_type = now.period_type
            and wanted.period_start = now.period_start
        left join indicators.indicator_values as before
            on wanted.indicator_code = before.indicator_code
            and wanted.area_code = before.area_code
            and wanted.period_type = before.period_type
            and periods.previous_start = before.period_start
        left join indicators.indicator_values as last_year
            on wanted.indicator_code = last_year.indicator_code
            and wanted.area_code = last_year.area_code
            and wanted.period_type = last_year.period_type
            and periods.last_year_start = last_year.period_start
        left join indicators.indicator_targets as targets
            on wanted.indicator_code = targets.indicator_code
            and wanted.area_code = targets.area_code
        """,
        codes=list(columns[0]),
        areas=list(columns[1]),
        types=list(columns[2]),
        starts=list(columns[3]),
    )


def scores(scope: Scope, scheme_no: int) -> pl.DataFrame:
    """The columns of `mart_rank_board` of a scheme, all periods and places."""
    return fetch(
        scope, "from marts.mart_rank_board where scheme_no = $scheme_no", scheme_no=scheme_no
    )


def score_items(scope: Scope, scheme_no: int) -> pl.DataFrame:
    """The columns of `mart_rank_items` of a scheme, all periods and places."""
    return fetch(
        scope,
        """
        select items.*
        from marts.mart_rank_items as items
        inner join reference.schemes as schemes on items.scheme_code = schemes.scheme_code
        where schemes.scheme_no = $scheme_no
        """,
        scheme_no=scheme_no,
    )


def names(scope: Scope) -> set[str]:
    """Names that may hold digits without being numbers: places, matters, indicators, schemes."""
    found = fetch(
        scope,
        """
        select area_name as name from core.dim_areas
        union select area_path from core.dim_areas
        union select matter_name from core.dim_matters
        union select class_name from core.dim_matters
        union select department_name from core.dim_departments
        union select name_zh from reference.indicators
        union select definition from reference.indicators
        union select source from reference.indicators
        union select name_zh from reference.measures
        union select scheme_name || '（' || version || '）' from reference.schemes
        union select scheme_name from reference.schemes
        -- Heads of columns say the weight of an item.
        union
        select short_name || '（' || format('{:g}', weight) || '）' from reference.scheme_items
        union select rule from marts.mart_rank_items
        union select target_basis from indicators.indicator_targets
        union select title from core.fct_meeting_actions
        union select title from core.fct_supervision_findings
        union select evidence from core.fct_supervision_findings
        union select coalesce(title, problem, task_id) from core.fct_tasks
        union select reason from core.fct_score_adjustments
        union select peer_group from marts.mart_rank_board
        """,
    )
    return {name for name in found["name"] if name}
