"""Alerts: what is overdue, due soon, piling up or coming back, and who must act."""

from __future__ import annotations

import polars as pl

from warehouse.access.scope import Scope
from warehouse.read.connection import fetch


def alerts(scope: Scope, *, limit: int | None = None) -> pl.DataFrame:
    """One row per alert, most urgent first; at most `limit` rows if one is given."""
    return fetch(
        scope, "select * from marts.mart_alerts order by sort_order limit $limit", limit=limit
    )


def short_list(scope: Scope, *, limit: int) -> pl.DataFrame:
    """One row per alert, `limit` rows in which every kind has its turn, most urgent first."""
    return fetch(
        scope,
        """
        select * from marts.mart_alerts where short_list_order <= $limit order by sort_order
        """,
        limit=limit,
    )


def clusters(scope: Scope) -> pl.DataFrame:
    """One row per community where one kind of matter piles up, strongest first."""
    return fetch(
        scope, "select * from marts.mart_alerts where kind = 'cluster' order by sort_order"
    )


def alert_totals(scope: Scope) -> pl.DataFrame:
    """One row per kind of alert: how many there are, so that a cut list never looks whole."""
    return fetch(scope, "select * from marts.mart_alert_totals order by sort_order")
