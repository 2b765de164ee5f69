"""The one way to open a published warehouse for reading."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from warehouse.access.scope import Scope
from warehouse.read.narrowed import NotPermittedError, narrowed
from warehouse.settings import Settings, settings

WAREHOUSE_FILE = "warehouse.duckdb"
# The versions before and after a change, each whole (for the site's name) and narrowed.
_KEEP_OPEN = 4

_lock = threading.Lock()
_open: dict[tuple[Path, str | None], duckdb.DuckDBPyConnection] = {}


class OtherModelsError(Exception):
    """A version was built by other models than those that this program reads."""


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
    """Run one query against the scope's version, as far as the scope's place may see it.

    One read-only connection is kept per version and place, and every call gets its own
    cursor: a connection shared between threads returns wrong rows. Values go in as `$name`
    parameters, never into the text.

    Raises:
        NotPermittedError: The query asks for what is told about the whole site only, and the
            scope is narrower.
        OtherModelsError: The version has no such table or column.
    """
    with _connection(scope).cursor() as cursor:
        try:
            return cursor.execute(sql, parameters or None).pl()
        except (duckdb.CatalogException, duckdb.BinderException) as error:
            if scope.area_code is None or isinstance(error, duckdb.BinderException):
                raise OtherModelsError(
                    f"Version {scope.version} was built by other models: {error}"
                ) from error
            raise NotPermittedError(f"Closed to {scope.area_code}: {error}") from error


def _connection(scope: Scope) -> duckdb.DuckDBPyConnection:
    path = settings().versions / scope.version / WAREHOUSE_FILE
    key = (path, scope.area_code)
    with _lock:
        if key not in _open:
            if not path.exists():
                raise WarehouseNotBuiltError(f"Version {scope.version} is not there: {path}")
            _open[key] = (
                duckdb.connect(str(path), read_only=True)
                if scope.area_code is None
                else narrowed(path, scope.area_code)
            )
            # In a process without a script of its own, as workers are, DuckDB takes stdout for a
            # person and draws its progress there; cursors have this from their connection.
            _open[key].execute("set enable_progress_bar = false")
            # A version let go here stays usable for the cursors that still run on it.
            for old in list(_open)[:-_KEEP_OPEN]:
                del _open[old]
        return _open[key]
