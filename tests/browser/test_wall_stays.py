"""The wall is never blank: a server that goes and comes back, another build of the app, a list."""

import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.serving import free_port, served
from tests.browser.test_wall import opened
from tests.browser.watching import Watched
from warehouse.settings import Settings

pytestmark = pytest.mark.browser

FULL_HD = (1920, 1080)
# Words on the wall, also while a held frame covers it.
SHOWN = """() => {
    const held = document.getElementById('wall-held')?.shadowRoot;
    const wall = held?.querySelector('.st-key-wall') ?? document.querySelector('.st-key-wall');
    return wall?.textContent.length ?? 0;
}"""


def least_shown(page: Page, until: Callable[[], bool], *, seconds: float) -> int:
    """The fewest characters that the wall showed before `until` held."""
    least, end = 10**9, time.monotonic() + seconds
    while time.monotonic() < end:
        least = min(least, page.evaluate(SHOWN))
        if until():
            return least
        page.wait_for_timeout(100)
    raise AssertionError("what was waited for did not happen")


def test_a_server_that_goes_away_leaves_the_last_frame_with_its_age(
    hand_city: Settings, watched: Watched
):
    port = free_port()
    with served(hand_city, port) as at:
        page = opened(watched, f"{at}/wall", FULL_HD).page
        full = page.evaluate(SHOWN)

    least = least_shown(page, lambda: page.locator(".lost.on").count() == 1, seconds=30)

    assert least >= full
    assert "连接中断，显示" in page.inner_text(".lost")
    assert "的数据 · 已" in page.inner_text(".lost")
    assert not page.get_by_text("Connection error").is_visible()

    with served(hand_city, port):
        back = least_shown(page, lambda: page.locator(".lost.on").count() == 0, seconds=60)
        assert back > 0.8 * full
        page.wait_for_timeout(2_000)
        assert page.evaluate(SHOWN) > 0.8 * full


def test_another_build_of_the_app_loads_the_wall_anew_behind_its_last_frame(
    address: str, watched: Watched
):
    page = opened(watched, f"{address}/wall", FULL_HD).page
    full = page.evaluate(SHOWN)
    page.wait_for_function("window.__wall.app !== ''")
    page.evaluate("window.__old = true; window.__wall.app = '0.0.1-before'")

    shown, is_new = [], False
    end = time.monotonic() + 60
    while time.monotonic() < end and not is_new:
        try:
            # Between two documents there is nothing to ask.
            shown.append(page.evaluate(SHOWN))
            is_new = page.evaluate("!window.__old && !document.getElementById('wall-held')")
        except Exception as error:
            assert "navigation" in str(error) or "context" in str(error), error
        page.wait_for_timeout(50)

    assert is_new
    assert sum(count < 0.8 * full for count in shown) <= 2, "a blank moment"
    assert watched.complaints == []


def test_a_playlist_goes_from_view_to_view_without_a_blank_moment(
    address: str, watched: Watched, hand_city: Settings
):
    (hand_city.var / "playlist.toml").write_text(
        '[[hall]]\nshow = "wall"\nseconds = 5\n\n[[hall]]\nshow = "ranking"\nseconds = 5\n'
    )
    page = watched.page
    page.goto(f"{address}/wall?playlist=hall")
    page.wait_for_function("window.__shown?.startsWith('wall')", timeout=60_000)
    page.wait_for_function("window.__shown?.startsWith('ranking')", timeout=60_000)

    ranking = next(frame for frame in page.frames if "/ranking" in frame.url)
    assert "考核排名" in ranking.inner_text("body")
    page.wait_for_function("window.__shown?.startsWith('wall')", timeout=60_000)
    assert page.locator("iframe.on").count() == 1
    assert watched.outside == []
    assert watched.complaints == []


def test_a_broken_playlist_says_its_line_and_the_wall_stays(
    address: str, watched: Watched, hand_city: Settings
):
    (hand_city.var / "playlist.toml").write_text('[[hall]]\nshow = "wall"\nseconds = "ten"\n')
    page = watched.page
    page.goto(f"{address}/wall?playlist=hall")
    page.wait_for_function("window.__shown?.startsWith('wall')", timeout=60_000)

    assert "第 3 行" in page.inner_text("#said")
