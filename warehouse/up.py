"""From nothing to a served version, doing only what is still to be done."""

from __future__ import annotations

from rich.progress import Progress

from warehouse import build, load, sample
from warehouse.build.code import code_version
from warehouse.settings import TRANSFORM_DIR, Settings
from warehouse.terminal import say
from warehouse.versions import current


def prepare(site: Settings, progress: Progress) -> None:
    """Sample feeds if there are none, load what is new, build if anything changed."""
    if not has_feeds(site):
        say(f"no feeds in {site.landing}: writing the sample city")
        rows = sample.generate(
            profile="district",
            months=24,
            seed=7,
            until=site.now(),
            out=site.landing,
            progress=progress,
        )
        say(f"sample city: {sum(rows.values()):,} rows in {len(rows)} feeds")
    report = load.load(site, progress=progress)
    reason = _reason_to_build(site, new_rows=report.accepted)
    if reason is None:
        say("nothing new since the served version was built")
        return
    say(f"building: {reason}")
    version = build.build(site, progress=progress)
    say(f"published {version.build_id}")


def has_feeds(site: Settings) -> bool:
    """Whether any file lies in the landing folder."""
    return any(path.is_file() for path in site.landing.rglob("*"))


def _reason_to_build(site: Settings, *, new_rows: int) -> str | None:
    served = current(site)
    if served is None:
        return "there is no version yet"
    if new_rows:
        return f"{new_rows:,} new rows"
    if served.record.get("code", {}).get("models") != code_version(TRANSFORM_DIR)["models"]:
        return "the models have changed"
    return None
