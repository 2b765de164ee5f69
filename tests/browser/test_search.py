"""One field that leads everywhere: words, numbers of records, codes of numbers; by keyboard."""

from datetime import date

import pytest

from tests.browser.watching import Watched, settle
from warehouse.read.connection import current_version
from warehouse.settings import Settings
from warehouse.trace_code import Number, encode

pytestmark = pytest.mark.browser


def groups(page) -> dict[str, list[str]]:
    panels = page.locator('[class*="st-key-pn_hits_"]')
    return {
        panels.nth(place).locator("h2").inner_text(): panels.nth(place)
        .locator(".hit b")
        .all_inner_texts()
        for place in range(panels.count())
    }


def test_a_deep_link_finds_places_on_a_fresh_server(fresh_address: str, desk: Watched):
    page = desk.open(f"{fresh_address}/search?q=甲街道")

    assert groups(page)["区划"][0] == "甲街道"
    assert desk.outside == []
    assert desk.complaints == []


def test_an_indicator_is_found_by_its_code_and_opened(address: str, desk: Watched):
    page = desk.open(f"{address}/search?q=ops-08")
    assert groups(page)["指标"][0] == "按期结案率"

    page.locator(".hit").filter(has_text="按期结案率").first.click()
    settle(page)
    assert "indicators?code=OPS-08" in page.url
    page.go_back()
    settle(page)
    assert groups(page)["指标"][0] == "按期结案率"


def test_hits_are_walked_through_with_the_arrow_keys(address: str, desk: Watched):
    page = desk.open(f"{address}/search?q=街道")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.tagName") == "INPUT"
    page.keyboard.press("ArrowDown")
    first = page.evaluate("document.activeElement.innerText")
    page.keyboard.press("ArrowDown")

    assert first == page.locator(".hit").nth(0).inner_text()
    assert page.evaluate("document.activeElement.innerText") != first


def test_a_code_of_a_number_opens_its_page(address: str, desk: Watched, hand_city: Settings):
    march = Number("OPS-01", "990199000000", "month", date(2026, 3, 1))
    code = encode(march, current_version(hand_city))
    page = desk.page
    page.goto(f"{address}/search?q={code.lower()}")
    page.wait_for_url("**/trace?n=*", timeout=30_000)
    settle(page)

    assert page.locator(".tr-code code").inner_text() == code


def test_a_mistyped_code_is_told_to_be_one(address: str, desk: Watched):
    page = desk.open(f"{address}/search?q=OPS-08.990102.2026W46.6H4Q-1KX7")

    assert "校验" in page.inner_text("body")


def test_nothing_found_is_said_with_what_to_do(address: str, desk: Watched):
    page = desk.open(f"{address}/search?q=没有这样的地方")

    assert "没有找到“没有这样的地方”" in page.inner_text("body")
