"""Is the data complete and fresh, what was refused and why, does the last build hold?

Feeds and rows come from the marts of the version that is read; tests and versions come from
the records that the builds left beside their files.
"""

from __future__ import annotations

from typing import Any

import polars as pl

from warehouse.access.scope import Scope
from warehouse.read.connection import fetch
from warehouse.settings import settings
from warehouse.versions import failures, read_record
from warehouse.versions import versions as published


def freshness(scope: Scope) -> pl.DataFrame:
    """One row per feed, in the order of the catalogue; columns as `mart_data_freshness`."""
    return fetch(scope, "select * from marts.mart_data_freshness order by sort_order, feed_code")


def totals(scope: Scope) -> dict[str, Any]:
    """The one row of `mart_data_totals`: counts over all feeds, and the data cut."""
    return fetch(scope, "select * from marts.mart_data_totals").row(0, named=True)


def quarantine(scope: Scope, *, feed_code: str | None = None) -> pl.DataFrame:
    """One row per feed and broken rule, most rows first; of one feed, or of all."""
    return fetch(
        scope,
        """
        select * from marts.mart_data_quarantine
        where $feed_code is null or feed_code = $feed_code
        order by refused_count desc, sort_order, rule
        """,
        feed_code=feed_code,
    )


def refused_rows(
    scope: Scope,
    *,
    feed_code: str | None = None,
    rule: str | None = None,
    limit: int | None = None,
) -> pl.DataFrame:
    """One row per refused row, the latest load first, in the order of the file.

    Args:
        scope: What is read.
        feed_code: Only of this feed.
        rule: Only rows that broke this rule, among others.
        limit: At most this many.

    Returns:
        `feed_code`, `feed_name`, `file`, `file_row`, `rules` (list of text),
        `original_values` (JSON text by column), `source`, `loaded_at`.
    """
    return fetch(
        scope,
        """
        select
            feed_code, feed_name, file, file_row, rules, original_values, source, loaded_at
        from marts.mart_data_refused_rows
        where ($feed_code is null or feed_code = $feed_code)
            and ($rule is null or list_contains(rules, $rule))
        order by loaded_at desc, feed_code, file, file_row
        limit $limit
        """,
        feed_code=feed_code,
        rule=rule,
        limit=limit,
    )


def loads(scope: Scope, *, status: str | None = None, limit: int | None = None) -> pl.DataFrame:
    """One row per file that was taken in or refused, the latest first."""
    return fetch(
        scope,
        """
        select * from marts.mart_data_loads
        where $status is null or status = $status
        order by loaded_at desc, feed_code, file
        limit $limit
        """,
        status=status,
        limit=limit,
    )


def build_record(scope: Scope) -> dict[str, Any]:
    """What the build of this version noted: `as_of`, `tests`, `checks`, `findings`, `feeds`, …"""
    return read_record(settings().versions / scope.version)


def checks(scope: Scope) -> pl.DataFrame:
    """One row per data test of the build.

    `name`, `model`, `rule` (null for a test of its own), `columns`, `says`, `status`, `failures`.

    What did not pass comes first. Empty for a version without a record.
    """
    known: list[dict[str, Any]] = build_record(scope).get("checks", [])
    columns: dict[str, pl.DataType | type[pl.DataType]] = {
        "name": pl.String,
        "model": pl.String,
        "rule": pl.String,
        "columns": pl.List(pl.String),
        "says": pl.String,
        "status": pl.String,
        "failures": pl.Int64,
        "seconds": pl.Float64,
    }
    frame = pl.DataFrame(known, schema=columns, orient="row")
    return frame.sort(pl.col("status") == "pass", "model", "name")


def versions() -> pl.DataFrame:
    """One row per published version, newest first, and one per build that failed.

    Of this moment, not of a version: the list may change while the served version does not.

    Returns:
        `build_id`, `state` (`served`, `kept`, `failed`), `as_of`, `finished`, `seconds`,
        `size_bytes`, `passed`, `warned`, `failed`, `error`.
    """
    site = settings()
    known = [
        ("served" if version.is_current else "kept", version.record) for version in published(site)
    ]
    known += [("failed", record) for record in failures(site)]
    rows = [_version_row(state, record) for state, record in known]
    return pl.DataFrame(rows, schema=_VERSION_COLUMNS, orient="row").sort(
        "build_id", descending=True
    )


_VERSION_COLUMNS = {
    "build_id": pl.String,
    "state": pl.String,
    "as_of": pl.String,
    "finished": pl.String,
    "seconds": pl.Float64,
    "size_bytes": pl.Int64,
    "passed": pl.Int64,
    "warned": pl.Int64,
    "failed": pl.Int64,
    "error": pl.String,
}


def _version_row(state: str, record: dict[str, Any]) -> dict[str, Any]:
    tests = record.get("tests", {})
    return {
        "build_id": record["build_id"],
        "state": state,
        "as_of": record.get("as_of"),
        "finished": record.get("finished"),
        "seconds": sum(record.get("seconds", {}).values()) or None,
        "size_bytes": record.get("size_bytes"),
        "passed": tests.get("passed"),
        "warned": tests.get("warned"),
        "failed": tests.get("failed"),
        "error": record.get("error"),
    }
