"""The battle map, walked as its readers do; every number against the marts."""

from pathlib import Path

import polars as pl
import pytest

from tests.browser.watching import Watched, click, download, settle, told

pytestmark = pytest.mark.browser

YEAR = "tasks?period=2026"


def head(page) -> str:
    """What the head of the table says."""
    return page.locator(".st-key-table_head").inner_text()


def test_a_deep_link_on_a_fresh_server_opens_the_task_it_names(fresh_address, desk: Watched, ask):
    page = desk.open(f"{fresh_address}/{YEAR}&record=K5")

    ((title, planned),) = ask(
        "select title, planned_progress from marts.mart_tasks_list where record_id = 'K5'"
    )
    detail = page.locator(".st-key-pn_detail").inner_text()
    assert title in detail
    assert f"按时序应到 {planned:.0f} %" in detail
    assert desk.outside == []
    assert desk.complaints == []


def test_the_squares_add_up_to_the_mart(address: str, desk: Watched, ask):
    page = desk.open(f"{address}/{YEAR}")

    shown = page.locator(".st-key-pn_squares .sum").inner_text()
    for state, words in (
        ("已销号", "已销号"),
        ("推进中", "推进"),
        ("临期", "临期"),
        ("逾期", "逾期"),
    ):
        ((counted,),) = ask(
            "select count(*) from marts.mart_tasks_list where state = $state", state=state
        )
        assert f"{words} {counted}" in shown


def test_a_click_on_a_square_opens_its_task(address: str, desk: Watched):
    page = desk.open(f"{address}/{YEAR}&set=meeting_actions")

    points = page.locator(".st-key-pn_squares .scatterlayer .point")
    assert points.count() == 8
    points.first.click(force=True)
    settle(page)

    assert told(page)["record"]
    assert "set" not in told(page)
    assert told(page)["record"] in page.locator(".st-key-pn_detail").inner_text()


def test_a_unit_narrows_the_page_and_back_widens_it(address: str, desk: Watched, ask):
    page = desk.open(f"{address}/{YEAR}")
    before = head(page)

    click(page.get_by_role("button", name="只看 区住建局"))
    ((counted,),) = ask(
        "select count(*) from marts.mart_tasks_list where is_open and department_code = 'D2'"
    )
    assert told(page)["department"] == "D2"
    assert f"{counted} 项" in head(page)

    page.go_back()
    settle(page)
    assert "department" not in told(page)
    assert head(page) == before


def test_what_a_supervision_found_is_listed_with_its_closing(address: str, desk: Watched, ask):
    page = desk.open(f"{address}/{YEAR}")

    click(page.get_by_role("button", name="列出月调度的问题"))

    ((counted,),) = ask(
        """
        select count(*) from marts.mart_supervision_findings_list
        where kind = '月调度' and opened_at >= '2026-01-01'
        """
    )
    assert f"{counted} 个" in head(page)
    assert "整改时限" in page.locator(".st-key-pn_detail").inner_text()


def test_the_rate_of_struck_problems_is_traced_to_rows_of_files(address: str, desk: Watched):
    page = desk.open(f"{address}/tasks?period=2026-Q1")

    click(page.get_by_role("button", name="溯源：问题清单销号率"))

    dialog = page.get_by_role("dialog")
    assert "原始记录" in dialog.inner_text()
    assert "tasks.csv" in dialog.inner_text()


def test_the_file_has_the_four_lists(address: str, desk: Watched, ask, tmp_path: Path):
    page = desk.open(f"{address}/{YEAR}")

    file = download(page.get_by_role("button", name="明细 Excel"), tmp_path)

    expected = ask(
        "select record_id from marts.mart_tasks_list where is_open order by urgency_place"
    )
    rows = pl.read_excel(file, sheet_name="明细")
    assert rows["编号"].to_list() == [record for (record,) in expected]
    assert {"问题", "措施", "责任", "时效"} <= set(rows.columns)
