"""From nothing to a served version, doing only what is still to be done."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from rich.progress import Progress

from warehouse.sample_note import (
    has_feeds,
    note_loaded,
    sample_there,
    wanted_profile,
    write_sample,
)
from warehouse.settings import TRANSFORM_DIR, Settings
from warehouse.terminal import complain, say
from warehouse.versions import current

if TYPE_CHECKING:
    from warehouse.live import Pace


def prepare(site: Settings, progress: Progress, profile: str | None = None) -> None:
    """Sample feeds if there are none, load what is new, build if anything changed.

    Raises:
        ProfileRefusedError: Another sample than `profile`, or real feeds, lie there already.
    """
    from warehouse.build.inputs import stamp_of  # noqa: PLC0415

    place = wanted_profile(site, profile)
    if not has_feeds(site) and not asks_databases(site):
        _write_sample(site, place, progress)
    landed = stamp_of([site.landing, site.var / "sources.toml"])
    loaded = site.var / "landing.stamp"
    if asks_databases(site) or not loaded.exists() or loaded.read_text() != landed:
        _load(site, progress)
        note_loaded(site)
        loaded.write_text(landed)
    reason = reason_to_build(site)
    if reason is None:
        say("nothing has changed since the served version was built")
        _say_how_old(site)
        return
    say(f"building: {reason}")
    _build(site, progress)


def prepare_living(site: Settings, progress: Progress, profile: str | None = None) -> None:
    """As `prepare`, but what was served last will do: the time since is caught up while it is.

    Raises:
        ProfileRefusedError: Another sample than `profile`, or real feeds, lie there already.
    """
    wanted_profile(site, profile)
    if current(site) is None or sample_there(site) is None:
        prepare(site, progress, profile)


def live_up(site: Settings, pace: Pace, *, host: str, port: int) -> None:
    """Serve, and let the sample live: what it writes is loaded, built and shown by itself.

    Ends when it is stopped, when the server has ended, or when the time is over; then the server
    has ended, too.

    Raises:
        LiveRefusedError: The sample there cannot go on.
    """
    from warehouse.live import live, stoppable  # noqa: PLC0415
    from warehouse.serve import serving  # noqa: PLC0415
    from warehouse.watch import follow  # noqa: PLC0415

    with stoppable(), serving(site, host=host, port=port) as server:
        live(site, pace, after=lambda: follow(site), goes_on=lambda: server.poll() is None)


def data_cut(site: Settings) -> datetime:
    """Now; or, while nothing but our sample city lies there, the moment at which it ends.

    Its events stop then, so that a later cut would show a city in which nobody works any more.
    """
    sample = sample_there(site)
    return sample.cut if sample else site.now()


def _say_how_old(site: Settings) -> None:
    cut = data_cut(site)
    if cut.date() < site.now().date():
        say(f"the sample ends at {cut:%Y-%m-%d %H:%M}; without {site.var} a new one is written")


def asks_databases(site: Settings) -> bool:
    """Whether something new may come from where no folder shows it."""
    if not (site.var / "sources.toml").exists():
        return False
    from warehouse.load.mapping.model import read_queries  # noqa: PLC0415

    return bool(read_queries(site))


def reason_to_build(site: Settings) -> str | None:
    """Why the served version no longer says what a build would say; None if it does."""
    from warehouse.build.inputs import inputs_of  # noqa: PLC0415

    served = current(site)
    if served is None:
        return "there is no version yet"
    before, now = served.record.get("inputs", {}), inputs_of(site, TRANSFORM_DIR, data_cut(site))
    words = {
        "lake": "there is new data",
        "models": "the models have changed",
        "settings": "the settings have changed",
        "day": "the served version is of another day",
    }
    return next((said for name, said in words.items() if before.get(name) != now[name]), None)


# The imports below take seconds that a second `make up` must not pay.


def _write_sample(site: Settings, profile: str, progress: Progress) -> None:
    say(f"no feeds in {site.landing}: writing the sample {profile}")
    rows = write_sample(site, profile, progress=progress)
    say(f"sample {profile}: {sum(rows.values()):,} rows in {len(rows)} feeds")


def _load(site: Settings, progress: Progress) -> None:
    from warehouse.load import load  # noqa: PLC0415

    report = load(site, progress=progress)
    say(f"loaded {report.accepted:,} rows")
    for query, message in report.failed_queries:
        complain(f"{query}: {message}")


def _build(site: Settings, progress: Progress) -> None:
    from warehouse.build import build  # noqa: PLC0415

    version = build(site, as_of=data_cut(site), progress=progress)
    seconds = sum(version.record["seconds"].values())
    say(f"published {version.build_id} in {seconds:.1f} s")
