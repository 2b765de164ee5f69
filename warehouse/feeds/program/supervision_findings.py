"""What supervision found (月调度、季讲评、半年督查、年考核) and when it was put right."""

from __future__ import annotations

import dataframely as dy
import polars as pl

from warehouse.feeds.columns import area, choice, code, day, text
from warehouse.feeds.contract import Feed

KINDS = {
    "monthly": ("月调度", "月度调度", "每月调度"),
    "quarterly": ("季讲评", "季度讲评", "每季讲评"),
    "half_year": ("半年督查", "半年督导", "半年督察"),
    "annual": ("年考核", "年度考核", "年终考核"),
}


class SupervisionFindings(Feed):
    """One row per finding."""

    finding_id = code("问题编号", "督导问题编号", "编号", key=True)
    kind = choice(KINDS, "督导类型", "督查类型", "类型", "发现途径")
    area_code = area("区划代码", "责任区域编码", "被督导单位编码", refers_to="base/areas")
    department_code = code(
        "责任部门编码",
        "责任单位编码",
        "整改责任部门编码",
        refers_to="base/departments",
        required=False,
    )
    title = text("问题描述", "问题表述", "发现问题", "问题内容", required=False)
    evidence = text("发现依据", "佐证", "佐证材料", "依据", required=False)
    found_on = day("发现日期", "督导日期", "交办日期")
    due_on = day("整改时限", "整改期限", "限期整改日期")
    rectified_on = day("整改完成日期", "整改日期", "销号日期", required=False)

    @dy.rule()
    def due_after_it_was_found(cls) -> pl.Expr:
        """整改时限早于发现日期"""
        return pl.col("due_on") >= pl.col("found_on")

    @dy.rule()
    def rectified_after_it_was_found(cls) -> pl.Expr:
        """整改完成日期早于发现日期"""
        return pl.col("rectified_on") >= pl.col("found_on")
