"""The log of grid events: every step from report to closing."""

from __future__ import annotations

from warehouse.feeds.columns import choice, code, moment, text, whole
from warehouse.feeds.contract import Feed

LEVELS = {
    "grid": ("网格", "网格级"),
    "community": ("社区", "村", "村社区", "社区级"),
    "street": ("街道", "镇", "乡", "镇街", "街镇", "乡镇", "街道级"),
    "district": ("区", "县", "区县", "区级", "县级"),
    "city": ("市", "市级"),
}
STATES = {
    "reported": ("上报",),
    "accepted": ("受理",),
    "rejected": ("不予受理", "不予立案", "退件"),
    "cancelled": ("作废", "撤销", "注销"),
    "filed": ("立案",),
    "dispatched": ("派遣", "派单", "分派"),
    "returned": ("回退", "退回"),
    "signed": ("签收", "接单"),
    "extended": ("延期",),
    "suspended": ("缓办", "挂账", "挂起"),
    "resumed": ("恢复", "恢复办理"),
    "handled": ("处置", "处置完成", "办理"),
    "check_passed": ("核查通过", "核查合格"),
    "check_failed": ("核查不通过", "核查不合格", "返工"),
    "closed": ("结案", "办结"),
}


class EventLog(Feed):
    """One row per step of an event."""

    event_id = code("事件编号", "案件编号", "工单编号", "任务号", key=True)
    seq = whole("序号", "步骤", "步骤序号", least=0, key=True)
    state = choice(STATES, "状态", "环节", "操作", "动作")
    at = moment("时间", "操作时间", "办理时间", "发生时间")
    level = choice(LEVELS, "层级", "办理层级", "处置层级")
    department_code = code(
        "责任部门编码", "部门编码", "处置部门编码", required=False, refers_to="base/departments"
    )
    due_at = moment("截止时间", "期限", "到期时间", required=False)
    reason = text("原因", "意见", "备注", required=False)
