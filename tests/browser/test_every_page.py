"""What holds for every page: it draws, asks nobody outside, complains of nothing."""

import os
import subprocess
import sys

import pytest

from pages.kit.addresses import pages
from tests.browser.conftest import Watched
from tests.conftest import HAND_CITY_AS_OF
from warehouse.settings import ROOT, Settings

pytestmark = pytest.mark.browser

PATHS = [address.path for address in pages()]
SCROLLS = """() => {
    const main = document.querySelector('[data-testid="stMain"]');
    return main.scrollHeight > main.clientHeight + 1 || main.scrollWidth > main.clientWidth + 1;
}"""


@pytest.mark.parametrize("path", PATHS)
def test_a_page_draws_without_errors_and_without_the_internet(
    address: str, watched: Watched, path: str
):
    page = watched.open(f"{address}/{path}")

    assert page.locator('[data-testid="stException"]').count() == 0
    assert len(page.inner_text("body")) > 200
    assert watched.outside == []
    assert watched.complaints == []


@pytest.mark.parametrize("path", PATHS)
def test_every_page_says_that_its_data_are_made_up(address: str, watched: Watched, path: str):
    assert "演示数据" in watched.open(f"{address}/{path}").inner_text("body")


@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768), (3840, 2160)])
def test_the_wall_fits_the_screen(address: str, watched: Watched, size: tuple[int, int]):
    watched.page.set_viewport_size({"width": size[0], "height": size[1]})

    assert watched.open(f"{address}/wall").evaluate(SCROLLS) is False


def test_desk_pages_never_scroll_sideways(address: str, watched: Watched):
    watched.page.set_viewport_size({"width": 1440, "height": 900})
    for path in PATHS:
        if path != "wall":
            page = watched.open(f"{address}/{path}")
            assert page.evaluate("document.documentElement.scrollWidth") <= 1440, path


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
