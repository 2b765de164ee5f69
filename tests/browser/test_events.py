"""网格事件 walked as its readers do; every number against the marts."""

from pathlib import Path

import openpyxl
import pytest

from tests.browser.accessibility import axe
from tests.browser.watching import Watched, choose, click, click_row, download, number, settle, told

pytestmark = pytest.mark.browser

MARCH = "events?period=2026-03"
TOWN = "990199002000"
IN_MARCH = "reported_at >= '2026-03-01' and reported_at < '2026-04-01'"
INSIDE = (
    "area_code in (select area_code from core.bridge_area_ancestors where ancestor_code = $place)"
)


def reported(page) -> float:
    tile = page.locator(".kp", has_text="事件上报").first.inner_text()
    return number(tile.removeprefix("事件上报"))


def test_a_deep_link_on_a_fresh_server_opens_the_view_it_names(fresh_address, desk: Watched, ask):
    page = desk.open(f"{fresh_address}/{MARCH}&area={TOWN}&show=reported")

    ((counted,),) = ask(
        f"select count(*) from marts.mart_event_list where {IN_MARCH} and {INSIDE}", place=TOWN
    )
    assert reported(page) == counted
    assert f"{counted} 件" in page.locator(".st-key-table_head").inner_text()
    assert desk.outside == []
    assert desk.complaints == []


def test_a_place_is_entered_narrowed_and_left_by_going_back(address: str, desk: Watched, ask):
    page = desk.open(f"{address}/{MARCH}")
    everywhere = reported(page)

    choose(page, "区域", "乙街道")
    ((inside,),) = ask(
        f"select count(*) from marts.mart_event_list where {IN_MARCH} and {INSIDE}", place=TOWN
    )
    assert (reported(page), told(page)["area"]) == (inside, TOWN)
    choose(page, "来源", "群众")
    assert told(page)["source"] == "citizen"

    page.go_back()
    settle(page)
    assert "source" not in told(page)
    page.go_back()
    settle(page)
    assert "area" not in told(page)
    assert reported(page) == everywhere


def test_a_row_opens_a_figure_is_traced_and_the_file_says_what_it_holds(
    address: str, desk: Watched, ask, tmp_path: Path
):
    page = desk.open(f"{address}/{MARCH}&show=open")
    ((second,),) = ask(
        """
        select event_id from marts.mart_event_list
        where is_open order by urgency_place limit 1 offset 1
        """
    )
    click_row(page.locator(".st-key-event_rows"), 1)
    assert told(page)["event"] == second
    assert second in page.locator(".st-key-pn_detail").inner_text()

    file = download(page.get_by_role("button", name="明细 Excel"), tmp_path)
    book = openpyxl.load_workbook(file)
    ((open_now,),) = ask("select count(*) from marts.mart_event_list where is_open")
    assert book["明细"].max_row - 1 == open_now
    assert "在办" in str([[cell.value for cell in row] for row in book["说明"].rows])

    click(page.get_by_role("button", name="溯源：按期结案率"))
    dialog = page.get_by_role("dialog").inner_text()
    assert "原始记录" in dialog
    assert "grid/events" in dialog
    axe(page, '[role="dialog"]')
