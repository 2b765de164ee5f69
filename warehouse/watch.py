"""Load and build whenever the landing folder changes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from watchfiles import watch as changes

from warehouse.settings import Settings
from warehouse.terminal import complain, say

# Upstream writes several files at a time: wait until it has been quiet this long.
QUIET_MS = 5_000


def watch(site: Settings) -> None:
    """Load and build now, then after every change, until stopped.

    Each round runs in a process of its own, so that a build that is killed for its memory
    does not take the watcher with it. A round that fails is told and the watch goes on.
    """
    site.landing.mkdir(parents=True, exist_ok=True)
    _round()
    say(f"watching {site.landing}   (Ctrl+C stops it)")
    for changed in changes(site.landing, debounce=QUIET_MS * 2, step=QUIET_MS):
        say(f"{len({Path(path) for _, path in changed})} files changed")
        _round()


def _round() -> None:
    for verb in ("load", "build"):
        if subprocess.run([sys.executable, "-m", "warehouse", verb], check=False).returncode:
            complain(f"{verb} failed; what was served before is still served")
            return
