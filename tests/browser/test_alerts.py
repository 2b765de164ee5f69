"""The page of alerts, walked as its readers do; every number against the marts."""

from pathlib import Path

import polars as pl
import pytest

from tests.browser.watching import Watched, click, click_row, download, number, settle, told

pytestmark = pytest.mark.browser

TOWN = "990199002000"
INSIDE = "(select area_code from core.bridge_area_ancestors where ancestor_code = $place)"


def tile(page, name: str) -> str:
    """What a figure of the strip says after its name."""
    words: str = page.locator(".kp", has_text=name).first.inner_text()
    return words.removeprefix(name)


def test_a_deep_link_on_a_fresh_server_opens_the_view_it_names(fresh_address, desk: Watched, ask):
    page = desk.open(f"{fresh_address}/alerts?area={TOWN}&state=严重")

    ((severe,),) = ask(
        f"""
        select count(*) from marts.mart_alert_list
        where severity = 'severe' and area_code in {INSIDE}
        """,
        place=TOWN,
    )
    assert number(tile(page, "超期")) == severe
    assert f"{severe} 条" in page.locator(".st-key-table_head").inner_text()
    assert desk.outside == []
    assert desk.complaints == []


def test_each_kind_has_the_number_of_the_mart(address: str, desk: Watched, ask):
    page = desk.open(f"{address}/alerts")

    counts = dict(ask("select kind, count(*) from marts.mart_alert_list group by all"))
    for kind in ("超期", "聚集", "重访", "静默网格", "异常", "临期"):
        assert number(tile(page, kind)) == counts.get(kind, 0)


def test_a_kind_an_owner_and_the_way_back(address: str, desk: Watched):
    page = desk.open(f"{address}/alerts")

    click(page.get_by_role("button", name="只看：超期"))
    assert told(page)["kind"] == "超期"
    click(page.get_by_role("button", name="只看 乙街道"))
    assert told(page)["department"] == TOWN
    assert "2 条" in page.locator(".st-key-table_head").inner_text()

    page.go_back()
    settle(page)
    page.go_back()
    settle(page)
    assert not {"kind", "department"} & set(told(page))


def test_a_row_opens_and_leads_to_the_thing_itself(address: str, desk: Watched, ask):
    page = desk.open(f"{address}/alerts")
    ((second, subject),) = ask(
        """
        select record_id, subject_id from marts.mart_alert_list
        order by urgency_place limit 1 offset 1
        """
    )

    click_row(page.locator(".st-key-record_rows"), 1)

    assert told(page)["record"] == second
    detail = page.locator(".st-key-pn_detail")
    assert subject in detail.inner_text()
    assert "口径" in detail.inner_text()
    detail.locator("a.go").first.click()
    page.wait_for_url("**/petitions?**")
    assert told(page)["record"] == subject


def test_the_rules_are_shown_with_their_thresholds(address: str, desk: Watched, ask):
    page = desk.open(f"{address}/alerts")

    click(page.get_by_role("button", name="预警口径"))

    shown = page.locator(".rules").inner_text()
    for (rule,) in ask("select rule from marts.mart_alert_rules"):
        assert rule in shown


def test_the_file_holds_exactly_what_is_shown(address: str, desk: Watched, ask, tmp_path: Path):
    page = desk.open(f"{address}/alerts?kind=超期")

    file = download(page.get_by_role("button", name="明细 Excel"), tmp_path)

    rows = pl.read_excel(file, sheet_name="明细")
    expected = ask(
        "select record_id from marts.mart_alert_list where kind = '超期' order by urgency_place"
    )
    assert rows["预警编码"].to_list() == [record for (record,) in expected]
    assert "超期" in str(pl.read_excel(file, sheet_name="说明").rows())
