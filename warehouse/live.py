"""A sample that lives: what happens next in it is written, as it happens, into small files.

The story was drawn to its horizon when the sample was written, and is released by time here. So
it is the same story however often one stops, and a pause is caught up at once.
"""

from __future__ import annotations

import re
import shutil
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import polars as pl
from filelock import Timeout

from warehouse.load.lake import load_log, lock
from warehouse.sample_note import LIVES_ON, SampleNote, changing, note_told, sample_there
from warehouse.settings import Settings
from warehouse.terminal import say

#: How the small files begin: after those of the sample by name, as the later of two rows counts.
PREFIX = "追报-"
#: So many of a feed stay in the landing folder; older ones that have been loaded are put by, so
#: that a load need not look at thousands.
KEPT = 40
#: Feeds whose systems speak JSON; the others hand over CSV.
JSON_FEEDS = {"grid/event_log", "grid/deliberations"}
_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}


class LiveRefusedError(Exception):
    """The sample that lies there cannot go on, or none lies there."""


@dataclass(frozen=True)
class Pace:
    """How a sample lives.

    Attributes:
        every: Between two writings, on our clock.
        speed: How much faster than ours its clock runs.
        lasts: How long it lives, on our clock; None for as long as it is let.
    """

    every: timedelta = timedelta(minutes=1)
    speed: float = 1.0
    lasts: timedelta | None = None


def parse_duration(text: str) -> timedelta:
    """`90s`, `1m`, `2h`, `1d`.

    Raises:
        ValueError: It is none of these, or nothing.
    """
    found = re.fullmatch(r"(\d+(?:\.\d+)?)([smhd])", text.strip())
    if not found or not float(found[1]):
        raise ValueError(f"{text!r} is no duration; write 30s, 1m, 2h or 1d")
    return timedelta(seconds=float(found[1]) * _UNITS[found[2]])


class LivingSample:
    """The sample in a site's landing folder, and what follows in it.

    Raises:
        LiveRefusedError: No sample lies there, or one whose story ends where it was written.
    """

    def __init__(self, site: Settings) -> None:
        from warehouse.sample.generate import found  # noqa: PLC0415
        from warehouse.sample.story import Sequel, Story  # noqa: PLC0415
        from warehouse.sample.worktime import seconds  # noqa: PLC0415

        note = _note_of(site)
        self.site = site
        self.until = note.until
        self.horizon = note.founded + LIVES_ON
        city = found(note.profile, until=note.founded, horizon=self.horizon, **note.shape)
        self._sequel = Sequel(Story.of(city), seconds(note.until))

    def release(self, moment: datetime) -> dict[str, int]:
        """Write what happens up to a moment; rows per feed.

        A release that was cut off is written again by the next one, over its files.
        """
        from warehouse.sample.worktime import seconds  # noqa: PLC0415

        moment = min(moment.replace(microsecond=0), self.horizon)
        if moment <= self.until:
            return {}
        fresh = self._sequel.until(seconds(moment))
        with changing(self.site):
            self._write(fresh)
            self._put_by()
            note_told(self.site, moment)
        self.until = moment
        return {feed: frame.height for feed, frame in fresh.items()}

    def _write(self, fresh: dict[str, pl.DataFrame]) -> None:
        from warehouse.sample.writer import Landing  # noqa: PLC0415

        # Written aside and moved, so that a load never finds half a file.
        aside = self.site.landing.with_name(self.site.landing.name + ".next")
        shutil.rmtree(aside, ignore_errors=True)
        landing = Landing(aside)
        name = f"{PREFIX}{self.until:%Y%m%dT%H%M%S}"
        for feed, frame in fresh.items():
            if feed in JSON_FEEDS:
                landing.ndjson(feed, f"{name}.ndjson", frame)
            else:
                landing.csv(feed, f"{name}.csv", frame)
        for path in sorted(aside.rglob("*.*")):
            target = self.site.landing / path.relative_to(aside)
            target.parent.mkdir(parents=True, exist_ok=True)
            path.replace(target)
        shutil.rmtree(aside, ignore_errors=True)

    def _put_by(self) -> None:
        folders = [folder for folder in self.site.landing.glob("*/*") if folder.is_dir()]
        old = [path for folder in folders for path in sorted(folder.glob(f"{PREFIX}*"))[:-KEPT]]
        if not old or not self.site.raw.exists():
            return
        try:
            with lock(self.site, timeout=0):
                loaded = _loaded(self.site)
                for path in old:
                    name = path.relative_to(self.site.landing)
                    if str(name) in loaded:
                        put_by = self.site.var / "feeds.loaded" / name
                        put_by.parent.mkdir(parents=True, exist_ok=True)
                        path.replace(put_by)
        except Timeout:
            return  # they are being loaded at this moment; there will be another


def live(
    site: Settings,
    pace: Pace,
    *,
    after: Callable[[], object] = lambda: None,
    goes_on: Callable[[], bool] = lambda: True,
) -> None:
    """Let the sample live until it is stopped, its time is over or its story ends.

    Args:
        site: Whose sample.
        pace: How fast and how long.
        after: Called after every writing, such as to load and build.
        goes_on: Asked every second; False ends it.

    Raises:
        LiveRefusedError: The sample there cannot go on.
    """
    sample = LivingSample(site)
    began = time.monotonic()
    # It catches up with our clock at once; one that is ahead of it goes on from there.
    start = max(sample.until, site.now())
    ends = None if pace.lasts is None else began + pace.lasts.total_seconds()
    say(f"the sample lives from {sample.until:%Y-%m-%d %H:%M}, at {pace.speed:g} times our speed")
    while goes_on():
        turn = time.monotonic()
        rows = sample.release(start + timedelta(seconds=(turn - began) * pace.speed))
        if rows:
            say(f"{sample.until:%m-%d %H:%M:%S}: {sum(rows.values())} rows of {len(rows)} feeds")
            after()
        if sample.until >= sample.horizon:
            say(f"the story of this sample ends at {sample.horizon:%Y-%m-%d %H:%M}")
            return
        if ends is not None and time.monotonic() >= ends:
            return
        _wait(turn + pace.every.total_seconds(), ends, goes_on)


@contextmanager
def stoppable() -> Iterator[None]:
    """A polite request to end is taken like Ctrl+C, so that what was started ends, too."""

    def stop(*_: Any) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _wait(turn: float, ends: float | None, goes_on: Callable[[], bool]) -> None:
    until = turn if ends is None else min(turn, ends)
    while goes_on() and (left := until - time.monotonic()) > 0:
        time.sleep(min(left, 1.0))


def _note_of(site: Settings) -> SampleNote:
    note = sample_there(site)
    if note is None:
        raise LiveRefusedError(f"{site.landing} holds no sample, or feeds of your own beside it")
    if not note.shape:
        raise LiveRefusedError(
            f"the sample in {site.var} was written by an earlier release and ends where it ends; "
            f"remove {site.var} and ask again"
        )
    return note


def _loaded(site: Settings) -> set[str]:
    log = load_log(site).filter(pl.col("status") == "loaded").select("file").collect()
    return set(log["file"].to_list())
