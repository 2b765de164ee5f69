"""The field's own words for the codes of the warehouse."""

from __future__ import annotations

SOURCES = {
    "worker": "网格员",
    "citizen": "群众",
    "hotline": "热线",
    "video": "视频巡查",
    "department": "部门",
    "inspection": "督查巡查",
}
STAGES = {
    "report": "待受理",
    "dispatch": "待派遣",
    "handle": "处置中",
    "check": "待核查",
    "closed": "已结案",
    "dropped": "已作废",
}
STATES = {
    "reported": "上报",
    "accepted": "受理",
    "rejected": "不予立案",
    "cancelled": "作废",
    "filed": "立案",
    "dispatched": "派遣",
    "returned": "退回",
    "signed": "签收",
    "extended": "延期",
    "suspended": "缓办",
    "resumed": "恢复办理",
    "handled": "处置完成",
    "check_passed": "核查通过",
    "check_failed": "核查不通过",
    "closed": "结案",
    "handling_due": "处置时限",
    "closing_due": "结案时限",
    "very_satisfied": "回访：非常满意",
    "satisfied": "回访：满意",
    "neutral": "回访：一般",
    "dissatisfied": "回访：不满意",
    "called": "回访",
}
STEP_KINDS = {"step": "步骤", "deadline": "时限", "callback": "回访"}
LEVELS = {
    "province": "省",
    "city": "市",
    "district": "区县",
    "street": "街道",
    "community": "社区",
    "grid": "网格",
    "self": "自评回访",
    "superior": "上级回访",
}
URGENCIES = {"normal": "一般", "urgent": "紧急"}
# Status of an event's clock: its shape, and the words when no time stands beside it.
CLOCKS = {
    "overdue": ("alert", "超期"),
    "due_soon": ("watch", "临期"),
    "on_track": ("good", "期限内"),
    "no_limit": ("none", "无时限"),
    "suspended": ("none", "缓办"),
    "closed_on_time": ("good", "按期结案"),
    "closed_late": ("watch", "超期结案"),
    "closed": ("good", "已结案"),
    "dropped": ("none", "已作废"),
}


def word(words: dict[str, str], code: str | None) -> str:
    """The word for a code; a code without one is shown as it is, a missing one as a dash."""
    return "—" if code is None else words.get(code, code)
