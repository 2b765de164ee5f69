"""How the feeds came, and how often the expected ranges cry."""

from __future__ import annotations

import polars as pl

from warehouse.access.scope import Scope
from warehouse.read.connection import fetch


def sources(scope: Scope) -> pl.DataFrame:
    """One row per feed and source: all columns of `mart_data_sources`, mapped ones first."""
    return fetch(
        scope,
        """
        select * from marts.mart_data_sources
        order by is_mapped desc, feed_code, source
        """,
    )


def source_columns(scope: Scope, feed_code: str, source: str) -> pl.DataFrame:
    """Where each column of a mapped feed comes from.

    Returns:
        `column_code`, `column_title`, `origin`, `conversion`, in the order of the mapping.
    """
    return fetch(
        scope,
        """
        select column_code, column_title, origin, conversion
        from marts.mart_data_source_columns
        where feed_code = $feed_code and source = $source
        order by position
        """,
        feed_code=feed_code,
        source=source,
    )


def trends(scope: Scope) -> pl.DataFrame:
    """How often each indicator left its range: all columns of `mart_data_trends`."""
    return fetch(scope, "select * from marts.mart_data_trends order by outside_share desc")
