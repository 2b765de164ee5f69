"""Load and build whenever the landing folder changes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from watchfiles import watch as changes

from warehouse.sample_note import note_loaded
from warehouse.settings import Settings
from warehouse.terminal import complain, say
from warehouse.up import data_cut

# Upstream writes several files at a time: wait until it has been quiet this long.
QUIET_MS = 5_000


def watch(site: Settings) -> None:
    """Load and build now, then after every change, until stopped.

    Each round runs in a process of its own, so that a build that is killed for its memory
    does not take the watcher with it. A round that fails is told and the watch goes on.
    """
    site.landing.mkdir(parents=True, exist_ok=True)
    follow(site)
    say(f"watching {site.landing}   (Ctrl+C stops it)")
    for changed in changes(site.landing, debounce=QUIET_MS * 2, step=QUIET_MS):
        say(f"{len({Path(path) for _, path in changed})} files changed")
        follow(site)


def follow(site: Settings) -> bool:
    """Load and build once; whether a new version is served.

    A sample is built as of the moment up to which it is told, everything else as of now.
    """
    if not _ran("load"):
        return False
    note_loaded(site)
    return _ran("build", "--as-of", f"{data_cut(site):%Y-%m-%dT%H:%M:%S}")


def _ran(verb: str, *options: str) -> bool:
    words = [sys.executable, "-m", "warehouse", verb, *options]
    # What was loaded is in the log of loads; the table of it would drown what is said here.
    silent = subprocess.DEVNULL if verb == "load" else None
    is_good = subprocess.run(words, check=False, stdout=silent).returncode == 0
    if not is_good:
        complain(f"{verb} failed; what was served before is still served")
    return is_good
