"""The one way to open a published warehouse for reading."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from warehouse.access.scope import Scope
from warehouse.settings import Settings, settings

WAREHOUSE_FILE = "warehouse.duckdb"
_KEEP_OPEN = 2

_lock = threading.Lock()
_open: dict[Path, duckdb.DuckDBPyConnection] = {}


class WarehouseNotBuiltError(Exception):
    """There is no published version yet; `yiping build` makes one."""


def current_version(site: Settings | None = None) -> str:
    """Name of the version that is served, as the pointer says at this moment."""
    pointer = (site or settings()).versions / "CURRENT"
    try:
        return pointer.read_text().strip()
    except FileNotFoundError:
        raise WarehouseNotBuiltError(
            f"No version is published in {pointer.parent}. Run: yiping load && yiping build"
        ) from None


def whole_site() -> Scope:
    """The scope that sees everything, in the version served now."""
    return Scope(version=current_version())


def fetch(scope: Scope, sql: str, **parameters: Any) -> pl.DataFrame:
    """Run one query against the scope's version.

    One read-only connection is kept per version and process, and every call gets its own
    cursor: a connection shared between threads returns wrong rows. Values go in as `$name`
    parameters, never into the text.
    """
    with _connection(scope.version).cursor() as cursor:
        return cursor.execute(sql, parameters or None).pl()


def _connection(version: str) -> duckdb.DuckDBPyConnection:
    path = settings().versions / version / WAREHOUSE_FILE
    with _lock:
        if path not in _open:
            if not path.exists():
                raise WarehouseNotBuiltError(f"Version {version} is not there: {path}")
            _open[path] = duckdb.connect(str(path), read_only=True)
            # A version let go here stays usable for the cursors that still run on it.
            for old in list(_open)[:-_KEEP_OPEN]:
                del _open[old]
        return _open[path]
