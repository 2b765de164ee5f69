"""What desk pages share: navigation, theme, paper, phone, keyboard, history, closed doors."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.accessibility import axe
from tests.browser.conftest import DESK, served
from tests.browser.english import no_stray_english
from tests.browser.watching import Watched, click, settle, told
from warehouse.settings import Settings

pytestmark = pytest.mark.browser

MARCH = "events?period=2026-03"
TOWN, OTHER_TOWN = "990199002000", "990199001000"
PHONE = {"width": 390, "height": 844}


def heading(page: Page) -> str:
    """Title of the table with its count."""
    return page.locator(".st-key-table_head h2").inner_text()


@pytest.fixture
def phone(chromium: Browser) -> Iterator[Watched]:
    """A page as wide as a phone."""
    page = chromium.new_page(viewport=PHONE)
    yield Watched(page)
    page.close()


@pytest.fixture
def at_night(chromium: Browser) -> Iterator[Watched]:
    """A page in a browser that asks for dark pages."""
    page = chromium.new_page(viewport=DESK, color_scheme="dark")
    yield Watched(page)
    page.close()


def test_the_bones_of_the_first_load_go_and_do_not_come_back(address: str, desk: Watched):
    desk.page.goto(f"{address}/{MARCH}", wait_until="commit")
    desk.page.wait_for_selector("#first-load", state="attached")
    desk.page.wait_for_selector("#first-load", state="detached", timeout=30_000)
    settle(desk.page)

    click(desk.page.get_by_role("radio", name="在办", exact=True))
    assert desk.page.locator("#first-load").count() == 0


def test_every_page_is_one_click_away_and_the_open_one_is_marked(address: str, desk: Watched):
    page = desk.open(f"{address}/{MARCH}")

    nav = page.get_by_role("navigation", name="主导航")
    assert nav.locator(".items > a.on").inner_text() == "网格事件"
    nav.locator(".more summary").click()
    nav.locator(".more .drop a", has_text="数据健康").click()
    page.wait_for_url("**/data")
    settle(page)
    assert nav.locator(".items > a.on").inner_text() == "数据健康"


def test_a_menu_closes_when_one_looks_elsewhere(address: str, desk: Watched):
    page = desk.open(f"{address}/{MARCH}")

    page.locator("nav .more summary").click()
    assert page.locator("nav .more[open]").count() == 1
    page.keyboard.press("Escape")
    assert page.locator("nav .more[open]").count() == 0


def test_three_choices_are_undone_one_by_one_and_done_again(address: str, desk: Watched):
    page = desk.open(f"{address}/{MARCH}")
    views = [(told(page), heading(page))]

    for step in (
        page.locator(".st-key-hits_matter button").first,
        page.get_by_role("radio", name="本期上报", exact=True),
    ):
        click(step)
        views.append((told(page), heading(page)))
    assert len({str(view) for view in views}) == 3

    for expected in reversed(views[:-1]):
        page.go_back()
        page.wait_for_timeout(500)
        settle(page)
        assert (told(page), heading(page)) == expected
    page.go_forward()
    page.wait_for_timeout(500)
    settle(page)
    assert (told(page), heading(page)) == views[1]


def test_a_chart_can_be_read_as_a_table(address: str, desk: Watched):
    page = desk.open(f"{address}/{MARCH}")
    drawn = page.locator(".st-key-pn_classes .bars b").all_inner_texts()

    click(page.get_by_role("button", name="以表格查看：类别构成"))

    cells = page.locator(".st-key-pn_classes .as-table td:nth-child(2)").all_inner_texts()
    assert cells[: len(drawn) - 1] == drawn[:-1]
    assert told(page)["tables"] == "classes"
    click(page.get_by_role("button", name="以图查看：类别构成"))
    assert page.locator(".st-key-pn_classes .bars").count() == 1


def test_the_theme_is_switched_and_holds_for_the_next_page(address: str, desk: Watched):
    page = desk.open(f"{address}/{MARCH}")
    assert _ground(page) == "rgb(244, 246, 248)"

    page.get_by_role("button", name="换成深色或浅色").click()
    page.wait_for_timeout(1500)
    settle(page)
    assert _ground(page) == "rgb(12, 19, 25)"
    assert page.locator(".js-line").first.evaluate("line => getComputedStyle(line).stroke") == (
        "rgb(109, 185, 236)"
    )
    desk.open(f"{address}/data")
    assert _ground(page) == "rgb(12, 19, 25)"


def test_a_dark_browser_gets_dark_pages_that_can_be_read(address: str, at_night: Watched):
    page = at_night.open(f"{address}/{MARCH}")

    assert _ground(page) == "rgb(12, 19, 25)"
    axe(page)


def test_on_paper_there_are_filters_in_words_and_whole_tables(address: str, desk: Watched):
    page = desk.open(f"{address}/{MARCH}")
    rows = page.locator(".printed tbody tr").count()
    assert not page.locator(".printed").first.is_visible()

    page.emulate_media(media="print")

    assert page.get_by_text("筛选条件：").is_visible()
    assert page.locator(".printed").first.is_visible()
    assert f"{rows} 件" in heading(page)
    for hidden in ("nav .items", ".st-key-rec_filter", ".stDataFrame", "nav .theme"):
        assert not page.locator(hidden).first.is_visible()


def test_on_a_phone_nothing_is_wider_than_the_screen(address: str, phone: Watched):
    page = phone.open(f"{address}/{MARCH}")

    width = page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth")
    assert width <= PHONE["width"]
    boxes = page.locator(".st-key-rec_filter")
    assert not boxes.is_visible()
    page.locator(".fold summary").click()
    assert boxes.is_visible()
    page.locator("nav .whole summary").click()
    assert page.locator("nav .whole .drop a", has_text="数据健康").is_visible()


def test_the_keyboard_finds_its_way_with_a_ring_around_where_it_is(address: str, desk: Watched):
    page = desk.open(f"{address}/{MARCH}")

    for _ in range(4):
        page.keyboard.press("Tab")
    ring = page.locator(":focus").evaluate("at => getComputedStyle(at).outline")
    assert "solid" in ring
    assert "3px" in ring


def test_menus_of_boxes_and_columns_speak_chinese(address: str, desk: Watched):
    page = desk.open(f"{address}/{MARCH}")

    page.get_by_role("combobox", name="来源").click()
    page.keyboard.type("zzz")
    page.wait_for_timeout(400)
    assert page.get_by_text("没有符合的选项").is_visible()
    no_stray_english(page)
    page.keyboard.press("Escape")

    table = page.locator(".stDataFrame canvas").first.bounding_box()
    page.mouse.move(table["x"] + 60, table["y"] + 15)
    page.wait_for_timeout(300)
    page.mouse.click(table["x"] + 113, table["y"] + 15)
    page.get_by_text("适合列宽").wait_for()
    no_stray_english(page)


@pytest.fixture
def street_only(hand_city: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A server that shows one town only."""
    monkeypatch.setenv("YIPING_READER_AREA", TOWN)
    with served(hand_city) as at:
        yield at


def test_an_instance_for_one_town_shows_it_and_nothing_else(street_only: str, desk: Watched, ask):
    ((inside,),) = ask(
        """
        select count(*) from marts.mart_event_list
        where (is_open or reported_at >= '2026-03-01') and area_code in (
            select area_code from core.bridge_area_ancestors where ancestor_code = $place
        )
        """,
        place=TOWN,
    )

    page = desk.open(f"{street_only}/{MARCH}")
    assert f"{inside} 件" in heading(page)
    assert page.locator("nav a", has_text="考核排名").count() == 0

    desk.open(f"{street_only}/{MARCH}&area={OTHER_TOWN}")
    assert "无查看权限" in page.inner_text("body")
    assert "本级综治中心" in page.inner_text("body")
    desk.open(f"{street_only}/ranking")
    assert "无查看权限" in page.inner_text("body")
    assert desk.complaints == []


def _ground(page: Page) -> str:
    color: str = page.locator(".stApp").evaluate("app => getComputedStyle(app).backgroundColor")
    return color
