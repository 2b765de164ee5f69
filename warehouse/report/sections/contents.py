"""Which sections each kind of report has, in the order of print."""

from __future__ import annotations

from warehouse.report.sections.actions import actions
from warehouse.report.sections.corrections import corrections
from warehouse.report.sections.fields import fields
from warehouse.report.sections.kinds_of_events import kinds_of_events
from warehouse.report.sections.loop import loop
from warehouse.report.sections.overall import overall
from warehouse.report.sections.priorities import priorities
from warehouse.report.sections.ranks import ranks
from warehouse.report.sections.remarks import remarks
from warehouse.report.sections.risks import risks
from warehouse.report.sections.section import SectionMaker

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

#: By name of the kind.
CONTENTS: dict[str, tuple[SectionMaker, ...]] = {
    "weekly": (
        _OVERALL, _LOOP, _FIELDS, _RANKS, _RISKS, _ACTIONS, _PRIORITIES, _CORRECTIONS, _REMARKS,
    ),
    "monthly": (
        _OVERALL, _LOOP, _CLASSES, _FIELDS, _RANKS, _RISKS, _ACTIONS, _PRIORITIES, _CORRECTIONS,
        _REMARKS,
    ),
}  # fmt: skip


def section_keys(kind: str) -> tuple[str, ...]:
    """What a template of a kind may name, in the order of print."""
    return tuple(maker.key for maker in CONTENTS[kind])
