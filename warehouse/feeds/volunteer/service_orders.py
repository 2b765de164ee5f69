"""Orders (点单) that residents place and volunteers take, do and are rated for."""

from __future__ import annotations

import dataframely as dy
import polars as pl

from warehouse.feeds.columns import area, code, moment, text, whole
from warehouse.feeds.contract import Feed


class ServiceOrders(Feed):
    """One row per order; nothing about who placed it."""

    order_id = code("订单编号", "点单编号", "编号", "需求编号", key=True)
    area_code = area("区划代码", "需求地编码", "所属区域编码", refers_to="base/areas")
    kind = text("服务类别", "需求类型", "点单类型", "类型")
    ordered_at = moment("点单时间", "下单时间", "需求提出时间", "提交时间")
    accepted_at = moment("接单时间", "派单时间", "认领时间", required=False)
    due_at = moment("要求完成时间", "完成时限", "截止时间", "期望完成时间", required=False)
    done_at = moment("完成时间", "办结时间", "服务完成时间", required=False)
    rating = whole("评分", "评单得分", "评价星级", "满意度评分", least=1, most=5, required=False)
    provider = text("接单团队", "服务提供方", "承接单位", "服务团队", required=False)

    @dy.rule()
    def taken_after_it_was_placed(cls) -> pl.Expr:
        """接单时间早于点单时间"""
        return pl.col("accepted_at") >= pl.col("ordered_at")

    @dy.rule()
    def done_after_it_was_placed(cls) -> pl.Expr:
        """完成时间早于点单时间"""
        return pl.col("done_at") >= pl.col("ordered_at")
