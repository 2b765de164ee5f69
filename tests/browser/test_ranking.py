"""考核排名 walked as its readers do; every number against the marts."""

from pathlib import Path

import openpyxl
import pytest

from tests.browser.accessibility import axe
from tests.browser.watching import Watched, click, download, number, settle, told

pytestmark = pytest.mark.browser


@pytest.fixture
def ranked(ask) -> dict[str, str]:
    """The first scheme and the newest period in which streets are ranked."""
    ((scheme, label, start),) = ask(
        """
        select scheme_code, period_label, period_start from marts.mart_rank_groups
        where level = 'street' and peer_group = '' and ranked_count > 0 and is_complete
        order by scheme_no, period_start desc limit 1
        """
    )
    return {"scheme": scheme, "period": label, "start": start}


@pytest.fixture
def board(ask, ranked) -> list[tuple]:
    """Places of the table in its order: code, name, total."""
    return ask(
        """
        select area_code, area_name, total from marts.mart_rank_board
        where scheme_code = $scheme and period_start = $start and level = 'street'
        order by peer_group, rank nulls last, total desc, area_code
        """,
        scheme=ranked["scheme"],
        start=ranked["start"],
    )


def view(ranked) -> str:
    return f"ranking?scheme={ranked['scheme']}&period={ranked['period']}&level=street"


def test_a_deep_link_on_a_fresh_server_shows_table_and_place(
    fresh_address, desk: Watched, ranked, board
):
    code, name, total = board[0]
    page = desk.open(f"{fresh_address}/{view(ranked)}&unit={code}")

    rows = page.locator(".lt.row")
    assert rows.count() == len(board)
    assert number(rows.first.locator(".tot b").inner_text()) == pytest.approx(total)
    assert f"得分构成 · {name}" in page.locator(".st-key-pn_rk_unit").inner_text()
    assert "数据完整度" in page.locator(".st-key-rk_bar").inner_text()
    assert desk.outside == []
    assert desk.complaints == []


def test_a_row_shows_its_place_and_going_back_shows_the_one_before(
    address: str, desk: Watched, ranked, board, ask
):
    (first, first_name, _), (last, last_name, _) = board[0], board[-1]
    page = desk.open(f"{address}/{view(ranked)}&unit={first}")

    click(page.get_by_role("button", name=f"{last_name} 得分构成"))
    assert told(page)["unit"] == last
    ((points,),) = ask(
        """
        select points from marts.mart_rank_items
        where scheme_code = $scheme and period_start = $start and area_code = $area
            and part = 'base' and not is_missing order by item_no limit 1
        """,
        scheme=ranked["scheme"],
        start=ranked["start"],
        area=last,
    )
    assert f"{points:.2f}" in page.locator(".comp").inner_text()

    page.go_back()
    settle(page)
    assert f"得分构成 · {first_name}" in page.locator(".st-key-pn_rk_unit").inner_text()


def test_an_item_is_traced_to_its_rows(address: str, desk: Watched, ranked, board):
    page = desk.open(f"{address}/{view(ranked)}&unit={board[0][0]}")

    click(page.locator('[class*="st-key-rk_item_"] button:enabled').first)

    assert "原始记录" in page.get_by_role("dialog").inner_text()
    axe(page, '[role="dialog"]')


def test_weights_are_tried_out_in_the_address(address: str, desk: Watched, ranked):
    page = desk.open(f"{address}/{view(ranked)}&view=whatif")

    page.get_by_role("slider").first.press("ArrowLeft")
    settle(page)

    weights = told(page)["weights"]
    assert "按比例折算为 100" in page.locator(".st-key-pn_rk_unit").inner_text()
    click(page.get_by_role("button", name="恢复"))
    assert "weights" not in told(page)
    page = desk.open(f"{address}/{view(ranked)}&view=whatif&weights={weights}")
    assert "按比例折算为 100" in page.locator(".st-key-pn_rk_unit").inner_text()


def test_a_chart_is_a_table_too_and_the_file_holds_the_rows_shown(
    address: str, desk: Watched, ranked, board, tmp_path: Path
):
    page = desk.open(f"{address}/{view(ranked)}&tables=rk_lost")
    assert "失分" in page.locator(".st-key-pn_rk_lost .as-table").inner_text()

    file = download(page.get_by_role("button", name="排名 Excel"), tmp_path)

    book = openpyxl.load_workbook(file)
    listed = [row[0].value for row in book["排名"].iter_rows(min_row=5, min_col=5, max_col=5)]
    assert listed == [name for _, name, _ in board]
    said = {row[0].value: row[1].value for row in book["说明"].iter_rows(min_row=5)}
    assert ranked["period"] in said["筛选条件"]
    assert said["单位数"] == str(len(board))
