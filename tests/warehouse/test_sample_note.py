"""Which sample lies in the landing folder, and what no sample ever overwrites."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from rich.progress import Progress

from warehouse import up
from warehouse.build.inputs import stamp_of
from warehouse.sample_note import (
    ProfileRefusedError,
    note_loaded,
    sample_there,
    wanted_profile,
    write_sample,
)
from warehouse.settings import Settings

UNTIL = datetime(2026, 11, 18, 14, 32, 8)


@pytest.fixture
def site(tmp_path: Path) -> Settings:
    return Settings(var=tmp_path / "var")


def lie_there(site: Settings, **note: str) -> None:
    """A landing folder with one file, and the note that this is a sample."""
    (site.landing / "grid").mkdir(parents=True)
    (site.landing / "grid" / "events.csv").write_text("event_id\n")
    said = {"until": UNTIL.isoformat(), "landing": stamp_of([site.landing]), **note}
    (site.var / "sample.json").write_text(json.dumps(said))


def test_without_a_word_it_is_the_district(site: Settings):
    assert wanted_profile(site, None) == "district"


def test_the_place_that_lies_there_is_remembered(site: Settings):
    lie_there(site, profile="city")

    assert wanted_profile(site, None) == "city"
    assert wanted_profile(site, "city") == "city"


def test_a_note_of_before_there_were_profiles_is_the_district(site: Settings):
    lie_there(site)

    assert sample_there(site).profile == "district"


def test_another_place_than_the_one_that_lies_there_is_refused_with_the_way_out(site: Settings):
    lie_there(site, profile="city")

    with pytest.raises(ProfileRefusedError, match="holds the sample city, not county") as refusal:
        wanted_profile(site, "county")
    assert "yiping up --profile county" in str(refusal.value)


def test_a_lake_of_another_place_is_not_mixed_with_a_new_sample(site: Settings):
    lie_there(site, profile="city")
    (site.landing / "grid" / "events.csv").unlink()
    site.raw.mkdir()

    with pytest.raises(ProfileRefusedError):
        wanted_profile(site, "county")


def test_real_feeds_are_never_overwritten(site: Settings):
    lie_there(site, profile="city")
    (site.landing / "grid" / "more.csv").write_text("event_id\nE1\n")

    with pytest.raises(ProfileRefusedError, match="feeds of your own"):
        wanted_profile(site, "city")


def test_an_unknown_place_is_refused_with_those_that_there_are(site: Settings):
    with pytest.raises(ValueError, match="district, city, county, province"):
        wanted_profile(site, "planet")


def test_a_sample_is_written_with_its_note(site: Settings):
    rows = write_sample(site, "county", months=1, until=UNTIL, scale=0.02)

    note = sample_there(site)
    assert (note.profile, note.until) == ("county", UNTIL)
    assert rows["areas"] > 80


def test_files_that_came_in_just_after_the_end_are_known_to_builds(
    site: Settings, monkeypatch: pytest.MonkeyPatch
):
    lie_there(site)
    came = UNTIL + timedelta(seconds=40)
    monkeypatch.setattr(Settings, "now", lambda _: came)

    note_loaded(site)
    note_loaded(site)

    assert sample_there(site).cut == came + timedelta(seconds=1)
    assert up.data_cut(site) == came + timedelta(seconds=1)


def test_an_old_sample_stays_where_it_ends(site: Settings, monkeypatch: pytest.MonkeyPatch):
    lie_there(site)
    monkeypatch.setattr(Settings, "now", lambda _: UNTIL + timedelta(days=3))

    note_loaded(site)

    assert up.data_cut(site) == UNTIL


def test_up_writes_the_place_that_was_asked_for(site: Settings, monkeypatch: pytest.MonkeyPatch):
    written: list[str] = []
    monkeypatch.setattr(up, "_write_sample", lambda _, place, __: written.append(place))
    monkeypatch.setattr(up, "_load", lambda *_: None)
    monkeypatch.setattr(up, "_build", lambda *_: None)
    site.var.mkdir(parents=True)

    up.prepare(site, Progress(), "province")

    assert written == ["province"]
