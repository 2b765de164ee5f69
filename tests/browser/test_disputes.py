"""The page about disputes, walked as its readers do; every number against the marts."""

from pathlib import Path

import openpyxl
import pytest

from tests.browser.watching import Watched, click, download, number, settle, told

pytestmark = pytest.mark.browser

MARCH = "disputes?period=2026-03"
INSIDE = "(select area_code from core.bridge_area_ancestors where ancestor_code = $place)"
DISTRICT, TOWN = "990199000000", "990199002000"


def tile(page, name: str) -> str:
    """What a figure of the strip says, with its name first."""
    return page.locator(".kp", has_text=name).first.inner_text()


def test_a_deep_link_on_a_fresh_server_opens_the_view_it_names(fresh_address, desk: Watched, ask):
    page = desk.open(f"{fresh_address}/{MARCH}&area={TOWN}&channel=人民调解&show=opened")

    ((counted,),) = ask(
        f"""
        select count(*) from marts.mart_dispute_list
        where area_code in {INSIDE} and channel = '人民调解'
            and opened_at >= '2026-03-01' and opened_at < '2026-04-01'
        """,
        place=TOWN,
    )
    assert number(tile(page, "本期受理").removeprefix("本期受理")) == counted
    assert f"{counted} 件" in page.locator(".st-key-table_head").inner_text()
    assert page.get_by_role("combobox", name="调解方式").count() == 1
    assert desk.outside == []
    assert desk.complaints == []


def test_what_is_overdue_is_what_the_mart_says(address: str, desk: Watched, ask):
    page = desk.open(f"{address}/{MARCH}")

    ((overdue,),) = ask("select count(*) from marts.mart_dispute_list where is_overdue")
    assert number(tile(page, "超期未结").removeprefix("超期未结")) == overdue
    click(page.get_by_role("button", name="只看：超期未结"))
    assert told(page)["show"] == "overdue"
    assert f"{overdue} 件" in page.locator(".st-key-table_head").inner_text()


def test_a_bar_narrows_a_place_is_entered_and_back_undoes_both(address: str, desk: Watched, ask):
    page = desk.open(f"{address}/{MARCH}")
    before = page.locator(".st-key-table_head").inner_text()

    click(page.get_by_role("button", name="只看：人民调解"))
    ((counted,),) = ask(
        """
        select count(*) from marts.mart_dispute_list
        where channel = '人民调解' and (is_open or opened_at >= '2026-03-01')
        """
    )
    assert f"{counted} 件" in page.locator(".st-key-table_head").inner_text()
    click(page.get_by_role("button", name="进入甲街道"))
    assert told(page)["area"] == "990199001000"
    assert "甲街道" in page.locator(".st-key-crumb").inner_text()

    page.go_back()
    settle(page)
    assert "area" not in told(page)
    page.go_back()
    settle(page)
    assert "channel" not in told(page)
    assert page.locator(".st-key-table_head").inner_text() == before


def test_a_row_of_the_table_opens_beside_it(address: str, desk: Watched, ask):
    page = desk.open(f"{address}/{MARCH}")
    ((second, title),) = ask(
        """
        select record_id, title from marts.mart_dispute_list
        where is_open or opened_at >= '2026-03-01' order by urgency_place limit 1 offset 1
        """
    )

    # The table is a canvas: its head and its rows are 34 high.
    page.locator(".st-key-record_rows .dvn-scroller").click(position={"x": 60, "y": 85})
    settle(page)

    assert told(page)["record"] == second
    assert title in page.locator(".st-key-pn_detail").inner_text()


def test_the_success_rate_is_traced_to_rows_of_files(address: str, desk: Watched, ask):
    page = desk.open(f"{address}/{MARCH}")
    ((numerator, denominator),) = ask(
        """
        select numerator::int, denominator::int from indicators.indicator_values
        where indicator_code = 'LAW-01' and area_code = $place and period_type = 'month'
            and period_start = '2026-03-01'
        """,
        place=DISTRICT,
    )
    assert f"{numerator}/{denominator}" in tile(page, "调解成功率")

    click(page.get_by_role("button", name="溯源：调解成功率"))

    dialog = page.get_by_role("dialog")
    assert "原始记录" in dialog.inner_text()
    assert "disputes.csv" in dialog.inner_text()


def test_the_file_holds_exactly_what_is_shown(address: str, desk: Watched, ask, tmp_path: Path):
    page = desk.open(f"{address}/{MARCH}&show=closed")

    file = download(page.get_by_role("button", name="明细 Excel"), tmp_path)

    book = openpyxl.load_workbook(file)
    header, *rows = book["明细"].iter_rows(values_only=True)
    expected = ask(
        """
        select record_id from marts.mart_dispute_list
        where closed_at >= '2026-03-01' and closed_at < '2026-04-01' order by urgency_place
        """
    )
    assert [row[header.index("编号")] for row in rows] == [record for (record,) in expected]
    assert "手算区" in str(list(book["说明"].iter_rows(values_only=True)))


def test_charts_turn_into_tables_and_the_address_says_so(address: str, desk: Watched):
    page = desk.open(f"{address}/{MARCH}")

    click(page.locator(".st-key-as_table_levels button").first)

    assert told(page)["tables"] == "levels"
    assert "上行率 %" in page.locator(".st-key-pn_levels").inner_text()
