"""The note on the sample that lies in the landing folder: which place it is and where it ends.

`<var>/sample.json`, written with the sample. While the landing folder still is what was written,
the site is that sample place; with one more file it is somebody's own.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from filelock import FileLock
from rich.progress import Progress

from warehouse.settings import Settings

DEFAULT_PROFILE = "district"
_JUST_AFTER = timedelta(minutes=30)
#: So long after it was written a sample may go on living: what happens is drawn up to there.
LIVES_ON = timedelta(days=60)


class ProfileRefusedError(Exception):
    """Another place is asked for than the one that lies in the landing folder."""


@dataclass(frozen=True)
class SampleNote:
    """What was written.

    Attributes:
        profile: Which sample place.
        until: The last moment of its history.
        cut: The moment that its builds look from: that one, or when its files came in just after.
        landing: Fingerprint of the landing folder right after.
        founded: The last moment when it was first written; it may have gone on since.
        shape: Arguments of `warehouse.sample.found` that it was written with; empty in notes of
            earlier releases.
    """

    profile: str
    until: datetime
    cut: datetime
    landing: str
    founded: datetime
    shape: dict[str, Any]


def has_feeds(site: Settings) -> bool:
    """Whether any file lies in the landing folder."""
    return any(path.is_file() for path in site.landing.rglob("*"))


def noted(site: Settings) -> SampleNote | None:
    """The note, whatever lies in the landing folder now; None without one."""
    path = _path(site)
    if not path.exists():
        return None
    said = json.loads(path.read_text())
    until = datetime.fromisoformat(said["until"])
    return SampleNote(
        profile=said.get("profile", DEFAULT_PROFILE),
        until=until,
        cut=datetime.fromisoformat(said["cut"]) if "cut" in said else until,
        landing=said["landing"],
        founded=datetime.fromisoformat(said.get("founded", said["until"])),
        shape=said.get("shape", {}),
    )


@contextmanager
def changing(site: Settings) -> Iterator[None]:
    """Held while files and note change together, so that nobody takes one for the other's."""
    with FileLock(site.var / ".sample.lock"):
        yield


def note_told(site: Settings, until: datetime) -> None:
    """The files of a sample that goes on have come as far as that; the caller is `changing`."""
    from warehouse.build.inputs import stamp_of  # noqa: PLC0415

    said = json.loads(_path(site).read_text())
    said.pop("cut", None)
    said |= {"until": until.isoformat(), "landing": stamp_of([site.landing])}
    _path(site).write_text(json.dumps(said) + "\n")


def sample_there(site: Settings) -> SampleNote | None:
    """The note, if the landing folder holds that sample and nothing else."""
    from warehouse.build.inputs import stamp_of  # noqa: PLC0415

    if not _path(site).exists():
        return None
    with changing(site):
        note = noted(site)
        return note if note and note.landing == stamp_of([site.landing]) else None


def note_loaded(site: Settings) -> None:
    """The sample's files have come in: from here on builds know that they did, and in time.

    A sample that was written long ago stays where it ends; nobody works there any more.
    """
    note = sample_there(site)
    now = site.now() + timedelta(seconds=1)
    if note is None or note.cut != note.until:
        return
    # One that lives faster than we do is ahead of the clock already.
    if not timedelta(0) <= now - note.until <= _JUST_AFTER:
        return
    with changing(site):
        said = json.loads(_path(site).read_text())
        if said["until"] == note.until.isoformat():
            _path(site).write_text(json.dumps(said | {"cut": now.isoformat()}) + "\n")


def wanted_profile(site: Settings, asked: str | None) -> str:
    """The place to show: the one asked for, else the one remembered, else the district.

    Raises:
        ValueError: There is no such place.
        ProfileRefusedError: Something else lies there already, of the sample or of one's own.
    """
    from warehouse.sample.profiles import PROFILES  # noqa: PLC0415

    note = noted(site)
    remembered = note.profile if note else DEFAULT_PROFILE
    if asked is None:
        return remembered
    if asked not in PROFILES:
        raise ValueError(f"no sample profile {asked!r}; there are: {', '.join(PROFILES)}")
    elsewhere = f"YIPING_VAR={site.var}-{asked} yiping up --profile {asked}"
    if has_feeds(site) and sample_there(site) is None:
        raise ProfileRefusedError(
            f"{site.landing} holds feeds of your own, which no sample overwrites. "
            f"See the sample beside them: {elsewhere}"
        )
    if asked != remembered and (has_feeds(site) or site.raw.exists()):
        raise ProfileRefusedError(
            f"{site.var} holds the sample {remembered}, not {asked}. "
            f"Keep both: {elsewhere}; or replace it: remove {site.var} and ask again"
        )
    return asked


def write_sample(  # noqa: PLR0913
    site: Settings,
    profile: str,
    *,
    months: int = 24,
    seed: int = 7,
    until: datetime | None = None,
    scale: float = 1.0,
    progress: Progress | None = None,
) -> dict[str, int]:
    """Put a sample into the landing folder, in place of what lies there, and leave the note.

    Returns:
        Rows written per feed.
    """
    from warehouse.build.inputs import stamp_of  # noqa: PLC0415
    from warehouse.sample import generate  # noqa: PLC0415

    end = until or site.now()
    # Written aside, so that a sample stopped half-way is not taken for a city.
    aside = site.landing.with_name(site.landing.name + ".new")
    shutil.rmtree(aside, ignore_errors=True)
    rows = generate(
        profile=profile,
        months=months,
        seed=seed,
        until=end,
        out=aside,
        scale=scale,
        horizon=end + LIVES_ON,
        progress=progress,
    )
    shutil.rmtree(site.landing, ignore_errors=True)
    aside.rename(site.landing)
    note = {
        "profile": profile,
        "until": end.replace(microsecond=0).isoformat(),
        "founded": end.replace(microsecond=0).isoformat(),
        "shape": {"months": months, "seed": seed, "scale": scale},
        "landing": stamp_of([site.landing]),
    }
    _path(site).write_text(json.dumps(note) + "\n")
    return rows


def _path(site: Settings) -> Path:
    return site.var / "sample.json"
