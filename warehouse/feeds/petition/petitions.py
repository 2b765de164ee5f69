"""Petition items (信访件)."""

from __future__ import annotations

import dataframely as dy
import polars as pl

from warehouse.feeds.columns import area, choice, code, flag, moment, text, whole
from warehouse.feeds.contract import Feed

CHANNELS = {
    "letter": ("信", "来信", "信件"),
    "visit": ("访", "来访", "走访"),
    "web": ("网", "网上", "网上信访", "网信"),
    "phone": ("电", "电话", "来电"),
}
KINDS = {
    "suggestion": ("建议", "意见建议", "建议意见"),
    "accusation": ("检举控告", "举报", "检举", "控告"),
    "appeal": ("申诉求决", "求决", "申诉", "投诉请求"),
}


class Petitions(Feed):
    """One row per petition item (件次)."""

    petition_id = code("信访件编号", "信访编号", "信访件号", key=True)
    area_code = area("区划代码", "问题属地编码", "属地编码", refers_to="base/areas")
    channel = choice(CHANNELS, "信访形式", "信访渠道", "渠道")
    kind = choice(KINDS, "信访目的", "信访类型", "诉求类型")
    field = text("内容分类", "问题领域", "领域", required=False)
    petitioner_key = code("信访人标识", "信访人", "信访人身份证号", "信访人证件号码", pii=True)
    matter_key = code("信访事项标识", "事项编号", "信访事项编号")
    persons = whole("人数", "信访人数", "人次", least=1)
    received_at = moment("登记时间", "收到时间", "信访日期", "收件时间")
    forwarded_at = moment("转送时间", "交办时间", "转送交办时间", required=False)
    informed_at = moment("告知时间", required=False)
    accepted_at = moment("受理时间", required=False)
    extended = flag("是否延期", "延期办理", "延期", required=False)
    replied_at = moment("答复时间", "出具答复意见时间", required=False)
    review_at = moment("复查时间", required=False)
    recheck_at = moment("复核时间", required=False)
    closed_at = moment("办结时间", "结案时间", required=False)
    department_code = code(
        "责任部门编码", "责任单位编码", required=False, refers_to="base/departments"
    )
    leader_in_charge = text("包案领导", "包案人", required=False)
    backlog = flag("存量", "是否存量", "是否积案", yes=("存量", "积案"), no=("增量", "非积案"))
    litigation_related = flag("涉法涉诉", "是否涉法涉诉", required=False)
    updated_at = moment("更新时间", "最后更新时间", "修改时间", required=False)

    @dy.rule()
    def is_accepted_after_it_came(cls) -> pl.Expr:
        """受理时间早于登记时间"""
        return pl.col("accepted_at") >= pl.col("received_at")

    @dy.rule()
    def is_replied_after_it_came(cls) -> pl.Expr:
        """答复时间早于登记时间"""
        return pl.col("replied_at") >= pl.col("received_at")

    @dy.rule()
    def is_closed_after_it_came(cls) -> pl.Expr:
        """办结时间早于登记时间"""
        return pl.col("closed_at") >= pl.col("received_at")
