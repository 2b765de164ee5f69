"""The government hotline (12345) by the hour: how much it rings, and how much is answered."""

from __future__ import annotations

import dataframely as dy
import polars as pl

from warehouse.feeds.columns import day, whole
from warehouse.feeds.contract import Feed


class HotlineCalls(Feed):
    """One row per hour of a day, for the whole site: a call has no place."""

    date = day("日期", "统计日期", "话务日期", key=True)
    hour = whole("小时", "时段", "统计小时", least=0, most=23, key=True)
    calls_in = whole("呼入量", "来电量", "来电数", "呼入总量", "话务总量", least=0)
    calls_answered = whole("接通量", "接通数", "接听量", "接听数", "人工接听量", least=0)
    tickets = whole("工单量", "生成工单数", "转办工单数", "派发工单数", least=0)
    direct_answers = whole("直接答复量", "直接答复数", "直接解答量", "在线答复数", least=0)

    @dy.rule()
    def answers_no_more_than_rings(cls) -> pl.Expr:
        """接通量大于呼入量"""
        return pl.col("calls_answered") <= pl.col("calls_in")

    @dy.rule()
    def answers_at_once_only_what_it_took(cls) -> pl.Expr:
        """直接答复量大于接通量"""
        return pl.col("direct_answers") <= pl.col("calls_answered")
