"""The lists of the battle map: tasks, findings of supervision, what meetings resolved."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from pages.kit.formats import number
from pages.kit.records import RecordView
from warehouse.read.record_filters import RecordFilter

INDICATORS = {
    "POL-03": "试点按期完成率",
    "POL-04": "问题清单销号率",
    "POL-06": "督导问题整改率",
    "OPS-16": "议定事项办结率",
}


def _task_facts(task: dict[str, Any]) -> list[tuple[str, Any]]:
    told, planned = task["progress"], task["planned_progress"]
    is_open = task["is_open"]
    return [
        ("问题", task["problem"]),
        ("措施", task["measure"]),
        ("进度", None if told is None else f"{number(told)} %"),
        ("按时序", f"{number(planned)} %" if is_open and planned is not None else None),
        ("佐证材料", None if is_open else "有" if task["has_evidence"] else "缺"),
    ]


VIEWS = {
    "tasks": RecordView(
        record_set="tasks",
        noun="任务",
        title="任务清单",
        unit="项",
        boxes={"kind": "类别", "channel": "治理领域", "state": "状态", "department": "责任单位"},
        columns={
            "record_id": "编号",
            "kind": "类别",
            "title": "任务",
            "problem": "问题",
            "measure": "措施",
            "department_name": "责任",
            "due_at": "时效",
            "progress": "进度 %",
            "time_status": "时限状态",
        },
        extra={
            "channel": "治理领域",
            "opened_at": "列入清单",
            "closed_at": "完成销号",
            "planned_progress": "按时序进度 %",
            "has_evidence": "有佐证材料",
        },
        shown={
            "open": "未销号",
            "overdue": "逾期",
            "due_soon": "临期",
            "closed": "本期销号",
        },
        default_shown="open",
        facts=_task_facts,
        hint="编号、任务、问题、措施、单位",
        usual_period="year",
        by_day=True,
    ),
    "supervision_findings": RecordView(
        record_set="supervision_findings",
        noun="督导问题",
        title="督导问题",
        unit="个",
        boxes={"kind": "督导", "state": "状态", "department": "责任单位"},
        columns={
            "record_id": "编号",
            "opened_at": "发现",
            "kind": "督导",
            "place": "被督导单位",
            "department_name": "责任",
            "due_at": "整改时限",
            "closed_at": "整改完成",
            "state": "状态",
            "used": "已用/时限",
            "time_status": "时限状态",
        },
        shown={
            "open": "未整改",
            "overdue": "逾期",
            "due_soon": "临期",
            "opened": "本期发现",
            "closed": "本期整改",
        },
        default_shown="opened",
        hint="编号、督导、单位",
        usual_period="year",
        by_day=True,
    ),
    "meeting_actions": RecordView(
        record_set="meeting_actions",
        noun="议定事项",
        title="会议议定",
        unit="项",
        boxes={"state": "状态", "department": "责任单位"},
        columns={
            "record_id": "编号",
            "opened_at": "会议日期",
            "title": "议定事项",
            "place": "位置",
            "department_name": "责任",
            "due_at": "办结时限",
            "closed_at": "办结日期",
            "state": "状态",
            "time_status": "时限状态",
        },
        shown={
            "open": "未办结",
            "overdue": "逾期",
            "due_soon": "临期",
            "opened": "本期议定",
            "closed": "本期办结",
        },
        default_shown="opened",
        hint="编号、事项、单位",
        usual_period="year",
        by_day=True,
    ),
}


def tasks_asked(asked: RecordFilter, view: RecordView) -> RecordFilter:
    """The page's filter as the tasks know it.

    Place and unit hold for every list; kinds, states and words of another list say nothing here.
    """
    if view.record_set == "tasks":
        return asked
    return replace(asked, kind=None, channel=None, state=None, text=None)
