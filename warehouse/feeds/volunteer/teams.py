"""Volunteer teams."""

from __future__ import annotations

import dataframely as dy
import polars as pl

from warehouse.feeds.columns import area, code, day, text
from warehouse.feeds.contract import Feed


class Teams(Feed):
    """One row per team."""

    team_id = code("队伍编号", "团队编号", "组织编号", key=True)
    area_code = area("区划代码", "所属区域编码", refers_to="base/areas")
    kind = text("队伍类型", "类型", "服务类别")
    founded_on = day("成立日期", "成立时间")
    dissolved_on = day("解散日期", "注销日期", required=False)

    @dy.rule()
    def lasts(cls) -> pl.Expr:
        """解散日期早于成立日期"""
        return pl.col("dissolved_on") >= pl.col("founded_on")
