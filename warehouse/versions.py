"""The versions of the warehouse: one folder per build, and the pointer to the one served.

    versions/
      20261122T081500-ab12/      warehouse.duckdb, build.json, lineage.json, and dbt's own
                                 manifest.json and run_results.json
      20261122T091500-9f03.tmp/  being built; without a builder it is rubbish
      failed/<build_id>/         what is left of a build that was not published
      CURRENT                    one line: the folder that is served

Everything that moves the pointer holds `writing()`, so there is one builder at a time.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from warehouse.settings import Settings

WAREHOUSE_FILE = "warehouse.duckdb"
RECORD_FILE = "build.json"
LINEAGE_FILE = "lineage.json"
POINTER_FILE = "CURRENT"
FAILED_DIR = "failed"
TMP_SUFFIX = ".tmp"
# A page that began on a version may still read it this long after another is served.
GRACE_SECONDS = 600
_BUILD_ID = re.compile(r"\d{8}T\d{6}-[0-9a-f]{4}")


class BuilderBusyError(Exception):
    """Somebody else builds, or moves the pointer, at this moment."""


class NoSuchVersionError(Exception):
    """The version asked for is not on disk."""


@dataclass(frozen=True)
class Version:
    """A published build.

    Attributes:
        build_id: Name of its folder; sorts by time of start.
        folder: Where it lies.
        record: What `build.json` says: `as_of`, `started`, `finished`, `seconds` per phase,
            `feeds`, `tests`, `size_bytes`, `code`, `who`. Times are local ISO text.
        is_current: Whether it was the served one when this was read.
    """

    build_id: str
    folder: Path
    record: dict[str, Any]
    is_current: bool

    @property
    def warehouse(self) -> Path:
        """Its DuckDB file."""
        return self.folder / WAREHOUSE_FILE


@contextmanager
def writing(site: Settings) -> Iterator[None]:
    """Hold the builder's lock; the system frees it when the process dies, however it dies.

    Raises:
        BuilderBusyError: Another process holds it.
    """
    site.versions.mkdir(parents=True, exist_ok=True)
    lock = FileLock(site.versions / ".lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise BuilderBusyError(
            f"Another build is running in {site.versions}; try again when it has finished."
        ) from None
    try:
        yield
    finally:
        lock.release()


def versions(site: Settings) -> list[Version]:
    """All published versions, newest first."""
    served = served_id(site)
    found = (path for path in site.versions.glob("*") if _BUILD_ID.fullmatch(path.name))
    return [
        Version(path.name, path, read_record(path), path.name == served)
        for path in sorted(found, reverse=True)
    ]


def current(site: Settings) -> Version | None:
    """The version that is served, or None before the first build."""
    return next((version for version in versions(site) if version.is_current), None)


def failures(site: Settings) -> list[dict[str, Any]]:
    """Records of the builds that were not published, newest first."""
    folders = sorted((site.versions / FAILED_DIR).glob("*"), reverse=True)
    return [read_record(folder) for folder in folders]


def rollback(site: Settings, to: str | None = None) -> Version:
    """Serve an older version again; nothing is deleted.

    Args:
        site: Whose versions.
        to: A build id; without it, the newest one that is older than the served one.

    Raises:
        NoSuchVersionError: There is no such version, or none is older.
        BuilderBusyError: A build is running.
    """
    with writing(site):
        known = versions(site)
        served = served_id(site) or ""
        if to is None:
            chosen = next((version for version in known if version.build_id < served), None)
        else:
            chosen = next((version for version in known if version.build_id == to), None)
        if chosen is None:
            wanted = to or "a version older than the served one"
            raise NoSuchVersionError(
                f"There is no {wanted} in {site.versions}. See: yiping versions"
            )
        point_at(site, chosen.build_id)
    return Version(chosen.build_id, chosen.folder, chosen.record, is_current=True)


def served_id(site: Settings) -> str | None:
    """The build id that the pointer names, or None."""
    try:
        return (site.versions / POINTER_FILE).read_text().strip() or None
    except FileNotFoundError:
        return None


def point_at(site: Settings, build_id: str) -> None:
    """Move the pointer: after a crash it names either the old version or the new one.

    The folder that is left keeps, as its time of change, when it stopped being served.
    """
    left = served_id(site)
    if left and left != build_id and (site.versions / left).exists():
        os.utime(site.versions / left)
    new = site.versions / f"{POINTER_FILE}.new"
    new.write_text(build_id + "\n")
    sync(new)
    new.replace(site.versions / POINTER_FILE)
    sync(site.versions)


def prune(site: Settings, *, keep_failed: int = 10) -> None:
    """Delete what is older than the last N versions; never what somebody may be reading."""
    for version in versions(site)[site.keep_versions :]:
        if not version.is_current and not _was_served_lately(version):
            shutil.rmtree(version.folder)
    for folder in sorted((site.versions / FAILED_DIR).glob("*"), reverse=True)[keep_failed:]:
        shutil.rmtree(folder)


def _was_served_lately(version: Version) -> bool:
    return time.time() - version.folder.stat().st_mtime < GRACE_SECONDS


def sweep(site: Settings) -> list[str]:
    """Remove what dead builders left; the caller holds the lock, so nobody is at work."""
    rubbish = sorted(site.versions.glob(f"*{TMP_SUFFIX}"))
    for folder in rubbish:
        shutil.rmtree(folder)
    return [folder.name for folder in rubbish]


def read_record(folder: Path) -> dict[str, Any]:
    """The `build.json` of a version's folder; only the id where it is missing."""
    try:
        record: dict[str, Any] = json.loads((folder / RECORD_FILE).read_text())
    except FileNotFoundError:
        return {"build_id": folder.name}
    return record


def sync(path: Path) -> None:
    """Ask the disk to have a file's or a folder's content before going on."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
