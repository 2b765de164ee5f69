"""Party branches and groups, also those on a grid, and the stars they were rated."""

from __future__ import annotations

import dataframely as dy
import polars as pl

from warehouse.feeds.columns import area, code, day, whole
from warehouse.feeds.contract import Feed


class PartyBranches(Feed):
    """One row per branch; every rating sends its row again."""

    branch_id = code("党组织编号", "党支部编号", "党组织代码", "支部编号", key=True)
    area_code = area(
        "区划代码", "所在区域编码", "所属区域编码", "所在网格编码", "网格编码",
        refers_to="base/areas",
    )  # fmt: skip
    star = whole("星级", "评定星级", "党支部星级", least=1, most=5, required=False)
    rated_on = day("评定日期", "评星日期", "星级评定日期", required=False)
    since = day("成立日期", "组建日期", "建立日期")
    until = day("撤销日期", "终止日期", required=False)

    @dy.rule()
    def lasts(cls) -> pl.Expr:
        """撤销日期早于成立日期"""
        return pl.col("until") >= pl.col("since")

    @dy.rule()
    def is_rated_while_it_stands(cls) -> pl.Expr:
        """评定日期早于成立日期"""
        return pl.col("rated_on") >= pl.col("since")
