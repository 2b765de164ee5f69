"""The page about coverage, walked as its readers do; every number against the marts."""

from pathlib import Path

import polars as pl
import pytest

from tests.browser.watching import Watched, click, click_row, download, settle, told

pytestmark = pytest.mark.browser

QUARTER = "coverage?period=2026-Q1"
TOWN = "990199002000"


def head(page) -> str:
    """What the head of the table says."""
    return page.locator(".st-key-table_head").inner_text()


def test_a_deep_link_on_a_fresh_server_opens_the_view_it_names(fresh_address, desk: Watched, ask):
    page = desk.open(f"{fresh_address}/{QUARTER}&area={TOWN}&kind=政务服务点")

    ((counted,),) = ask(
        """
        select count(*) from marts.mart_coverage_units_list
        where kind = '政务服务点' and is_open and area_code in (
            select area_code from core.bridge_area_ancestors where ancestor_code = $place
        )
        """,
        place=TOWN,
    )
    assert f"{counted} 个" in head(page)
    assert desk.outside == []
    assert desk.complaints == []


def test_every_row_of_the_board_is_what_the_mart_says(address: str, desk: Watched, ask):
    page = desk.open(f"{address}/{QUARTER}")

    rows = ask(
        """
        select short_name, covered, units, value from marts.mart_coverage_targets
        where area_code = '990199000000' and period_type = 'quarter'
            and period_start = '2026-01-01'
        """
    )
    assert len(rows) > 10
    for name, covered, units, value in rows:
        shown = page.locator(".board tbody tr", has_text=name).first.inner_text()
        assert f"{covered}/{units}" in shown
        assert f"{value:.1f}%" in shown


def test_an_item_lists_who_lacks_it_and_back_lists_all_again(address: str, desk: Watched, ask):
    page = desk.open(f"{address}/{QUARTER}")
    before = head(page)

    click(page.get_by_role("button", name="列出缺政务服务点的单位"))
    ((counted,),) = ask(
        """
        select count(*) from marts.mart_coverage_units_list
        where indicator_code = 'SLF-01' and is_open
        """
    )
    assert told(page)["kind"] == "政务服务点"
    assert f"{counted} 个" in head(page)

    page.go_back()
    settle(page)
    assert "kind" not in told(page)
    assert head(page) == before


def test_a_row_of_the_table_opens_beside_it(address: str, desk: Watched, ask):
    page = desk.open(f"{address}/{QUARTER}&set=awards")
    ((second, title),) = ask(
        """
        select record_id, title from marts.mart_awards_list
        where is_open order by urgency_place limit 1 offset 1
        """
    )

    click_row(page.locator(".st-key-record_rows"), 1)

    assert told(page)["record"] == second
    assert title in page.locator(".st-key-pn_detail").inner_text()


def test_a_rate_is_traced_to_rows_of_files(address: str, desk: Watched):
    page = desk.open(f"{address}/{QUARTER}")

    click(page.locator(".st-key-traceitem_SLF-01 button").first)

    dialog = page.get_by_role("dialog")
    assert "原始记录" in dialog.inner_text()
    assert "facilities" in dialog.inner_text()


def test_the_file_holds_exactly_what_is_shown(address: str, desk: Watched, ask, tmp_path: Path):
    page = desk.open(f"{address}/{QUARTER}&set=rosters")

    file = download(page.get_by_role("button", name="明细 Excel"), tmp_path)

    rows = pl.read_excel(file, sheet_name="明细")
    ((counted,),) = ask("select count(*) from marts.mart_rosters_list where is_open")
    assert rows.height == counted
    assert set(rows["状态"]) == {"缺岗"}
