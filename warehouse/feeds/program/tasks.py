"""Pilots, projects, problems and goals of the 作战图."""

from __future__ import annotations

from warehouse.feeds.columns import area, choice, code, day, number, text
from warehouse.feeds.contract import Feed

KINDS = {
    "pilot": ("试点",),
    "project": ("项目",),
    "problem": ("问题",),
    "goal": ("任务", "目标"),
}
GOVERNANCE = {"政治": (), "自治": (), "法治": (), "德治": (), "智治": ()}


class Tasks(Feed):
    """One row per pilot, project, problem or goal."""

    task_id = code("任务编号", "编号", "项目编号", key=True)
    kind = choice(KINDS, "类型", "任务类型")
    governance = choice(GOVERNANCE, "五治", "治理类别", "所属五治")
    title = text("名称", "任务名称", "标题", "项目名称")
    problem = text("问题", "存在问题", required=False)
    measure = text("措施", "整改措施", "工作措施", required=False)
    area_code = area("区划代码", "责任区域编码", refers_to="base/areas")
    department_code = code(
        "责任部门编码", "责任单位编码", "牵头部门编码", refers_to="base/departments"
    )
    started_on = day("开始日期", "启动日期", "开始时间")
    due_on = day("完成时限", "截止日期", "计划完成日期")
    progress = number("进度", "完成进度", "进度（%）", least=0, most=100, required=False)
    done_on = day("完成日期", "销号日期", "实际完成日期", required=False)
    evidence = text("销号依据", "佐证材料", "完成依据", required=False)
