"""Decisions that change a score: bonus, deduction, veto, correction."""

from __future__ import annotations

import dataframely as dy
import polars as pl

from warehouse.feeds.columns import area, choice, code, day, number, text
from warehouse.feeds.contract import Feed

KINDS = {
    "bonus": ("加分", "奖励加分", "加分项"),
    "deduction": ("扣分", "扣分项", "减分"),
    "veto": ("一票否决", "否决", "否决项"),
    "correction": ("更正", "勘误", "复核更正"),
}


class ScoreAdjustments(Feed):
    """One row per decision on the score of one place in one period of one scheme."""

    adjustment_id = code("加减分编号", "编号", "调整编号", "决定编号", key=True)
    scheme_code = code("考核方案编码", "方案编码", "考核办法编码", "考核方案")
    area_code = area("区划代码", "被考核单位编码", "考核对象编码", refers_to="base/areas")
    period_start = day("考核期起始日", "考核周期", "考核期", "所属周期")
    kind = choice(KINDS, "类型", "调整类型", "加减分类型")
    points = number("分值", "加减分", "调整分值", least=-100, most=100, may_be_empty=True)
    reason = text("事由", "原因", "加减分事由", "依据")
    decided_on = day("决定日期", "审定日期", "认定日期")
    decided_by = text("决定单位", "认定单位", "审定单位")

    @dy.rule()
    def has_points_unless_it_is_a_veto(cls) -> pl.Expr:
        """加分、扣分、更正须填分值（一票否决可空）"""
        return (pl.col("kind") == "veto") | pl.col("points").is_not_null()

    @dy.rule()
    def bonus_adds(cls) -> pl.Expr:
        """加分的分值不能为负"""
        return (pl.col("kind") != "bonus") | (pl.col("points") >= 0)
