"""Tips from the public about safety and order, and whether their reward was paid."""

from __future__ import annotations

import dataframely as dy
import polars as pl

from warehouse.feeds.columns import area, code, day, flag
from warehouse.feeds.contract import Feed


class RewardTips(Feed):
    """One row per tip; nothing about who gave it."""

    tip_id = code("举报编号", "线索编号", "编号", key=True)
    area_code = area("区划代码", "线索所在地编码", "属地编码", refers_to="base/areas")
    received_on = day("举报日期", "受理日期", "接报日期", "收到日期")
    valid = flag("是否属实", "是否有效", "核查属实", yes=("属实", "有效"), no=("不属实", "无效"))
    reward_due = flag(
        "应奖励", "是否应奖励", "符合奖励条件", yes=("符合",), no=("不符合",), required=False
    )
    reward_paid_on = day("奖励兑现日期", "发放日期", "兑现日期", "奖金发放日期", required=False)

    @dy.rule()
    def paid_after_it_came(cls) -> pl.Expr:
        """奖励兑现日期早于举报日期"""
        return pl.col("reward_paid_on") >= pl.col("received_on")
