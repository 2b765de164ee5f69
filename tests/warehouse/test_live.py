"""A sample that lives: increments that load without a fault, and a version that follows."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from pathlib import Path

import polars as pl
import pytest
from rich.progress import Progress

from warehouse import live as living
from warehouse import up
from warehouse.load import load
from warehouse.load.lake import raw_rows
from warehouse.sample.story import FEEDS
from warehouse.sample_note import noted, sample_there, write_sample
from warehouse.settings import Settings, settings

UNTIL = datetime(2026, 11, 18, 9, 2, 8)
LATER = UNTIL + timedelta(hours=7)


@pytest.fixture
def site(tmp_path: Path) -> Settings:
    made = Settings(var=tmp_path / "var")
    made.var.mkdir()
    write_sample(made, "district", months=2, until=UNTIL, scale=0.06)
    return made


def newest(site: Settings, feed: str, keys: list[str]) -> pl.DataFrame:
    rows = raw_rows(site, feed).sort("_loaded_at", maintain_order=True).collect()
    return rows.unique(keys, keep="last", maintain_order=True)


def test_what_follows_is_loaded_without_a_fault(site: Settings):
    load(site)
    rows = living.LivingSample(site).release(LATER)

    report = load(site)
    new = report.files.filter(pl.col("status") != "skipped")

    assert {"grid/events", "grid/event_log", "grid/hotline_calls"} <= set(rows) <= set(FEEDS)
    assert dict(new.select("feed", "accepted").iter_rows()) == rows
    assert new["quarantined"].sum() == 0
    assert load(site).accepted == 0


def test_in_small_steps_it_is_the_same_as_after_a_pause(site: Settings, tmp_path: Path):
    other = Settings(var=tmp_path / "other")
    other.var.mkdir()
    write_sample(other, "district", months=2, until=UNTIL, scale=0.06)
    load(site)
    load(other)
    for minutes in range(60, 421, 60):
        living.LivingSample(site).release(UNTIL + timedelta(minutes=minutes))
        load(site)
    living.LivingSample(other).release(LATER)
    load(other)

    for feed, keys in (("grid/events", ["event_id"]), ("grid/event_log", ["event_id", "seq"])):
        first, second = (newest(one, feed, keys).sort(keys) for one in (site, other))
        assert first["_row_hash"].equals(second["_row_hash"])


def test_it_stays_the_sample_and_is_cut_where_it_has_come_to(site: Settings):
    living.LivingSample(site).release(LATER)

    assert sample_there(site).founded == UNTIL
    assert up.data_cut(site) == LATER


def test_a_release_that_was_cut_off_is_written_over(site: Settings):
    before = (site.var / "sample.json").read_text()
    living.LivingSample(site).release(LATER)
    files = {path.name for path in site.landing.rglob(f"{living.PREFIX}*")}
    said = json.loads(before) | {"landing": noted(site).landing}
    (site.var / "sample.json").write_text(json.dumps(said))

    living.LivingSample(site).release(LATER + timedelta(hours=1))

    assert {path.name for path in site.landing.rglob(f"{living.PREFIX}*")} == files


def test_what_is_loaded_is_put_by_so_that_the_landing_folder_stays_small(
    site: Settings, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(living, "KEPT", 2)
    sample = living.LivingSample(site)
    for hour in range(1, 7):
        sample.release(UNTIL + timedelta(hours=hour))
        if hour == 4:
            load(site)

    events = sorted(path.name for path in (site.landing / "grid" / "events").glob("追报*"))
    put_by = site.var / "feeds.loaded" / "grid" / "events"
    assert len(events) == 2
    assert len(list(put_by.iterdir())) == 4
    assert sample_there(site) is not None


def test_feeds_of_ones_own_are_let_alone(site: Settings):
    (site.landing / "grid" / "events" / "own.csv").write_text("event_id\n")

    with pytest.raises(living.LiveRefusedError, match="feeds of your own"):
        living.LivingSample(site)


def test_a_sample_of_an_earlier_release_says_what_to_do(site: Settings):
    said = json.loads((site.var / "sample.json").read_text())
    del said["shape"]
    (site.var / "sample.json").write_text(json.dumps(said))

    with pytest.raises(living.LiveRefusedError, match="remove"):
        living.LivingSample(site)


def test_it_ends_with_its_story(site: Settings):
    sample = living.LivingSample(site)

    sample.release(UNTIL + timedelta(days=900))

    assert sample.until == sample.horizon
    assert sample.release(UNTIL + timedelta(days=901)) == {}


class Clock:
    """Time that passes only while somebody sleeps."""

    def __init__(self) -> None:
        self.passed = 100.0

    def monotonic(self) -> float:
        return self.passed

    def sleep(self, seconds: float) -> None:
        self.passed += seconds


def test_it_catches_up_then_goes_at_its_own_speed(site: Settings, monkeypatch: pytest.MonkeyPatch):
    now = UNTIL + timedelta(hours=2)
    monkeypatch.setattr(Settings, "now", lambda _: now)
    monkeypatch.setattr(living, "time", Clock())
    seen: list[datetime] = []
    pace = living.Pace(timedelta(minutes=1), speed=60, lasts=timedelta(minutes=2, seconds=30))

    living.live(site, pace, after=lambda: seen.append(noted(site).until))

    hours = [moment - now for moment in seen]
    assert hours == [timedelta(hours=hour) for hour in (0, 1, 2, 2.5)]


@pytest.mark.parametrize(("text", "seconds"), [("30s", 30), ("1m", 60), ("1.5h", 5400)])
def test_durations_are_written_with_their_unit(text: str, seconds: int):
    assert living.parse_duration(text) == timedelta(seconds=seconds)


@pytest.mark.parametrize("text", ["", "5", "0m", "-1m", "1w"])
def test_what_is_no_duration_is_refused(text: str):
    with pytest.raises(ValueError, match="no duration"):
        living.parse_duration(text)


@pytest.mark.slow
def test_what_happens_is_published(site: Settings, monkeypatch: pytest.MonkeyPatch):
    from warehouse.build import current  # noqa: PLC0415
    from warehouse.read import events  # noqa: PLC0415
    from warehouse.read.connection import fetch, whole_site  # noqa: PLC0415
    from warehouse.watch import follow  # noqa: PLC0415

    monkeypatch.setenv("YIPING_VAR", str(site.var))
    settings.cache_clear()
    up.prepare(site, Progress())
    count = "select count(*) from marts.mart_event_list"
    before = fetch(whole_site(), count).item()
    rows = living.LivingSample(site).release(LATER)

    assert follow(site)

    assert fetch(whole_site(), count).item() > before
    assert events.data_cut(whole_site())["as_of"].item() == LATER
    assert current(site).record["tests"]["failed"] == 0
    assert rows
    settings.cache_clear()
