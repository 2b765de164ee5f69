"""Where sets of the calendar lie until everybody has theirs, and how long after.

    <var>/reports/made/<kind>/<place>/<seen>/<formats>/<period>/…

Only `due` writes here, and only who has not got a set yet is handed it from here: what was
delivered lies where it was delivered to. A set that was cleared while a target still waits for it
is made anew. Screens and `yiping report weekly` write elsewhere; sealed editions are in
`<var>/editions`, which nothing clears.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from warehouse.report.kinds import KINDS
from warehouse.settings import Settings

_DAY_SECONDS = 86_400


class DueBusyError(Exception):
    """Another call is at work."""


def set_folder(site: Settings, set_id: str) -> Path:
    """Where the files of a set lie, or would lie."""
    return _made(site) / set_id


@contextmanager
def alone(site: Settings) -> Iterator[None]:
    """Nobody else makes, delivers or clears sets meanwhile; the system frees it after a crash.

    Raises:
        DueBusyError: Somebody does.
    """
    folder = site.var / "reports"
    folder.mkdir(parents=True, exist_ok=True)
    lock = FileLock(folder / ".due.lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise DueBusyError("另一个 yiping report due 正在运行，请待其结束") from None
    try:
        yield
    finally:
        lock.release()


def clear_made(site: Settings) -> list[str]:
    """Delete the sets that were made more than `keep_made_days` ago; while `due` runs, none.

    Returns:
        The sets that are gone.
    """
    if not _made(site).is_dir():
        return []
    try:
        with alone(site):
            return [_cleared(site, folder) for folder in _folders(site) if _is_old(site, folder)]
    except (DueBusyError, PermissionError):
        return []  # after another build, or by whoever owns them


def _made(site: Settings) -> Path:
    return site.var / "reports" / "made"


def _folders(site: Settings) -> list[Path]:
    """Of every set; what somebody else put there is none of ours."""
    found = sorted(_made(site).glob("*/*/*/*/*/"))
    return [folder for folder in found if folder.parts[-5] in KINDS and folder.is_dir()]


def _is_old(site: Settings, folder: Path) -> bool:
    # A file keeps the moment it was made; one from the future, after a clock was set back, stays.
    newest = max(path.stat().st_mtime for path in (folder, *folder.iterdir()))
    return time.time() - newest > site.keep_made_days * _DAY_SECONDS


def _cleared(site: Settings, folder: Path) -> str:
    shutil.rmtree(folder, ignore_errors=True)
    for above in list(folder.relative_to(_made(site)).parents)[:-1]:
        if not any((_made(site) / above).iterdir()):
            (_made(site) / above).rmdir()
    return str(folder.relative_to(_made(site)))
