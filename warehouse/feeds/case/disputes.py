"""Disputes (矛盾纠纷) and the three mediations."""

from __future__ import annotations

import dataframely as dy
import polars as pl

from warehouse.feeds.columns import area, choice, choices, code, moment, text
from warehouse.feeds.contract import Feed

INITIATED_BY = {
    "applied": ("申请", "当事人申请", "依申请"),
    "proactive": ("主动", "主动调解", "排查发现"),
    "entrusted": ("委托", "移送委托", "委托移送"),
}
MEDIATIONS = {
    "people": ("人民调解", "人民"),
    "administrative": ("行政调解", "行政"),
    "judicial": ("司法调解", "司法"),
}
RESULTS = {
    "success_written": ("书面协议", "调解成功（书面）", "达成书面协议", "调解成功"),
    "success_oral": ("口头协议", "调解成功（口头）", "达成口头协议"),
    "failed": ("调解不成", "调解失败", "未达成协议"),
    "terminated": ("终止", "终止调解"),
    "withdrawn": ("撤回", "撤回申请"),
}


class Disputes(Feed):
    """One row per dispute."""

    dispute_id = code("纠纷编号", "案件编号", "调解编号", key=True)
    area_code = area("区划代码", "所属区域编码", "网格编码", refers_to="base/areas")
    kind = text("纠纷类型", "纠纷类别", "类型")
    initiated_by = choice(INITIATED_BY, "启动方式", "受理方式", "案件来源")
    accepted_at = moment("受理时间", "受理日期")
    mediation = choices(MEDIATIONS, "调解方式", "调解类型")
    org_name = text("调解组织", "调解组织名称", required=False)
    concluded_at = moment("办结时间", "调解完成时间", "调结时间", required=False)
    result = choice(RESULTS, "调解结果", "结果", required=False)
    passed_up_at = moment("上交时间", "上报时间", required=False)
    judicially_confirmed_at = moment("司法确认时间", required=False)
    event_id = code("事件编号", "关联事件", required=False)
    petition_id = code("信访件编号", "关联信访件", "转办信访件", required=False)
    applicant_key = code("申请人标识", "申请人身份证号", "申请人证件号码", required=False, pii=True)
    updated_at = moment("更新时间", "最后更新时间", "修改时间", required=False)

    @dy.rule()
    def ends_after_it_began(cls) -> pl.Expr:
        """办结时间早于受理时间"""
        return pl.col("concluded_at") >= pl.col("accepted_at")
