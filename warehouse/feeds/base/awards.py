"""Titles that places were given, and that may be taken away again."""

from __future__ import annotations

import dataframely as dy
import polars as pl

from warehouse.feeds.columns import area, choice, code, day
from warehouse.feeds.contract import Feed

KINDS = {
    "civilised_village": ("文明村镇", "文明村", "文明镇", "文明乡镇"),
    "democratic_rule_village": (
        "民主法治示范村", "民主法治示范社区", "民主法治示范村（社区）", "民主法治村",
    ),
    "safe_unit": ("平安创建", "平安单位", "平安社区", "平安村", "平安乡镇", "平安街道"),
    "no_lawsuit_village": ("无诉讼村", "无诉讼社区", "无讼村（社区）"),
    "other": ("其他",),
}  # fmt: skip
LEVELS = {
    "national": ("国家级", "全国", "国家"),
    "province": ("省级", "省"),
    "city": ("市级", "市"),
    "district": ("区县级", "区级", "县级", "县"),
    "street": ("街道级", "乡镇级", "镇级"),
}


class Awards(Feed):
    """One row per title given to a place."""

    award_id = code("荣誉编号", "称号编号", "命名编号", "证书编号", key=True)
    kind = choice(KINDS, "荣誉类型", "称号类别", "创建类型", "荣誉名称")
    area_code = area("区划代码", "获评单位编码", "所属区域编码", refers_to="base/areas")
    level = choice(LEVELS, "荣誉级别", "级别", "授予级别")
    awarded_on = day("授予日期", "命名日期", "获评日期")
    revoked_on = day("撤销日期", "摘牌日期", required=False)

    @dy.rule()
    def lasts(cls) -> pl.Expr:
        """撤销日期早于授予日期"""
        return pl.col("revoked_on") >= pl.col("awarded_on")
