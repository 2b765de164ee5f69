"""加减分、一票否决和荣誉: every decision with its reason, and the honours of the period."""

from __future__ import annotations

from typing import Any

from warehouse.report import lists
from warehouse.report.document import Annex, Block, Column, Figure, Paragraph, Part, Slide, Table
from warehouse.report.facts import Facts
from warehouse.report.phrases import listed, paragraph, sentence, without_stop
from warehouse.report.sections.section import Written
from warehouse.report.words import NO_VALUE, number

#: Honours that are told by level.
LEVELS = {
    "awards_nation": "国家级",
    "awards_province": "省级",
    "awards_city": "市级",
    "awards_district": "区县级",
}
Row = dict[str, Any]


def decisions(facts: Facts) -> Written:
    """What was added and taken, vetoes, and honours; says so where there are none."""
    adjusted = lists.rows(facts, "adjustments") if facts.below else []
    body: list[Block] = []
    slides: list[Slide] = []
    # Without a scheme there is nothing that points could be added to.
    if adjusted or (facts.below and not lists.listed(facts, "scheme").is_empty()):
        body += [Paragraph(_adjusted(facts, adjusted))]
    if adjusted:
        table = _adjustments(facts, adjusted)
        body.append(table)
        slides.append(Slide(Paragraph(without_stop(_adjusted(facts, adjusted))), table))
    body += paragraph(_honours(facts))
    annexes = [Annex("荣誉清单", [_awards(facts)])] if lists.rows(facts, "awards") else []
    return Written(body, slides, annexes)


def _adjusted(facts: Facts, rows: list[Row]) -> list[Part]:
    if not rows:
        return [f"{facts.kind.this}考核没有加分、扣分和一票否决。"]
    told: list[list[Part]] = []
    for word in ("一票否决", "扣分", "加分", "更正"):
        found = [row for row in rows if row["kind_name"] == word]
        if found:
            names = "、".join(dict.fromkeys(row["area_name"] for row in found))
            told.append([f"{word}的有{names}"])
    vetoed = any(row["kind_name"] == "一票否决" for row in rows)
    parts = sentence(
        [f"{facts.kind.this}考核认定加减分等事项", lists.count(facts, "adjustments_decided", "项")],
        *told,
    )
    return parts if vetoed else [*without_stop(parts), "，没有一票否决", "。"]


def _adjustments(facts: Facts, rows: list[Row]) -> Table:
    cells: list[list[Part]] = [
        [
            str(row["list_place"]),
            row["area_name"],
            row["kind_name"],
            _points(facts, row),
            row["reason"],
            row["decided_by"] or NO_VALUE,
            lists.cell(facts, "adjustments", row, "decided_on"),
        ]
        for row in rows
    ]
    return Table(
        name="加减分清单",
        title="加分、扣分和一票否决清单",
        columns=[
            Column("序号", 7),
            Column("单位", 18, is_left=True),
            Column("类型", 12),
            Column("分值", 10),
            Column("事由", 40, is_left=True),
            Column("认定单位", 22, is_left=True),
            Column("认定日期", 15),
        ],
        rows=cells,
        note="注：加分合计不超过办法规定的上限；一票否决作用于名次，不计分值。",
    )


def _points(facts: Facts, row: Row) -> Part:
    points = row["points"]
    if points is None:
        return NO_VALUE
    source = facts.own(f"adjustments-{row['list_place']}.points")
    sign = "+" if points > 0 else "−" if points < 0 else ""
    return Figure(f"{sign}{number(abs(points), 2)}", points, source, '"+"0.00;"−"0.00;0.00')


def _honours(facts: Facts) -> list[Part]:
    if not lists.rows(facts, "awards"):
        return [f"{facts.kind.this}没有新获荣誉，或荣誉数据尚未接入。"]
    told: list[list[Part]] = [
        [word, lists.count(facts, name, "项")]
        for name, word in LEVELS.items()
        if lists.counted(facts, name)
    ]
    return [
        *sentence(
            [f"{facts.kind.this}{facts.here}新获荣誉", lists.count(facts, "awards_given", "项")],
            ["其中", *listed(told)] if len(told) > 1 else [f"均为{told[0][0]}"] if told else [],
            end="",
        ),
        "，清单见附件。",
    ]


def _awards(facts: Facts) -> Table:
    cells: list[list[Part]] = [
        [
            str(row["list_place"]),
            row["title"],
            row["level_name"] or NO_VALUE,
            row["area_path"] or row["area_name"] or NO_VALUE,
            lists.cell(facts, "awards", row, "awarded_on"),
            row["state"],
        ]
        for row in lists.rows(facts, "awards")
    ]
    return Table(
        name="荣誉清单",
        title="",
        columns=[
            Column("序号", 8),
            Column("荣誉", 34, is_left=True),
            Column("级别", 12),
            Column("单位", 36, is_left=True),
            Column("授予日期", 16),
            Column("状态", 12),
        ],
        rows=cells,
        note="注：状态为数据截至时的状态。",
        printed=facts.template.listed,
    )
