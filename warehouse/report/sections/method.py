"""考核计分办法: how the totals of a ranking came about, beside every ranking."""

from __future__ import annotations

from typing import Any

import polars as pl

from warehouse.report.document import Annex, Column, Figure, Table
from warehouse.report.sources import of_score

Row = dict[str, Any]


def method_annex(board: pl.DataFrame, items: pl.DataFrame) -> list[Annex]:
    """The items of a scheme with their full points and rules; nothing without items.

    Args:
        board: League table, not empty.
        items: What its totals are made of.
    """
    if items.is_empty():
        return []
    rules = items.unique("item_no", keep="first", maintain_order=True).sort("item_no")
    unit = board.row(0, named=True)
    table = Table(
        name="考核计分办法",
        title="",
        columns=[
            Column("序号", 8),
            Column("考核项", 30, is_left=True),
            Column("满分", 12),
            Column("计分规则", 70, is_left=True),
        ],
        rows=[
            [str(place), row["item_name"], full_points(unit, row), row["rule"]]
            for place, row in enumerate(rules.iter_rows(named=True), 1)
        ],
        note=f"注：本表为{unit['scheme_name']}（{unit['scheme_version']}）。总分为各考核项得分之和，"
        "再计加分、扣分和一票否决；分母为零或无数据的项不计分，由其余各项折算；小样本的值向同组均值"
        "收缩后计分；按总分在组内排名，名次区间由同一批抽样得出。",
    )
    return [Annex("考核计分办法", [table])]


def full_points(unit: Row, item: Row) -> Figure:
    """What an item can give.

    Args:
        unit: A row of `mart_rank_board`.
        item: A row of `mart_rank_items` of the same scheme and period.
    """
    source = of_score(unit, f"item-{item['item_no']}.weight")
    return Figure(f"{item['weight']:g}", item["weight"], source, "General")
