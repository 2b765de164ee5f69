"""The list of matters (事项清单) with their time limits."""

from __future__ import annotations

from warehouse.feeds.columns import choice, code, flag, number, text
from warehouse.feeds.contract import Feed

KINDS = {"event": ("事件", "事件类"), "component": ("部件", "部件类")}
LIMIT_UNITS = {
    "work_hour": ("工作小时", "工作时"),
    "urgent_hour": ("紧急小时", "小时", "自然小时"),
    "work_day": ("工作日",),
    "calendar_day": ("自然日", "日", "天"),
}


class Matters(Feed):
    """One row per kind of matter."""

    matter_code = code("事项编码", "事项代码", "类别编码", key=True)
    matter_name = text("事项名称", "事项", "小类名称")
    line = text("条线", "所属条线", "业务条线")
    class_name = text("大类", "事项大类", "大类名称")
    subclass_name = text("小类", "事项小类", required=False)
    kind = choice(KINDS, "类型", "事项类型", "事部件类型")
    limit_value = number("处置时限", "时限", "时限值", least=0, required=False)
    limit_unit = choice(LIMIT_UNITS, "时限单位", required=False)
    small_matter = flag("小微事项", "格内可办", "是否小微事项", required=False)
