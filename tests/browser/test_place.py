"""The page of a place, from the district down to a grid; every number against the marts."""

from pathlib import Path

import polars as pl
import pytest

from tests.browser.watching import Watched, click, click_row, download, number, settle, told

pytestmark = pytest.mark.browser

STREET, COMMUNITY, GRID = "990199001000", "990199001001", "990199001001001"
MARCH = "place?period=2026-03"


def fact(page, name: str) -> str:
    """What a fact of the head says after its name."""
    words: str = page.locator(".place dl > div", has_text=name).first.inner_text()
    return words.removeprefix(name)


def test_a_grid_by_its_link_on_a_fresh_server(fresh_address, desk: Watched, ask):
    page = desk.open(f"{fresh_address}/place?area={GRID}")

    ((name, workers, reports),) = ask(
        """
        select area_name, worker_count, reported_count
        from marts.mart_place_profile where area_code = $place
        """,
        place=GRID,
    )
    assert page.locator(".place h1").inner_text() == name
    assert number(fact(page, "网格员")) == workers
    assert number(fact(page, "近 30 日上报")) == reports
    assert page.locator(".st-key-pn_below").count() == 0
    assert desk.outside == []
    assert desk.complaints == []


def test_a_street_shows_what_the_mart_says(address: str, desk: Watched, ask):
    page = desk.open(f"{address}/{MARCH}&area={STREET}")

    ((population, persons, alerts),) = ask(
        """
        select population, persons_per_worker, alert_count
        from marts.mart_place_profile where area_code = $place
        """,
        place=STREET,
    )
    assert number(fact(page, "常住人口")) == population
    assert number(fact(page, "每名网格员服务")) == persons
    assert number(page.locator(".st-key-pn_alerts .cap").inner_text()) == alerts
    open_events, overdue = ask(
        """
        select open_count, overdue_count from marts.mart_place_standing
        where area_code = $place and subject_code = 'event'
        """,
        place=STREET,
    )[0]
    cells = page.locator(".standing > div", has_text="网格事件").locator("a").all_inner_texts()
    assert [number(words) for words in cells[1:3]] == [open_events, overdue]


def test_down_by_the_table_and_back(address: str, desk: Watched):
    page = desk.open(f"{address}/{MARCH}&area={STREET}")

    click_row(page.locator(".st-key-place_rows"), 0)

    assert told(page)["area"] == COMMUNITY
    assert page.locator(".place h1").inner_text() == "甲一社区"
    page.go_back()
    settle(page)
    assert told(page)["area"] == STREET
    assert page.locator(".place h1").inner_text() == "甲街道"


def test_an_indicator_is_traced_to_rows_of_files(address: str, desk: Watched, ask):
    page = desk.open(f"{address}/{MARCH}&area={COMMUNITY}")
    ((value,),) = ask(
        """
        select value from marts.mart_place_indicators
        where area_code = $place and indicator_code = 'LAW-07' and period_label = '2026-03'
        """,
        place=COMMUNITY,
    )
    row = page.locator(".strips > div", has_text="每万人信访量")
    assert number(row.locator(".vl").inner_text()) == value

    click(page.get_by_role("button", name="溯源：每万人信访量"))

    assert "petitions.csv" in page.get_by_role("dialog").inner_text()


def test_a_matter_leads_to_its_list(address: str, desk: Watched):
    page = desk.open(f"{address}/{MARCH}&area={STREET}")

    page.locator(".standing > div", has_text="网格事件").locator("a").nth(2).click()
    page.wait_for_url("**/events?**")
    settle(page)

    assert told(page) == {"area": STREET, "show": "overdue"}


def test_the_chart_turns_into_a_table(address: str, desk: Watched):
    page = desk.open(f"{address}/{MARCH}&area={COMMUNITY}")

    click(page.get_by_role("button", name="以表格查看：关键指标"))

    assert told(page)["tables"] == "indicators"
    assert "同类中位数" in page.locator(".st-key-pn_indicators").inner_text()


def test_the_file_holds_the_places_below(address: str, desk: Watched, tmp_path: Path):
    page = desk.open(f"{address}/{MARCH}&area={STREET}")

    file = download(page.get_by_role("button", name="下级 Excel"), tmp_path)

    assert pl.read_excel(file, sheet_name="明细")["名称"].to_list() == ["甲一社区", "甲二社区"]
