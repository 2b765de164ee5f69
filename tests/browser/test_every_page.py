"""What holds for every page: it draws, asks nobody outside, complains of nothing."""

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from pages.kit.addresses import pages
from pages.kit.states import FAILED
from tests.browser.accessibility import axe
from tests.browser.conftest import DESK
from tests.browser.english import no_stray_english
from tests.browser.layout import no_overlap
from tests.browser.watching import Watched
from tests.conftest import HAND_CITY_AS_OF
from warehouse.settings import ROOT, Settings

pytestmark = pytest.mark.browser

DESK_PAGES = [address.path for address in pages() if address.path != "wall"]
SCROLLS = """() => {
    const main = document.querySelector('[data-testid="stMain"]');
    return main.scrollHeight > main.clientHeight + 1 || main.scrollWidth > main.clientWidth + 1;
}"""


@pytest.fixture(scope="module", params=DESK_PAGES)
def drawn(request: pytest.FixtureRequest, chromium: Browser, address: str) -> Iterator[Watched]:
    """A desk page, opened once for all that is asked of it."""
    watched = Watched(chromium.new_page(viewport=DESK))
    watched.open(f"{address}/{request.param}")
    yield watched
    watched.page.close()


def test_a_desk_page_draws_without_errors_and_without_the_internet(drawn: Watched):
    assert drawn.page.locator('[data-testid="stException"]').count() == 0
    assert FAILED not in drawn.page.inner_text("body")
    assert drawn.outside == []
    assert drawn.complaints == []


def test_a_desk_page_says_that_its_data_are_made_up(drawn: Watched):
    assert "演示数据" in drawn.page.inner_text("body")


def test_a_desk_page_never_scrolls_sideways(drawn: Watched):
    assert drawn.page.evaluate("document.documentElement.scrollWidth") <= DESK["width"]


def test_a_desk_page_speaks_chinese(drawn: Watched):
    no_stray_english(drawn.page)


def test_a_desk_page_can_be_used_by_everyone(drawn: Watched):
    axe(drawn.page)


def test_the_wall_draws_without_errors_and_without_the_internet(address: str, watched: Watched):
    page = watched.open(f"{address}/wall")

    assert "演示数据" in page.inner_text("body")
    no_stray_english(page)
    assert page.locator('[data-testid="stException"]').count() == 0
    assert FAILED not in page.inner_text("body")
    assert watched.outside == []
    assert watched.complaints == []


@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768), (3840, 2160)])
def test_the_wall_fits_the_screen_and_nothing_on_it_is_cut(
    address: str, watched: Watched, size: tuple[int, int]
):
    watched.page.set_viewport_size({"width": size[0], "height": size[1]})

    page = watched.open(f"{address}/wall")

    assert page.evaluate(SCROLLS) is False
    no_overlap(page)


def test_a_build_behind_it_never_blanks_the_wall(
    address: str, watched: Watched, hand_city: Settings
):
    page = watched.open(f"{address}/wall")
    full = len(page.inner_text("body"))
    builder = subprocess.Popen(
        [sys.executable, "-m", "warehouse", "build", "--as-of", HAND_CITY_AS_OF.isoformat()],
        cwd=ROOT,
        env={**os.environ, "YIPING_VAR": str(hand_city.var)},
    )
    shortest = full
    while builder.poll() is None:
        shortest = min(shortest, len(page.inner_text("body")))
        page.wait_for_timeout(100)
    for _ in range(100):
        shortest = min(shortest, len(page.inner_text("body")))
        page.wait_for_timeout(100)

    assert builder.returncode == 0
    assert shortest > 0.8 * full
    assert watched.complaints == []
