"""The page about petitions, walked as its readers do; every number against the marts."""

from pathlib import Path

import pytest

from tests.browser.watching import Watched, click, download, number, settle, told

pytestmark = pytest.mark.browser

MARCH = "petitions?period=2026-03"
INSIDE = "(select area_code from core.bridge_area_ancestors where ancestor_code = $place)"
DISTRICT, STREET = "990199000000", "990199001000"


def tile(page, name: str) -> str:
    """What a figure of the strip says, without its name."""
    return page.locator(".kp", has_text=name).first.inner_text().removeprefix(name)


def table_head(page) -> str:
    return page.locator(".st-key-table_head").inner_text()


def test_a_deep_link_on_a_fresh_server_opens_the_view_it_names(fresh_address, desk: Watched, ask):
    page = desk.open(f"{fresh_address}/{MARCH}&area={STREET}&channel=网&show=opened")

    ((counted,),) = ask(
        f"""
        select count(*) from marts.mart_petition_list
        where area_code in {INSIDE} and channel = '网'
            and opened_at >= '2026-03-01' and opened_at < '2026-04-01'
        """,
        place=STREET,
    )
    assert number(tile(page, "本期收到")) == counted
    assert f"{counted} 件" in table_head(page)
    assert desk.outside == []
    assert desk.complaints == []


def test_clocks_show_what_the_mart_counts(address: str, desk: Watched, ask):
    page = desk.open(f"{address}/{MARCH}&tables=clocks")

    shown = page.locator(".st-key-pn_clocks tbody tr").all_inner_texts()
    expected = ask(
        """
        select
            clock_name,
            count(*) filter (settled_at >= '2026-03-01' and settled_at < '2026-04-01'),
            count(*) filter (is_overdue)
        from marts.mart_petition_clocks group by clock_name, clock_order order by clock_order
        """
    )
    cells = [row.split("\t") for row in shown]
    assert [(row[0], int(row[3]), int(row[9])) for row in cells] == expected


def test_a_clock_lists_who_waits_on_it_and_back_undoes_it(address: str, desk: Watched, ask):
    page = desk.open(f"{address}/{MARCH}")
    before = table_head(page)

    click(page.get_by_role("button", name="只看：办理答复"))
    ((waiting,),) = ask(
        "select count(*) from marts.mart_petition_list where clock_name like '办理答复%'"
    )
    assert told(page)["q"] == "办理答复"
    assert f"{waiting} 件" in table_head(page)

    page.go_back()
    settle(page)
    assert table_head(page) == before


def test_a_repeated_matter_opens_its_latest_petition_without_any_person(
    address: str, desk: Watched, ask
):
    page = desk.open(f"{address}/{MARCH}")
    ((latest, first),) = ask(
        "select latest_record_id, first_record_id from marts.mart_petition_matters"
        " where first_record_id = 'P1'"
    )

    click(page.get_by_role("button", name=f"最近一件 {latest}"))

    detail = page.locator(".st-key-pn_detail").inner_text()
    assert told(page)["record"] == latest
    assert f"首件 {first}" in detail
    assert "k1" not in page.inner_text("body")


def test_a_row_of_the_table_opens_beside_it(address: str, desk: Watched, ask):
    page = desk.open(f"{address}/{MARCH}")
    ((second,),) = ask(
        """
        select record_id from marts.mart_petition_list
        where is_open or opened_at >= '2026-03-01' order by urgency_place limit 1 offset 1
        """
    )

    # The table is a canvas: its head and its rows are 34 high.
    page.locator(".st-key-record_rows .dvn-scroller").click(position={"x": 60, "y": 85})
    settle(page)

    assert told(page)["record"] == second
    assert second in page.locator(".st-key-pn_detail").inner_text()


def test_rates_of_what_was_resolved_are_the_indicators_and_traced(address: str, desk: Watched, ask):
    page = desk.open(f"{address}/{MARCH}")
    ((numerator, denominator),) = ask(
        """
        select numerator::int, denominator::int from indicators.indicator_values
        where indicator_code = 'LAW-12' and area_code = $place and period_type = 'month'
            and period_start = '2026-03-01'
        """,
        place=DISTRICT,
    )
    assert f"{numerator}/{denominator}" in page.locator(".bars.resolved").inner_text()

    click(page.get_by_role("button", name="溯源：存量化解率"))

    dialog = page.get_by_role("dialog")
    assert "原始记录" in dialog.inner_text()
    assert "petitions.csv" in dialog.inner_text()


def test_the_file_holds_exactly_what_is_shown(address: str, desk: Watched, ask, tmp_path: Path):
    page = desk.open(f"{address}/{MARCH}&show=open&q=积案")

    file = download(page.get_by_role("button", name="明细 CSV"), tmp_path)

    expected = ask(
        """
        select record_id from marts.mart_petition_list
        where is_open and is_backlog order by urgency_place
        """
    )
    text = file.read_text(encoding="utf-8-sig")
    assert [record for (record,) in expected] == ["P4"]
    assert "P4" in text
    assert "P2" not in text


def test_stock_and_flow_are_those_of_the_mart(address: str, desk: Watched, ask):
    page = desk.open(f"{address}/{MARCH}&tables=stock")

    first = page.locator(".st-key-pn_stock tbody tr").first.inner_text().split("\t")
    ((*expected,),) = ask(
        """
        select open_start, received, closed, open_end, backlog_end, new_end, backlog_closed
        from marts.mart_petition_months where area_code = $place and label = '2026-03'
        """,
        place=DISTRICT,
    )
    assert first[0] == "2026-03"
    assert [int(cell) for cell in first[1:]] == expected
