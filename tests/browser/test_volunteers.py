"""The page about volunteering, walked as its readers do; every number against the marts."""

from pathlib import Path

import polars as pl
import pytest

from tests.browser.watching import Watched, click, click_row, download, settle, told

pytestmark = pytest.mark.browser

MARCH = "volunteers?period=2026-03"
STREET = "990199001000"


def head(page) -> str:
    """What the head of the table says."""
    return page.locator(".st-key-table_head").inner_text()


def test_a_deep_link_on_a_fresh_server_opens_the_view_it_names(fresh_address, desk: Watched, ask):
    page = desk.open(f"{fresh_address}/{MARCH}&area={STREET}&set=social_orgs&kind=服务性")

    ((counted,),) = ask(
        """
        select count(*) from marts.mart_social_orgs_list
        where kind = '服务性' and is_open and area_code in (
            select area_code from core.bridge_area_ancestors where ancestor_code = $place
        )
        """,
        place=STREET,
    )
    assert f"{counted} 家" in head(page)
    assert "甲街道" in page.locator(".st-key-crumb").inner_text()
    assert desk.outside == []
    assert desk.complaints == []


def test_hours_and_teams_of_every_place_are_those_of_the_marts(address: str, desk: Watched, ask):
    page = desk.open(f"{address}/{MARCH}")

    rows = ask(
        """
        select area_name, teams_active, teams from marts.mart_volunteer_places
        where period_type = 'month' and period_start = '2026-03-01'
            and '990199000000' in (area_code, parent_code)
        """
    )
    shown = page.locator(".places").inner_text()
    assert len(rows) == 3
    for name, active, teams in rows:
        assert name in shown
        assert f"{active}/{teams}" in shown


def test_a_place_is_entered_and_back_leads_out_again(address: str, desk: Watched):
    page = desk.open(f"{address}/{MARCH}")
    before = head(page)

    click(page.get_by_role("button", name="看 甲街道"))
    assert told(page)["area"] == STREET
    assert head(page) != before

    page.go_back()
    settle(page)
    assert "area" not in told(page)
    assert head(page) == before


def test_the_funnel_lists_what_waits_for_a_team(address: str, desk: Watched, ask):
    page = desk.open(f"{address}/{MARCH}")

    click(page.get_by_role("button", name="列出待接单的订单"))

    ((counted,),) = ask(
        """
        select count(*) from marts.mart_service_orders_list
        where state = '待接单' and opened_at >= '2026-03-01' and opened_at < '2026-04-01'
        """
    )
    assert told(page)["set"] == "service_orders"
    assert f"{counted} 单" in head(page)


def test_a_row_of_the_table_opens_beside_it(address: str, desk: Watched, ask):
    page = desk.open(f"{address}/{MARCH}&set=service_orders")
    ((second,),) = ask(
        """
        select record_id from marts.mart_service_orders_list
        where opened_at >= '2026-03-01' and opened_at < '2026-04-01'
        order by urgency_place limit 1 offset 1
        """
    )

    click_row(page.locator(".st-key-record_rows"), 1)

    assert told(page)["record"] == second
    assert second in page.locator(".st-key-pn_detail").inner_text()


def test_the_hours_are_traced_to_rows_of_files(address: str, desk: Watched):
    page = desk.open(f"{address}/{MARCH}")

    click(page.locator(".st-key-headtrace_MOR-09 button").first)

    dialog = page.get_by_role("dialog")
    assert "原始记录" in dialog.inner_text()
    assert "service_records" in dialog.inner_text()


def test_the_file_holds_exactly_what_is_shown(address: str, desk: Watched, ask, tmp_path: Path):
    page = desk.open(f"{address}/{MARCH}&set=service_orders")

    file = download(page.get_by_role("button", name="明细 Excel"), tmp_path)

    expected = ask(
        """
        select record_id from marts.mart_service_orders_list
        where opened_at >= '2026-03-01' and opened_at < '2026-04-01' order by urgency_place
        """
    )
    rows = pl.read_excel(file, sheet_name="明细")
    assert rows["编号"].to_list() == [record for (record,) in expected]
    assert "手算区" in str(pl.read_excel(file, sheet_name="说明").rows())
