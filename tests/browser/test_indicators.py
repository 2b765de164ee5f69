"""The catalogue: filter, open, drill, trace, download, go back; numbers as in the warehouse."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.watching import Watched, click, number, settle

pytestmark = pytest.mark.browser

OPENED = "/indicators?code=OPS-08&period=2026-03"


def test_a_deep_link_opens_an_indicator_on_a_fresh_server(
    fresh_address: str, desk: Watched, ask: Callable[..., list[tuple[Any, ...]]]
):
    page = desk.open(f"{fresh_address}{OPENED}")

    ((value,),) = ask(
        "select value from indicators.indicator_values where indicator_code = 'OPS-08'"
        " and area_code = '990199000000' and period_type = 'month'"
        " and period_start = date '2026-03-01'"
    )
    assert number(page.locator(".ind-hl .tr-hl > b").inner_text()) == round(value, 1)
    assert number(page.locator(".ir.on .v b").inner_text()) == round(value, 1)
    assert desk.outside == []
    assert desk.complaints == []


def test_the_list_has_every_indicator_of_the_catalogue(
    address: str, desk: Watched, ask: Callable[..., list[tuple[Any, ...]]]
):
    page = desk.open(f"{address}/indicators?period=2026-03")
    shown = page.locator("a.ir .c").all_inner_texts()

    assert sorted(shown) == [
        code for (code,) in ask("select indicator_code from reference.indicators order by all")
    ]


def test_filters_narrow_the_list_and_live_in_the_address(address: str, desk: Watched):
    page = desk.open(f"{address}/indicators?period=2026-03&group=德治")
    groups = page.locator(".ig b").all_inner_texts()
    assert groups == ["德治"]

    page.goto(f"{address}/indicators?period=2026-03&feed=petition/petitions")
    settle(page)
    codes = page.locator("a.ir .c").all_inner_texts()
    assert "LAW-19" in codes
    assert "OPS-01" not in codes

    field = page.get_by_label("关键词")
    field.fill("网上信访")
    field.press("Enter")
    settle(page)
    assert "q=" in page.url
    assert page.locator("a.ir .c").all_inner_texts() == ["LAW-21"]
    page.go_back()
    settle(page)
    assert page.locator("a.ir .c").all_inner_texts() == codes


def test_the_league_has_the_values_of_the_places_below(
    address: str, desk: Watched, ask: Callable[..., list[tuple[Any, ...]]]
):
    page = desk.open(f"{address}/indicators?code=OPS-01&period=2026-03")
    names = page.locator(".lg .n").all_inner_texts()
    values = [number(text) for text in page.locator(".lg .v").all_inner_texts()]

    assert dict(zip(names, values, strict=True)) == dict(
        ask(
            "select area_name, value from indicators.indicator_readings"
            " where indicator_code = 'OPS-01' and level = 'street' and period_type = 'month'"
            " and period_start = date '2026-03-01'"
        )
    )


def test_a_place_of_the_league_is_drilled_into_and_back(address: str, desk: Watched):
    page = desk.open(f"{address}/indicators?code=OPS-01&period=2026-03")
    page.locator(".lg .n").filter(has_text="甲街道").click()
    settle(page)

    assert "area=990199001000" in page.url
    assert number(page.locator(".ind-hl .tr-hl > b").inner_text()) == 9
    page.go_back()
    settle(page)
    assert number(page.locator(".ind-hl .tr-hl > b").inner_text()) == 13


def test_the_value_is_traced_and_the_league_downloaded(address: str, desk: Watched):
    page = desk.open(f"{address}/indicators?code=OPS-01&period=2026-03")
    click(page.get_by_role("button", name="溯源", exact=True))
    page.wait_for_selector('[role="dialog"] .tr-map')
    assert page.locator('[role="dialog"] .tr-hl > b').inner_text() == "13"
    page.keyboard.press("Escape")

    with page.expect_download() as waiting:
        click(page.get_by_role("button", name="各地对比 CSV"))
    lines = waiting.value.path().read_text(encoding="utf-8-sig").splitlines()
    assert {line.split(",")[1] for line in lines[1:]} == {"甲街道", "乙街道"}
    assert desk.complaints == []
