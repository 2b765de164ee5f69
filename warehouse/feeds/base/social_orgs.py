"""Community social organisations: registered with the civil affairs office, or recorded."""

from __future__ import annotations

import dataframely as dy
import polars as pl

from warehouse.feeds.columns import area, choice, code, day, flag
from warehouse.feeds.contract import Feed

KINDS = {
    "public_welfare": ("公益性", "公益", "公益类", "公益慈善类"),
    "service": ("服务性", "服务", "服务类", "生活服务类"),
    "mutual_aid": ("互助性", "互助", "互助类", "居民互助类"),
    "other": ("其他", "其它", "文体类", "其他类"),
}
STATUSES = {
    "registered": ("登记", "已登记", "登记成立"),
    "recorded": ("备案", "已备案", "备案管理"),
}


class SocialOrgs(Feed):
    """One row per social organisation."""

    org_id = code("社会组织编号", "组织编号", "备案编号", "登记证号", "统一社会信用代码", key=True)
    kind = choice(KINDS, "组织类型", "组织类别", "类别", "类型")
    area_code = area(
        "区划代码", "所属社区编码", "所属区域编码", "活动区域编码", refers_to="base/areas"
    )
    status = choice(STATUSES, "登记备案状态", "登记状态", "管理方式")
    since = day("成立日期", "登记日期", "备案日期", "登记备案日期")
    until = day("注销日期", "撤销日期", "终止日期", required=False)
    incubated = flag("是否孵化", "是否孵化培育", "孵化", yes=("孵化",), required=False)

    @dy.rule()
    def lasts(cls) -> pl.Expr:
        """注销日期早于成立日期"""
        return pl.col("until") >= pl.col("since")
