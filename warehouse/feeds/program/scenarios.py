"""Systems and application scenarios (应用场景) of the platform, and when they last had data."""

from __future__ import annotations

from warehouse.feeds.columns import choice, code, day, moment, text
from warehouse.feeds.contract import Feed

KINDS = {"system": ("系统", "业务系统"), "scenario": ("应用场景", "场景")}


class Scenarios(Feed):
    """One row per system or scenario and state of its data.

    A register handed over again, with a later `last_data_at`, adds to what is known: each
    version says of one more day that the scenario was in use.
    """

    scenario_id = code("场景编号", "系统编号", "应用编号", "编号", key=True)
    name = text("场景名称", "系统名称", "应用名称", "名称")
    kind = choice(KINDS, "类别", "类型", required=False)
    department_code = code(
        "主管部门编码", "责任部门编码", "建设单位编码", refers_to="base/departments"
    )
    online_since = day("上线日期", "启用日期", "上线时间")
    last_data_at = moment("最近数据时间", "最新数据时间", "最后更新时间", required=False)
