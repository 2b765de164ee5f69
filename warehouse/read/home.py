"""What needs a reader today in a place: limits, moves of indicators, feeds that are late."""

from __future__ import annotations

from typing import Any

import polars as pl

from warehouse.access.scope import Scope
from warehouse.read.connection import fetch

_INSIDE = """
    area_code in (
        select area_code from core.bridge_area_ancestors where ancestor_code = $area_code
    )
"""


def due_counts(scope: Scope, area_code: str) -> pl.DataFrame:
    """What is over its limit or soon will be, by kind of matter.

    Returns:
        `subject_code`, `subject_name`, `overdue`, `newly_overdue` (since yesterday), `today`,
        `week` (within 7 days, today left out). A kind without any has no row.
    """
    return _inside(
        scope,
        """
        select
            subject_code,
            subject_name,
            count(*) filter (due_when = 'overdue') as overdue,
            count(*) filter (is_newly_overdue) as newly_overdue,
            count(*) filter (due_when = 'today') as today,
            count(*) filter (due_when = 'week') as week
        from marts.mart_due_items
        where <inside>
        group by subject_code, subject_name
        order by list_position(['event', 'petition', 'dispute', 'task'], subject_code)
        """,
        area_code=area_code,
    )


def due(scope: Scope, area_code: str, when: str, *, limit: int) -> pl.DataFrame:
    """Matters of a place: all columns of `mart_due_items`, those nearest to their limit first.

    Args:
        scope: What the reader may see.
        area_code: The place; what lies below it is included.
        when: `overdue`, `today` or `week`.
        limit: At most this many.
    """
    return _inside(
        scope,
        """
        from marts.mart_due_items
        where due_when = $due_when and <inside>
        order by due_at, item_id
        limit $limit
        """,
        area_code=area_code,
        due_when=when,
        limit=limit,
    )


def tasks_due(scope: Scope, area_code: str) -> pl.DataFrame:
    """Tasks of a place that are overdue or due within 7 days, as `due` has them."""
    return _inside(
        scope,
        """
        from marts.mart_due_items
        where subject_code = 'task' and <inside>
        order by due_at, item_id
        """,
        area_code=area_code,
    )


def overdue_alerts(scope: Scope, area_code: str, *, limit: int) -> pl.DataFrame:
    """What is over its limit, the newly overdue first: all columns of `mart_alert_list`."""
    return _inside(
        scope,
        """
        from marts.mart_alert_list
        where kind = '超期' and <inside>
        order by is_new_since_yesterday desc, urgency_place
        limit $limit
        """,
        area_code=area_code,
        limit=limit,
    )


def new_alerts(scope: Scope, area_code: str, since: str) -> pl.DataFrame:
    """Alerts that are no limit and whose rule was met lately, the most urgent first.

    Args:
        scope: What the reader may see.
        area_code: The place.
        since: `yesterday`, or `week` for since Monday.
    """
    return _inside(
        scope,
        """
        from marts.mart_alert_list
        where kind not in ('超期', '临期')
            and (
                $since = 'yesterday' and is_new_since_yesterday
                or $since = 'week' and is_new_this_week
            )
            and <inside>
        order by urgency_place
        """,
        area_code=area_code,
        since=since,
    )


def moves(scope: Scope, area_code: str, *, limit: int) -> pl.DataFrame:
    """What changed in a place since a week ago: all columns of `mart_place_moves`."""
    return fetch(
        scope,
        """
        from marts.mart_place_moves
        where area_code = $area_code
        order by move_place
        limit $limit
        """,
        area_code=area_code,
        limit=limit,
    )


def feeds(scope: Scope) -> pl.DataFrame:
    """Feeds with an agreed rhythm, the late ones first.

    Returns:
        `feed_code`, `feed_name`, `freshness`, `latest_at`, `delay_hours`, `expected_hours`.
    """
    return fetch(
        scope,
        """
        select feed_code, feed_name, freshness, latest_at, delay_hours, expected_hours
        from marts.mart_data_freshness
        where expected_hours is not null
        order by freshness != 'normal' desc, delay_hours / expected_hours desc, sort_order
        """,
    )


def _inside(scope: Scope, sql: str, **values: Any) -> pl.DataFrame:
    """Ask for rows of a place and everything below it."""
    return fetch(scope, sql.replace("<inside>", _INSIDE), **values)
