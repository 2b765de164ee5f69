"""A number is opened by its code: from the dialog, by deep link, typed by hand."""

from collections.abc import Callable
from datetime import date
from typing import Any
from urllib.parse import quote

import pytest

from tests.browser.watching import Watched, click, number, settle
from warehouse.read.connection import current_version
from warehouse.settings import Settings
from warehouse.trace_code import Number, decode, encode

pytestmark = pytest.mark.browser

MARCH = Number("OPS-08", "990199000000", "month", date(2026, 3, 1))


@pytest.fixture
def code(hand_city: Settings) -> str:
    return encode(MARCH, current_version(hand_city))


def test_a_link_with_a_code_opens_the_number_on_a_fresh_server(
    fresh_address: str, desk: Watched, code: str, ask: Callable[..., list[tuple[Any, ...]]]
):
    page = desk.open(f"{fresh_address}/trace?n={code}")

    ((value, numerator, denominator),) = ask(
        "select value, numerator, denominator from indicators.indicator_values"
        " where indicator_code = 'OPS-08' and area_code = '990199000000'"
        " and period_type = 'month' and period_start = date '2026-03-01'"
    )
    assert number(page.locator(".tr-hl > b").inner_text()) == round(value, 1)
    fraction = page.locator(".tr-fr b").all_inner_texts()
    assert [number(part) for part in fraction] == [numerator, denominator]
    assert page.locator(".tr-code code").inner_text() == code
    assert "ldg_event_closing" in page.locator(".tr-map").inner_text()
    assert "events.csv" in page.locator(".tr-tb").first.inner_text()
    assert desk.outside == []
    assert desk.complaints == []


def test_the_dialog_shows_the_code_and_leads_to_its_page(address: str, watched: Watched):
    page = watched.open(f"{address}/wall")
    page.get_by_role("button", name="溯源：超期未结", exact=True).first.click(force=True)
    page.wait_for_selector('[role="dialog"] .tr-code code')
    shown = page.locator('[role="dialog"] .tr-code code').inner_text()
    value = page.locator('[role="dialog"] .tr-hl > b').inner_text()

    copied = page.locator('[role="dialog"] [data-copy]')
    assert copied.get_attribute("data-copy") == shown

    page.get_by_role("link", name="打开溯源页").click()
    settle(page)
    assert decode(shown).number.indicator_code in page.locator(".tr-hl").inner_text()
    assert page.locator(".tr-hl > b").inner_text() == value
    assert watched.complaints == []


def test_the_code_is_copied_by_its_button(address: str, desk: Watched, code: str):
    desk.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = desk.open(f"{address}/trace?n={code}")
    page.locator("[data-copy]").click()
    page.wait_for_timeout(300)

    assert page.evaluate("navigator.clipboard.readText()") == code


def test_a_code_typed_in_by_hand_opens(address: str, desk: Watched, code: str):
    page = desk.open(f"{address}/trace")
    field = page.get_by_label("溯源码").first
    field.fill(code.lower().replace(".", " "))
    field.press("Enter")
    settle(page)

    assert page.locator(".tr-code code").inner_text() == code
    page.go_back()
    settle(page)
    assert page.locator(".tr-code").count() == 0


def test_a_slip_opens_nothing_and_says_so(address: str, desk: Watched, code: str):
    last = "2" if code[-1] != "2" else "3"
    page = desk.open(f"{address}/trace?n={quote(code[:-1] + last)}")

    assert "与其校验位不符" in page.inner_text("body")
    assert page.locator(".tr-hl").count() == 0


def test_the_entries_of_a_number_can_be_downloaded(address: str, desk: Watched, code: str):
    page = desk.open(f"{address}/trace?n={code}")
    with page.expect_download() as waiting:
        click(page.get_by_role("button", name="下载全部记录 CSV"))

    lines = waiting.value.path().read_text(encoding="utf-8-sig").splitlines()
    entries = number(page.locator(".tr-map .bx").nth(-2).locator("em").inner_text())
    assert len(lines) - 1 == entries
    assert "源文件" in lines[0]
