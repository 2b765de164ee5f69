"""Grid events one by one: the table in the order of urgency, and the line of time of an event."""

from __future__ import annotations

import polars as pl

from warehouse.access.scope import Scope
from warehouse.read.connection import fetch
from warehouse.read.event_filters import FINDS, MATCHES, EventFilter

# What the table can be narrowed to; the figures above it count the same events.
SHOWN = {
    "all": "is_open and $is_current or reported_at >= $start_at and reported_at < $end_at",
    "reported": "reported_at >= $start_at and reported_at < $end_at",
    "open": "is_open",
    "overdue": "is_overdue",
    "due_soon": "time_status = 'due_soon'",
}


def page(
    scope: Scope, asked: EventFilter, *, shown: str, limit: int, offset: int = 0
) -> pl.DataFrame:
    """Events of the table, the most urgent first, with all columns of `mart_event_list`.

    Args:
        scope: What the reader may see.
        asked: Period, place and what narrows them.
        shown: A key of `SHOWN`.
        limit: At most this many rows.
        offset: Rows left out before them.
    """
    # The places in the order first: sorting whole rows up to a deep page takes ten times as long.
    sql = """
        select *
        from marts.mart_event_list
        where urgency_place in (
            select urgency_place
            from marts.mart_event_list
            where (<shown>) and <matches> and <finds>
            order by urgency_place
            limit $limit offset $offset
        )
        order by urgency_place
    """
    return fetch(
        scope,
        _narrowed(sql, shown),
        **asked.searching(),
        **_shown_parameters(asked, shown),
        limit=limit,
        offset=offset,
    )


def count(scope: Scope, asked: EventFilter, *, shown: str) -> int:
    """How many events the table has in all."""
    sql = "select count(*) from marts.mart_event_list where (<shown>) and <matches> and <finds>"
    found = fetch(
        scope,
        _narrowed(sql, shown),
        **asked.searching(),
        **_shown_parameters(asked, shown),
    )
    return int(found.item())


def one(scope: Scope, event_id: str) -> pl.DataFrame:
    """The row of one event; no row when it is unknown."""
    return fetch(scope, "from marts.mart_event_list where event_id = $event_id", event_id=event_id)


def steps(scope: Scope, event_id: str) -> pl.DataFrame:
    """The line of time of one event: steps, deadlines and call-backs, the earliest first."""
    return fetch(
        scope,
        """
        from marts.mart_event_steps
        where event_id = $event_id
        order by "at", seq nulls last
        """,
        event_id=event_id,
    )


def _narrowed(sql: str, shown: str) -> str:
    return (
        sql.replace("<matches>", MATCHES).replace("<finds>", FINDS).replace("<shown>", SHOWN[shown])
    )


def _shown_parameters(asked: EventFilter, shown: str) -> dict[str, object]:
    period: dict[str, object] = {"start_at": asked.start_at, "end_at": asked.end_at}
    if shown == "all":
        return {**period, "is_current": asked.is_current}
    return period if shown == "reported" else {}
