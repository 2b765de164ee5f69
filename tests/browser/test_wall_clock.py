"""What the browser keeps true by itself, with a faked clock: no server, only the script."""

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, Page

from pages.kit.html import tag
from pages.kit.wall_frame import STATIC

pytestmark = pytest.mark.browser

ZONE = ZoneInfo("Asia/Shanghai")
CUT = datetime(2026, 5, 17, 22, 1, tzinfo=ZONE)
SCRIPT = (STATIC / "clock.js").read_text()


def at(moment: datetime) -> str:
    return str(round(moment.timestamp() * 1000))


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    opened = chromium.new_page()
    opened.clock.install(time=datetime(2026, 5, 17, 23, 59, 50, tzinfo=ZONE))
    feed = {"data_latest": at(CUT), "data_expected": "6", "data_limit": "24"}
    opened.set_content(
        tag("div", tag("div"), tag("div"), id="wall-date")
        + tag("div", tag("b"), tag("span"), id="wall-clock")
        + tag("b", "22:01", id="time", data_when=at(CUT))
        + tag("span", tag("i", class_="mk"), tag("b"), id="feed", **feed)
        + tag("span", tag("i", class_="mk"), tag("b"), tag("small"), id="wall-cut", data_at=at(CUT))
        + tag("div", id="wall-lost", data_at=at(CUT))
    )
    opened.add_script_tag(content=SCRIPT)
    yield opened
    opened.close()


def test_midnight_and_a_new_week_roll_over_by_themselves(page: Page):
    page.clock.run_for(1000)
    assert page.inner_text("#wall-clock").replace("\n", "") == "23:59:51"
    assert page.inner_text("#wall-date").split() == ["2026年5月17日", "星期日"]
    assert page.inner_text("#time") == "22:01"

    page.clock.run_for(10_000)
    assert page.inner_text("#wall-clock").replace("\n", "") == "00:00:01"
    assert page.inner_text("#wall-date").split() == ["2026年5月18日", "星期一"]
    assert page.inner_text("#time") == "昨日 22:01"

    page.clock.fast_forward("24:00:00")
    page.clock.run_for(1000)
    assert page.inner_text("#time") == "05-17"


def test_a_feed_turns_amber_then_red_by_its_own_rhythm(page: Page):
    page.clock.run_for(1000)
    assert page.get_attribute("#feed", "data-state") == "normal"

    page.clock.fast_forward("05:00:00")
    page.clock.run_for(1000)
    assert page.get_attribute("#feed", "data-state") == "late"
    assert "i-stale" in (page.get_attribute("#feed .mk", "class") or "")
    assert page.inner_text("#feed b") == "滞后 7小时"

    page.clock.fast_forward("20:00:00")
    page.clock.run_for(1000)
    assert page.get_attribute("#feed", "data-state") == "over"
    assert page.inner_text("#feed b") == "27小时"
    assert page.inner_text("#wall-cut small") == " · 27小时前"


def test_without_the_server_the_age_of_the_frame_grows(page: Page):
    page.clock.run_for(10_000)
    assert "on" not in (page.get_attribute("#wall-lost", "class") or "")

    page.clock.fast_forward("12:00")
    page.clock.run_for(1000)
    assert "on" in (page.get_attribute("#wall-lost", "class") or "")
    assert page.inner_text("#wall-lost") == "连接中断，显示 昨日 22:01 的数据 · 已 12 分钟"
