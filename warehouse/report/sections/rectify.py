"""整改要求: who must put what right, until when, and to whom it is reported."""

from __future__ import annotations

from datetime import date, timedelta

from warehouse.report import lists
from warehouse.report.document import Paragraph, Part, Slide
from warehouse.report.facts import Facts
from warehouse.report.figures import figure, goal
from warehouse.report.phrases import listed
from warehouse.report.sections.naming import NAMED
from warehouse.report.sections.section import Written


def rectify(facts: Facts) -> Written | None:
    """The demands of the circular, each with its day; None where there is nothing to put right."""
    demands = [parts for write in _DEMANDS if (parts := write(facts))]
    written = [Paragraph([text]) for text in facts.template.next_steps]
    if not demands and not written:
        return None
    told = [Paragraph([f"{place}．", *parts]) for place, parts in enumerate(demands, 1)]
    day = deadline(facts)
    last = Paragraph(
        [
            f"上述整改情况请于{day.year}年{day.month}月{day.day}日前书面报送，逾期未报、整改不力的，"
            "纳入下期重点督导。"
        ]
    )
    headline = f"请于{day.year}年{day.month}月{day.day}日前报送整改情况"
    slide = Slide(Paragraph([headline]), None, told[:4])
    return Written([*told, *([last] if demands else []), *written], [slide] if told else [])


def deadline(facts: Facts) -> date:
    """The day until which units report: so many days after the data cut as the template says."""
    return facts.cut.date() + timedelta(days=facts.template.days_to_rectify)


def _criticised(facts: Facts) -> list[Part]:
    rows = lists.counted(facts, "units_criticised") if facts.below else []
    if not rows or not facts.head["is_complete"]:
        return []
    if len(rows) > NAMED:
        return [
            "总分及其误差区间低于黄牌线的",
            lists.count(facts, "units_criticised", "个"),
            "单位，要逐项对照失分项目制定整改措施。",
        ]
    names = "、".join(row["area_name"] for row in rows)
    return [
        f"被通报批评的{names}，要逐项对照失分项目查找原因，制定整改措施，明确责任人和完成时限。"
    ]


def _overdue_findings(facts: Facts) -> list[Part]:
    rows = lists.counted(facts, "units_overdue")
    if not rows:
        return []
    named = [
        [
            row["unit_name"],
            "（",
            lists.cell(facts, "units", row, "overdue_count", "个"),
            "）",
        ]
        for row in rows[:NAMED]
    ]
    more = "等单位" if len(rows) > NAMED else ""
    return [
        "督导问题逾期未改的",
        *listed(named),
        f"{more}，要逐个说明原因，限期整改销号。",
    ]


def _overdue_tasks(facts: Facts) -> list[Part]:
    rows = lists.counted(facts, "tasks_overdue")
    if not rows:
        return []
    units = list(dict.fromkeys(row["unit_name"] for row in rows))
    more = "等单位" if len(units) > NAMED else ""
    return [
        "逾期未完成的试点任务、重点项目和目标任务",
        lists.count(facts, "tasks_overdue", "项"),
        f"，由{'、'.join(units[:NAMED])}{more}倒排工期，按月报送进度。",
    ]


def _severe(facts: Facts) -> list[Part]:
    """Indicators beyond their severe line."""
    rows = [
        row
        for row in facts.lines.values()
        if row["status"] == "severe" and not row["is_small_sample"]
    ]
    if not rows:
        return []
    named = [
        [row["indicator_name"], figure(row), "（目标", *goal(row), "）"] for row in rows[:NAMED]
    ]
    return ["越过警戒线的指标由主管部门牵头整改：", *listed(named), "。"]


def _without_evidence(facts: Facts) -> list[Part]:
    if not lists.counted(facts, "problems_without_evidence"):
        return []
    return [
        "问题清单中已报办结、尚缺佐证材料的",
        lists.count(facts, "problems_without_evidence", "个"),
        "，由责任单位补齐佐证后销号。",
    ]


_DEMANDS = (_criticised, _overdue_findings, _overdue_tasks, _severe, _without_evidence)
