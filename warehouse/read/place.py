"""One place: what it is and has, how it stands beside its peers, what lies below it."""

from __future__ import annotations

from datetime import date

import polars as pl

from warehouse.access.scope import Scope
from warehouse.read.connection import fetch


def profile(scope: Scope, area_code: str) -> pl.DataFrame:
    """The row of `mart_place_profile`; no row for a place that is unknown or no more."""
    return fetch(
        scope, "from marts.mart_place_profile where area_code = $area_code", area_code=area_code
    )


def months(scope: Scope, area_code: str) -> pl.DataFrame:
    """Months that have key indicators: `period_label`, `period_start`, `is_complete`; newest first.

    The same for every place; the place only tells its level.
    """
    return fetch(
        scope,
        """
        select period_label, period_start, is_complete
        from marts.mart_place_indicators
        where area_code = $area_code
        group by all
        order by period_start desc
        """,
        area_code=area_code,
    )


def indicators(scope: Scope, area_code: str, period_start: date) -> pl.DataFrame:
    """The key indicators of a place in one month: all columns of `mart_place_indicators`."""
    return fetch(
        scope,
        """
        from marts.mart_place_indicators
        where area_code = $area_code and period_start = $period_start
        order by sort_order
        """,
        area_code=area_code,
        period_start=period_start,
    )


def history(scope: Scope, area_code: str, until: date) -> pl.DataFrame:
    """The key indicators month by month up to one: `indicator_code`, `period_label`, `value`."""
    return fetch(
        scope,
        """
        select indicator_code, period_label, value
        from marts.mart_place_indicators
        where area_code = $area_code and period_start <= $until
        order by indicator_code, period_start
        """,
        area_code=area_code,
        until=until,
    )


def peers(scope: Scope, area_code: str, period_start: date) -> pl.DataFrame:
    """What a place is drawn among: its peers; of the whole place, the places right below it.

    Returns:
        `indicator_code`, `area_code`, `value`; small samples are left out.
    """
    return fetch(
        scope,
        """
        select readings.indicator_code, readings.area_code, readings.value
        from marts.mart_place_indicators as readings
        inner join marts.mart_place_profile as places
            on readings.area_code = places.area_code
        inner join marts.mart_place_profile as itself
            on itself.area_code = $area_code
            and (itself.peer_key = places.peer_key or itself.is_root
                and itself.area_code = places.parent_code)
        where readings.period_start = $period_start
            and not readings.is_small_sample
            and readings.value is not null
        order by readings.indicator_code, readings.value
        """,
        area_code=area_code,
        period_start=period_start,
    )


def standing(scope: Scope, area_code: str) -> pl.DataFrame:
    """What is open by kind of matter: all columns of `mart_place_standing`."""
    return fetch(
        scope,
        "from marts.mart_place_standing where area_code = $area_code order by sort_order",
        area_code=area_code,
    )


def assets(scope: Scope, area_code: str) -> pl.DataFrame:
    """Facilities, people and organisations: all columns of `mart_place_assets`."""
    return fetch(
        scope,
        "from marts.mart_place_assets where area_code = $area_code order by sort_order",
        area_code=area_code,
    )


def changes(scope: Scope, area_code: str) -> pl.DataFrame:
    """Changes of the register: `changed_on`, `change_words`; the newest first."""
    return fetch(
        scope,
        """
        select changed_on, change_words
        from marts.mart_place_changes
        where area_code = $area_code
        order by changed_on desc
        """,
        area_code=area_code,
    )


def ranks(scope: Scope, area_code: str) -> pl.DataFrame:
    """The newest complete assessment of a place by each scheme that ranks it.

    Returns:
        `scheme_code`, `scheme_name`, `period_label`, `level`, `peer_group`, `rank`,
        `ranked_count`, `rank_best`, `rank_worst`, `previous_rank`, `total`, `total_change`,
        `card`.
    """
    return fetch(
        scope,
        """
        select scheme_code, scheme_name, period_label, level, peer_group, rank, ranked_count,
            rank_best, rank_worst, previous_rank, total, total_change, card
        from marts.mart_rank_board
        where area_code = $area_code and is_ranked and is_complete
        qualify row_number() over (partition by scheme_code order by period_start desc) = 1
        order by scheme_no
        """,
        area_code=area_code,
    )


def alerts(scope: Scope, area_code: str, *, limit: int) -> pl.DataFrame:
    """The most urgent alerts of a place and below: all columns of `mart_alert_list`."""
    return fetch(
        scope,
        """
        from marts.mart_alert_list
        where area_code in (
            select area_code from core.bridge_area_ancestors where ancestor_code = $area_code
        )
        order by urgency_place
        limit $limit
        """,
        area_code=area_code,
        limit=limit,
    )


def below(scope: Scope, area_code: str, period_start: date) -> pl.DataFrame:
    """The places right below one, with what a table of them compares.

    Returns:
        Columns of `mart_place_profile`, and `open_events`, `overdue_events`, `open_disputes`,
        `open_petitions`; of the month, `on_time_rate` and `in_grid_rate` in percent, null for
        small samples.
    """
    return fetch(
        scope,
        """
        with standing as (
            select
                area_code,
                sum(open_count) filter (subject_code = 'event') as open_events,
                sum(overdue_count) filter (subject_code = 'event') as overdue_events,
                sum(open_count) filter (subject_code = 'dispute') as open_disputes,
                sum(open_count) filter (subject_code = 'petition') as open_petitions
            from marts.mart_place_standing
            group by all
        ),
        rates as (
            select
                area_code,
                max(value) filter (indicator_code = 'OPS-08') as on_time_rate,
                max(value) filter (indicator_code = 'OPS-13') as in_grid_rate
            from marts.mart_place_indicators
            where period_start = $period_start and not is_small_sample
            group by all
        )
        select
            places.*,
            standing.* exclude (area_code),
            rates.* exclude (area_code)
        from marts.mart_place_profile as places
        inner join standing
            on places.area_code = standing.area_code
        left join rates
            on places.area_code = rates.area_code
        where places.parent_code = $area_code
        order by places.area_code
        """,
        area_code=area_code,
        period_start=period_start,
    )
