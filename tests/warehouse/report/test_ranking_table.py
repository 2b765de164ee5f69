from datetime import date
from io import BytesIO

import openpyxl
import polars as pl
import pytest

from warehouse.read import ranking
from warehouse.read.connection import whole_site
from warehouse.report.ranking_table import ranking_csv, ranking_workbook

pytestmark = pytest.mark.usefixtures("reads_hand_city")

MARCH = ("grid_monthly", date(2026, 3, 1), "street")


def test_csv_has_the_points_of_each_item_and_opens_in_excel():
    file = ranking_csv(ranking.board(whole_site(), *MARCH), ranking.items(whole_site(), *MARCH))
    table = pl.read_csv(file)

    assert file.startswith(b"\xef\xbb\xbf")
    assert table["单位"].to_list() == ["乙街道", "甲街道"]
    assert table["一格解决率"].to_list() == [12.83, 13.57]
    assert table["回访满意率"].to_list() == [None, 0]
    assert table["数据性质"].unique().to_list() == ["演示数据"]


def test_workbook_explains_every_point():
    board, items = ranking.board(whole_site(), *MARCH), ranking.items(whole_site(), *MARCH)
    summary = ranking.groups(whole_site()).row(0, named=True)
    book = openpyxl.load_workbook(BytesIO(ranking_workbook(board, items, summary)))

    assert book.sheetnames == ["排名", "得分构成", "说明"]
    assert "演示数据" in book["排名"]["A2"].value
    assert book["得分构成"].max_row == 4 + 2 * 7


def test_both_files_say_how_sure_a_rank_is_and_why_it_moved():
    board, items = ranking.board(whole_site(), *MARCH), ranking.items(whole_site(), *MARCH)
    table = pl.read_csv(ranking_csv(board, items))

    for column in (
        *("90%区间下限", "90%区间上限", "不可区分名次起", "不可区分名次止", "与下一名差异不显著"),
        *("变化原因", "黄红牌依据", "认定理由"),
    ):
        assert column in table.columns
    assert table["变化原因"].to_list() == board["change_reason"].to_list()
    # Nothing is sealed: there is one total only.
    assert table["按今日数据得分"].to_list() == [None, None]

    summary = ranking.groups(whole_site()).row(0, named=True)
    book = openpyxl.load_workbook(BytesIO(ranking_workbook(board, items, summary)))
    notes = dict(book["说明"].iter_rows(min_row=5, max_col=2, values_only=True))
    assert notes["90%区间"] == board["interval_method"][0]
    assert "宜并列表述" in notes["不可区分名次"]
    assert notes["封存"] == "未封存，随数据更新"
