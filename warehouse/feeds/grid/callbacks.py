"""Call-backs (回访): what those who reported say of the result."""

from __future__ import annotations

from warehouse.feeds.columns import choice, code, flag, moment
from warehouse.feeds.contract import Feed

RATINGS = {
    "very_satisfied": ("非常满意", "很满意"),
    "satisfied": ("满意",),
    "neutral": ("基本满意", "一般"),
    "dissatisfied": ("不满意",),
}
MEASURED_BY = {"self": ("自评", "本级"), "superior": ("上级", "上级回访", "上级抽查")}


class Callbacks(Feed):
    """One row per call about an event."""

    event_id = code("事件编号", "案件编号", "工单编号", "任务号", key=True)
    called_at = moment("回访时间", "评价时间", key=True)
    valid = flag("是否有效", "有效回访", "有效", yes=("有效",), no=("无效",))
    rating = choice(RATINGS, "满意度", "评价", "评价结果")
    measured_by = choice(MEASURED_BY, "回访主体", "测评主体")
