import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from rich.progress import Progress

from warehouse import up
from warehouse.build.inputs import inputs_of, stamp_of
from warehouse.live import Pace
from warehouse.settings import TRANSFORM_DIR, Settings
from warehouse.versions import Version


@pytest.fixture
def site(tmp_path: Path) -> Settings:
    site = Settings(var=tmp_path)
    (site.landing / "grid").mkdir(parents=True)
    (site.landing / "grid" / "events.csv").write_text("event_id\n")
    return site


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Which of the three steps were taken."""
    taken: list[str] = []
    for step in ("sample", "load", "build"):
        name = "_write_sample" if step == "sample" else f"_{step}"
        monkeypatch.setattr(up, name, lambda *_, step=step: taken.append(step))
    return taken


def _serve(monkeypatch: pytest.MonkeyPatch, site: Settings, **changed: str) -> None:
    """Let a version be served that was made from the inputs of now, but for what changed."""
    inputs: dict[str, Any] = {**inputs_of(site, TRANSFORM_DIR, site.now()), **changed}
    version = Version("20261122T080000-aaaa", site.versions, {"inputs": inputs}, is_current=True)
    monkeypatch.setattr(up, "current", lambda _: version)


def test_an_empty_landing_folder_is_filled_with_the_sample_city(tmp_path: Path, done: list[str]):
    up.prepare(Settings(var=tmp_path), Progress())

    assert done == ["sample", "load", "build"]


def test_feeds_of_ones_own_are_never_mixed_with_the_sample(site: Settings, done: list[str]):
    up.prepare(site, Progress())

    assert done == ["load", "build"]


def test_a_second_time_there_is_nothing_to_do(
    site: Settings, done: list[str], monkeypatch: pytest.MonkeyPatch
):
    up.prepare(site, Progress())
    _serve(monkeypatch, site)
    done.clear()

    up.prepare(site, Progress())

    assert done == []


def test_a_changed_feed_is_loaded(site: Settings, done: list[str], monkeypatch: pytest.MonkeyPatch):
    up.prepare(site, Progress())
    _serve(monkeypatch, site)
    done.clear()
    (site.landing / "grid" / "events.csv").write_text("event_id\nE1\n")

    up.prepare(site, Progress())

    assert done == ["load"]


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ("lake", "there is new data"),
        ("models", "the models have changed"),
        ("settings", "the settings have changed"),
        ("day", "the served version is of another day"),
    ],
)
def test_a_version_made_from_other_inputs_is_built_again(
    site: Settings, monkeypatch: pytest.MonkeyPatch, changed: str, reason: str
):
    _serve(monkeypatch, site, **{changed: "something else"})

    assert up.reason_to_build(site) == reason


def test_a_living_sample_is_served_at_once_and_ends_with_its_server(
    site: Settings, done: list[str], monkeypatch: pytest.MonkeyPatch
):
    note = {"until": "2026-03-31T18:00:00", "landing": stamp_of([site.landing])}
    (site.var / "sample.json").write_text(json.dumps(note))
    _serve(monkeypatch, site, lake="something else")
    server = SimpleNamespace(poll=lambda: None if "lived" not in done else 0)

    @contextmanager
    def serving(*_: Any, **__: Any) -> Iterator[SimpleNamespace]:
        done.append("serving")
        yield server
        done.append("ended")

    def live(*_: Any, goes_on: Any, **__: Any) -> None:
        assert goes_on()
        done.append("lived")
        assert not goes_on()

    monkeypatch.setattr("warehouse.serve.serving", serving)
    monkeypatch.setattr("warehouse.live.live", live)

    up.prepare_living(site, Progress())
    up.live_up(site, Pace(), host="127.0.0.1", port=1)

    assert done == ["serving", "lived", "ended"]


def test_the_sample_city_is_cut_where_it_ends(site: Settings):
    ends = datetime(2026, 3, 31, 18, 0)
    note = {"until": ends.isoformat(), "landing": stamp_of([site.landing])}
    (site.var / "sample.json").write_text(json.dumps(note))

    assert up.data_cut(site) == ends


def test_with_a_feed_of_ones_own_the_cut_is_now(site: Settings):
    note = {"until": "2026-03-31T18:00:00", "landing": stamp_of([site.landing])}
    (site.var / "sample.json").write_text(json.dumps(note))
    (site.landing / "grid" / "more.csv").write_text("event_id\nE1\n")

    assert (site.now() - up.data_cut(site)).total_seconds() < 60
