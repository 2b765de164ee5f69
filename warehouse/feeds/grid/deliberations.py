"""What deliberations (议事协商) agreed on, and whether it was carried out."""

from __future__ import annotations

import dataframely as dy
import polars as pl

from warehouse.feeds.columns import area, code, day, text
from warehouse.feeds.contract import Feed


class Deliberations(Feed):
    """One row per outcome that was agreed on."""

    outcome_id = code("成果编号", "协商成果编号", "议定事项编号", "编号", key=True)
    area_code = area("区划代码", "所属社区编码", "社区编码", "所属区域编码", refers_to="base/areas")
    body = text("议事主体", "议事载体", "协商主体", "议事组织")
    met_on = day("议事日期", "协商日期", "会议日期", "召开日期")
    due_on = day("落实期限", "应落实日期", "完成期限", required=False)
    implemented_on = day("落实日期", "完成日期", "实际落实日期", required=False)

    @dy.rule()
    def is_carried_out_after_the_meeting(cls) -> pl.Expr:
        """落实日期早于议事日期"""
        return pl.col("implemented_on") >= pl.col("met_on")

    @dy.rule()
    def is_due_after_the_meeting(cls) -> pl.Expr:
        """落实期限早于议事日期"""
        return pl.col("due_on") >= pl.col("met_on")
