"""Surveys of how safe and how satisfied people feel, as counts of answers per place."""

from __future__ import annotations

import dataframely as dy
import polars as pl

from warehouse.feeds.columns import area, choice, code, day, whole
from warehouse.feeds.contract import Feed

KINDS = {
    "safety": ("安全感", "群众安全感", "公众安全感"),
    "satisfaction": ("满意度", "群众满意度", "平安建设满意度", "政法工作满意度"),
}
MEASURED_BY = {
    "self": ("自测", "本级自测", "自评", "自行组织"),
    "superior": ("上级", "上级测评", "省级测评", "市级测评"),
    "third_party": ("第三方", "第三方测评", "第三方机构", "民意调查中心"),
}


class Surveys(Feed):
    """One row per survey and place."""

    survey_id = code("调查编号", "调查批次", "测评编号", "问卷批次", key=True)
    area_code = area("区划代码", "调查区域编码", "所属区域编码", key=True, refers_to="base/areas")
    kind = choice(KINDS, "调查类型", "测评内容", "指标名称")
    wave_on = day("调查日期", "测评日期", "调查截止日期")
    respondents = whole("有效样本数", "有效问卷数", "受访人数", "样本量", least=1)
    positive = whole("肯定回答数", "满意人数", "安全人数", "正面评价数", least=0)
    measured_by = choice(MEASURED_BY, "测评主体", "调查方", "组织单位")

    @dy.rule()
    def are_among_the_respondents(cls) -> pl.Expr:
        """肯定回答数多于有效样本数"""
        return pl.col("positive") <= pl.col("respondents")
