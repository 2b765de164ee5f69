"""Citizens speak, cadres solve (群众说事、干部解题), and the items of the five micros (五微)."""

from __future__ import annotations

import dataframely as dy
import polars as pl

from warehouse.feeds.columns import area, choice, code, flag, moment
from warehouse.feeds.contract import Feed

CHANNELS = {
    "online": ("线上", "网上", "小程序", "微信"),
    "offline": ("线下", "现场", "面对面", "议事点"),
}
MICRO_KINDS = {
    "platform": ("微平台",),
    "action": ("微行动",),
    "deed": ("微实事",),
    "wish": ("微心愿",),
    "starlight": ("微星光",),
}


class SayMatters(Feed):
    """One row per matter that somebody brought up."""

    matter_id = code("说事编号", "诉求编号", "事项编号", "编号", key=True)
    area_code = area("区划代码", "所属社区编码", "所属区域编码", "社区编码", refers_to="base/areas")
    channel = choice(CHANNELS, "渠道", "说事渠道", "来源渠道")
    raised_at = moment("说事时间", "提出时间", "登记时间")
    due_at = moment("办理期限", "办结期限", "截止时间", "到期时间", required=False)
    solved_at = moment("解决时间", "办结时间", "完成时间", required=False)
    root_cause_fixed = flag(
        "是否根治", "根源是否解决", "是否根本解决", yes=("已根治",), no=("未根治",), required=False
    )
    replied_at = moment("反馈时间", "答复时间", "回复时间", required=False)
    micro_kind = choice(MICRO_KINDS, "五微类型", "五微类别", "微类型", required=False)

    @dy.rule()
    def is_solved_after_it_was_raised(cls) -> pl.Expr:
        """解决时间早于说事时间"""
        return pl.col("solved_at") >= pl.col("raised_at")

    @dy.rule()
    def is_answered_after_it_was_raised(cls) -> pl.Expr:
        """反馈时间早于说事时间"""
        return pl.col("replied_at") >= pl.col("raised_at")
