"""The raw lake on disk: every write goes to a temporary name and becomes visible by a rename.

A load counts once its log file exists; whatever else it left behind is swept away.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

import polars as pl
from filelock import FileLock, Timeout

from warehouse.feeds import Contract, contract, contracts
from warehouse.load.mapping.record import MAPPINGS
from warehouse.load.points import POINTS
from warehouse.settings import Settings

PROVENANCE: dict[str, pl.DataType] = {
    "_extra": pl.String(),
    "_feed": pl.String(),
    "_file": pl.String(),
    "_row": pl.Int64(),
    "_load_id": pl.String(),
    "_loaded_at": pl.Datetime("us"),
    "_row_hash": pl.String(),
    "_source": pl.String(),
}
REFUSED: dict[str, pl.DataType] = {
    "feed": pl.String(),
    "family": pl.String(),
    "file": pl.String(),
    "row": pl.Int64(),
    "load_id": pl.String(),
    "loaded_at": pl.Datetime("us"),
    "source": pl.String(),
    "rules": pl.List(pl.String()),
    "values": pl.String(),
}
LOG: dict[str, pl.DataType] = {
    "load_id": pl.String(),
    "feed": pl.String(),
    "family": pl.String(),
    "file": pl.String(),
    "content_hash": pl.String(),
    "loaded_at": pl.Datetime("us"),
    "source": pl.String(),
    "rows": pl.Int64(),
    "accepted": pl.Int64(),
    "quarantined": pl.Int64(),
    "status": pl.String(),
    "message": pl.String(),
    "duration_seconds": pl.Float64(),
    "earliest": pl.Datetime("us"),
    "latest": pl.Datetime("us"),
    # Of the contract's checks, made once for the file; null where rows were taken in later.
    "checks_run": pl.Int64(),
    "checks_broken": pl.Int64(),
}
_INCOMING = ".incoming-"


def lake_schema(known: Contract) -> dict[str, pl.DataType]:
    """Column -> type of a feed's files in the lake."""
    return {**known.types, **PROVENANCE}


def ensure_lake(site: Settings) -> None:
    """Make every feed of the contract readable, even with no row, and sweep after killed loads."""
    site.raw.mkdir(parents=True, exist_ok=True)
    try:
        with lock(site, timeout=0):
            prepare_lake(site)
    except Timeout:
        return  # a load is running: it has prepared the lake itself


def prepare_lake(site: Settings) -> None:
    """As `ensure_lake`, for who holds the lock."""
    sweep(site)
    for known in contracts().values():
        _write_schema(site.raw / known.family / known.name, lake_schema(known))
    _write_schema(site.raw / "meta" / "loads", LOG)
    _write_schema(site.raw / "meta" / "points", POINTS)
    _write_schema(site.raw / "meta" / "mappings", MAPPINGS)
    _write_schema(site.quarantine, REFUSED)


def raw_rows(site: Settings, feed: str) -> pl.LazyFrame:
    """Every row of a feed (`grid/events`) that loads accepted, all versions of it.

    Columns are those of `lake_schema`; what an older file does not have is null in its rows.
    """
    known = contract(feed)
    folder = site.raw / known.family / known.name
    return pl.scan_parquet(
        sorted(folder.glob("load_date=*/*.parquet")) or [folder / "_schema.parquet"],
        schema=lake_schema(known),
        missing_columns="insert",
        extra_columns="ignore",
        hive_partitioning=False,
    )


def load_log(site: Settings) -> pl.LazyFrame:
    """One row per file and load, in the columns of `LOG`."""
    return pl.scan_parquet(
        sorted((site.raw / "meta" / "loads").glob("*.parquet")),
        schema=LOG,
        missing_columns="insert",
        extra_columns="ignore",
    )


def lock(site: Settings, timeout: float = -1) -> FileLock:
    """Held while the lake is written; one load at a time."""
    return FileLock(site.raw / ".lock", timeout=timeout)


def sweep(site: Settings) -> None:
    """Remove what killed loads left: their temporary folders, and files without a log."""
    for folder in site.raw.glob(f"{_INCOMING}*"):
        shutil.rmtree(folder)
    done = {path.stem for path in (site.raw / "meta" / "loads").glob("*.parquet")}
    left = [*site.raw.glob("*/*/load_date=*/*.parquet"), *site.quarantine.glob("*/*/*.parquet")]
    for notes in ("points", "mappings"):
        left += [path for path in site.raw.glob(f"meta/{notes}/*.parquet") if path.stem[0] != "_"]
    for path in left:
        if path.stem.partition("_")[0] not in done:
            path.unlink()


class Incoming:
    """The files of one load, hidden until `publish`."""

    def __init__(self, site: Settings, load_id: str) -> None:
        self.site = site
        self.load_id = load_id
        self.folder = site.raw / f"{_INCOMING}{load_id}"
        self.folder.mkdir(parents=True)
        self._moves: list[tuple[Path, Path]] = []

    def write(self, frame: pl.DataFrame, target: Path) -> None:
        """Write what will stand at `target`."""
        hidden = self.folder / f"{len(self._moves)}.parquet"
        write_synced(frame, hidden)
        self._moves.append((hidden, target))

    def publish(self, log: pl.DataFrame) -> None:
        """Move every file to its place; the log, which makes the load count, comes last."""
        self.write(log, self.site.raw / "meta" / "loads" / f"{self.load_id}.parquet")
        for hidden, target in self._moves:
            target.parent.mkdir(parents=True, exist_ok=True)
            hidden.replace(target)
        _sync_folders({target.parent for _, target in self._moves})
        shutil.rmtree(self.folder)

    @property
    def targets(self) -> list[Path]:
        """The files that will become visible."""
        return [target for _, target in self._moves]

    def discard(self) -> None:
        """Forget everything."""
        shutil.rmtree(self.folder, ignore_errors=True)


def write_synced(frame: pl.DataFrame, path: Path) -> None:
    """A Parquet file that is on the disk when this returns."""
    with path.open("wb") as file:
        frame.write_parquet(file, compression="zstd", compression_level=3, statistics=True)
        file.flush()
        os.fsync(file.fileno())


def _write_schema(folder: Path, schema: dict[str, pl.DataType]) -> None:
    path = folder / "_schema.parquet"
    if path.exists() and pl.read_parquet_schema(path) == schema:
        return
    folder.mkdir(parents=True, exist_ok=True)
    fresh = folder / "._schema.tmp"
    write_synced(pl.DataFrame(schema=schema), fresh)
    fresh.replace(path)


def _sync_folders(folders: Iterable[Path]) -> None:
    for folder in folders:
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
