"""The hand city: a few dozen rows in tests/hand_city, loaded and built once by the real code."""

import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from warehouse.build import build
from warehouse.load import load
from warehouse.settings import ROOT, Settings, settings

HAND_CITY_AS_OF = datetime(2026, 4, 1)
#: What came in first, and when; everything else came on the second day.
FIRST_FEEDS = (
    *("base/areas", "base/departments", "base/matters"),
    *("case/disputes", "petition/petitions"),
)
FIRST_LOAD, SECOND_LOAD = datetime(2026, 3, 25, 18), datetime(2026, 3, 30, 21)


@pytest.fixture(autouse=True)
def _keeps_its_own_main(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page run in a test leaves its script as `__main__`, which fresh processes then import."""
    monkeypatch.setitem(sys.modules, "__main__", sys.modules["__main__"])


@pytest.fixture(scope="session")
def hand_city(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A site whose landing folder is the hand city, with one published version."""
    site = Settings(
        var=tmp_path_factory.mktemp("hand_city"), feeds=ROOT / "tests" / "hand_city" / "feeds"
    )
    load(site, only=FIRST_FEEDS, at=FIRST_LOAD)
    load(site, at=SECOND_LOAD)
    build(site, as_of=HAND_CITY_AS_OF)
    return site


@pytest.fixture
def reads_hand_city(hand_city: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The settings of this process are the hand city's; gives its folder."""
    monkeypatch.setenv("YIPING_VAR", str(hand_city.var))
    monkeypatch.setenv("YIPING_FEEDS", str(hand_city.landing))
    settings.cache_clear()
    yield hand_city.var
    settings.cache_clear()
