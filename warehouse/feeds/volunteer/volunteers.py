"""Registered volunteers."""

from __future__ import annotations

import dataframely as dy
import polars as pl

from warehouse.feeds.columns import area, code, day
from warehouse.feeds.contract import Feed


class Volunteers(Feed):
    """One row per registered volunteer."""

    volunteer_key = code("志愿者标识", "志愿者编号", "身份证号", "证件号码", key=True, pii=True)
    area_code = area("区划代码", "所属区域编码", "注册地编码", refers_to="base/areas")
    registered_on = day("注册日期", "注册时间")
    withdrawn_on = day("注销日期", "退出日期", required=False)

    @dy.rule()
    def leaves_after_joining(cls) -> pl.Expr:
        """注销日期早于注册日期"""
        return pl.col("withdrawn_on") >= pl.col("registered_on")
