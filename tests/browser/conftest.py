"""A real Chromium on a real server that serves the hand city.

What page tests need beside these fixtures: `watching` (open, settle, click, choose, read
numbers, download), `english.no_stray_english`, `layout.no_overlap`, `accessibility.axe`.
"""

import shutil
from collections.abc import Callable, Iterator
from typing import Any

import duckdb
import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.serving import FLAGS, served
from tests.browser.watching import Watched
from warehouse.read.connection import current_version
from warehouse.settings import Settings

DESK, WALL = {"width": 1440, "height": 900}, {"width": 1920, "height": 1080}


@pytest.fixture(scope="package")
def address(hand_city: Settings) -> Iterator[str]:
    """Where the hand city is served."""
    with served(hand_city) as at:
        yield at


@pytest.fixture
def fresh_address(hand_city: Settings) -> Iterator[str]:
    """A server that nobody has asked for anything yet."""
    with served(hand_city) as at:
        yield at


@pytest.fixture(scope="package")
def ask(hand_city: Settings) -> Callable[..., list[tuple[Any, ...]]]:
    """What the warehouse itself says: `ask("select … where a = $a", a=1)` gives rows."""
    folder = hand_city.versions / current_version(hand_city)

    def rows(sql: str, **values: Any) -> list[tuple[Any, ...]]:
        with duckdb.connect(str(folder / "warehouse.duckdb"), read_only=True) as warehouse:
            return warehouse.execute(sql, values or None).fetchall()

    return rows


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium, or the one that Playwright brought.

    For this folder only: Playwright keeps an event loop running, which other tests trip over.
    """
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def watched(chromium: Browser) -> Iterator[Watched]:
    """A page of 1920 × 1080 in a browser of its own, watched."""
    yield from _watched(chromium, WALL)


@pytest.fixture
def desk(chromium: Browser) -> Iterator[Watched]:
    """A page of 1440 × 900 in a browser of its own, watched."""
    yield from _watched(chromium, DESK)


def _watched(chromium: Browser, size: Any) -> Iterator[Watched]:
    page = chromium.new_page(viewport=size)
    yield Watched(page)
    page.close()
