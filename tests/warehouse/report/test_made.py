"""Sets that the calendar made are cleared after 90 days, whatever else lies around them."""

import os
import time
from pathlib import Path

import pytest
from filelock import FileLock

from warehouse.report.made import alone, clear_made, set_folder
from warehouse.settings import Settings

WEEK = "weekly/990199000000/all/docx/2026-W13"


@pytest.fixture
def site(tmp_path: Path) -> Settings:
    return Settings(var=tmp_path)


def put(folder: Path, days: float) -> Path:
    """A file that was made so many days ago."""
    folder.mkdir(parents=True)
    path = folder / "周报.docx"
    path.write_text("周报")
    then = time.time() - days * 86_400
    os.utime(path, (then, then))
    os.utime(folder, (then, then))
    return path


def test_an_old_set_goes_with_the_folders_that_are_empty_then(site: Settings):
    put(set_folder(site, WEEK), 91)

    assert clear_made(site) == [WEEK]
    assert list((site.var / "reports" / "made").iterdir()) == []


def test_a_set_of_fewer_days_stays_and_so_do_its_neighbours(site: Settings):
    old, new = put(set_folder(site, WEEK), 91), put(set_folder(site, WEEK[:-2] + "14"), 89)

    clear_made(site)

    assert (old.exists(), new.exists()) == (False, True)


def test_the_site_says_for_how_many_days(tmp_path: Path):
    site = Settings(var=tmp_path, keep_made_days=7)
    put(set_folder(site, WEEK), 8)

    assert clear_made(site) == [WEEK]


def test_what_is_no_set_of_the_calendar_stays(site: Settings):
    others = [
        put(site.var / "reports" / "made" / "周报_2026-W13" / "甲街道" / "a" / "b" / "c", 400),
        put(site.editions / "weekly" / "990199000000" / "2026-W13" / "1", 400),
        put(site.var / "reports" / "outgoing" / "周报_2026-W13", 400),
    ]

    assert clear_made(site) == []
    assert all(path.exists() for path in others)


def test_a_set_from_the_future_stays(site: Settings):
    put(set_folder(site, WEEK), -400)

    assert clear_made(site) == []


def test_while_sets_are_made_or_delivered_none_goes(site: Settings):
    put(set_folder(site, WEEK), 91)
    with FileLock(site.var / "reports" / ".due.lock"):
        assert clear_made(site) == []

    with alone(site):
        pass
    assert clear_made(site) == [WEEK]


def test_a_site_without_a_calendar_has_nothing_to_clear(site: Settings):
    assert clear_made(site) == []
    assert list(site.var.iterdir()) == []
