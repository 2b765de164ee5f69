"""Which sections each kind of report has, in the order of print."""

from __future__ import annotations

from warehouse.report.sections.actions import actions
from warehouse.report.sections.comments import comments
from warehouse.report.sections.compliance import compliance
from warehouse.report.sections.corrections import corrections
from warehouse.report.sections.decisions import decisions
from warehouse.report.sections.fields import fields
from warehouse.report.sections.indicators import indicators
from warehouse.report.sections.inspection import inspection
from warehouse.report.sections.kinds_of_events import kinds_of_events
from warehouse.report.sections.loop import loop
from warehouse.report.sections.naming import naming
from warehouse.report.sections.overall import overall
from warehouse.report.sections.petitions_year import petitions_year
from warehouse.report.sections.priorities import priorities
from warehouse.report.sections.quality import quality
from warehouse.report.sections.ranks import ranks
from warehouse.report.sections.rectification import rectification
from warehouse.report.sections.rectify import rectify
from warehouse.report.sections.remarks import remarks
from warehouse.report.sections.risks import risks
from warehouse.report.sections.scores import scores
from warehouse.report.sections.section import SectionMaker
from warehouse.report.sections.target_attainment import target_attainment
from warehouse.report.sections.task_progress import task_progress
from warehouse.report.sections.volunteers_year import volunteers_year
from warehouse.report.sections.years import years

_OVERALL = SectionMaker("overall", "总体情况", overall)
_LOOP = SectionMaker("loop", "闭环运行情况", loop)
_CLASSES = SectionMaker("classes", "事件类别和热点问题", kinds_of_events)
_FIELDS = SectionMaker("fields", "分领域情况", fields)
_RANKS = SectionMaker("ranks", "{child}考核排名及变化", ranks)
_RISKS = SectionMaker("risks", "突出问题和风险提示", risks)
_ACTIONS = SectionMaker("actions", "上次议定事项落实情况", actions)
_PRIORITIES = SectionMaker("priorities", "下一步重点工作", priorities)
_CORRECTIONS = SectionMaker("corrections", "数据更正", corrections)
_REMARKS = SectionMaker("remarks", "数据说明", remarks)
_SCORES = SectionMaker("scores", "{child}考核得分和排名", scores)
_QUALITY = SectionMaker("quality", "返工和群众评价", quality)
_NAMING = SectionMaker("naming", "通报表扬和批评", naming)
_COMMENTS = SectionMaker("comments", "讲评要点", comments)
_RECTIFY = SectionMaker("rectify", "整改要求和时限", rectify)
_INSPECTION = SectionMaker("inspection", "督导情况和发现的问题", inspection)
_RECTIFICATION = SectionMaker("rectification", "问题整改和销号", rectification)
_COMPLIANCE = SectionMaker("compliance", "规范达标情况", compliance)
_TASKS = SectionMaker("tasks", "试点任务和重点项目", task_progress)
_INDICATORS = SectionMaker("indicators", "主要指标运行情况", indicators)
_TARGETS = SectionMaker("targets", "目标完成情况", target_attainment)
_DECISIONS = SectionMaker("decisions", "加减分、一票否决和荣誉", decisions)
_YEARS = SectionMaker("years", "与历年比较", years)
_PETITIONS = SectionMaker("petitions", "信访工作年度情况", petitions_year)
_VOLUNTEERS = SectionMaker("volunteers", "志愿服务统计", volunteers_year)

#: By name of the kind.
CONTENTS: dict[str, tuple[SectionMaker, ...]] = {
    "weekly": (
        _OVERALL, _LOOP, _FIELDS, _RANKS, _RISKS, _ACTIONS, _PRIORITIES, _CORRECTIONS, _REMARKS,
    ),
    "monthly": (
        _OVERALL, _LOOP, _CLASSES, _FIELDS, _RANKS, _RISKS, _ACTIONS, _PRIORITIES, _CORRECTIONS,
        _REMARKS,
    ),
    "quarterly": (
        _OVERALL, _SCORES, _QUALITY, _NAMING, _COMMENTS, _RISKS, _RECTIFY, _CORRECTIONS, _REMARKS,
    ),
    "half-yearly": (
        _INSPECTION, _RECTIFICATION, _COMPLIANCE, _TASKS, _INDICATORS, _RECTIFY, _CORRECTIONS,
        _REMARKS,
    ),
    "annual": (
        _OVERALL, _SCORES, _DECISIONS, _TARGETS, _YEARS, _PETITIONS, _VOLUNTEERS, _NAMING,
        _CORRECTIONS, _REMARKS,
    ),
}  # fmt: skip


def section_keys(kind: str) -> tuple[str, ...]:
    """What a template of a kind may name, in the order of print."""
    return tuple(maker.key for maker in CONTENTS[kind])
