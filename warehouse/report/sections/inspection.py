"""督导情况: what supervision found in the period, of which kinds, and what was found most often."""

from __future__ import annotations

from typing import Any

from warehouse.report import lists
from warehouse.report.document import (
    Annex,
    Block,
    Chart,
    Column,
    Figure,
    Paragraph,
    Part,
    Series,
    Slide,
    Table,
)
from warehouse.report.facts import Facts
from warehouse.report.phrases import furthest, listed, named, paragraph, sentence, without_stop
from warehouse.report.sections.section import Written
from warehouse.report.words import NO_VALUE

KINDS = {
    "findings_monthly": "月调度",
    "findings_quarterly": "季讲评",
    "findings_half_year": "半年督查",
    "findings_annual": "年考核",
}
#: How many matters are told one by one.
TOLD = 5
_ORDINALS = "一二三四五"
Row = dict[str, Any]


def inspection(facts: Facts) -> Written:
    """How much was found, by which kind of supervision, and the main matters; the list as annex."""
    if not lists.rows(facts, "findings"):
        told = f"{facts.kind.this}没有督导问题，或督导数据尚未接入。"
        return Written([Paragraph([told])])
    body: list[Block] = [*paragraph(_found(facts)), *_matters(facts)]
    chart = _chart(facts)
    if chart is not None:
        body.append(chart)
    table = finding_table(facts)
    slides = (
        [Slide(Paragraph(without_stop(_found(facts))), chart)]
        if lists.counted(facts, "findings_found")
        else []
    )
    return Written(body, slides, [Annex("督导问题整改清单", [table])])


def finding_table(facts: Facts) -> Table:
    """Every finding on the books: unit, finding, evidence, deadline and state."""
    rows: list[list[Part]] = [
        [
            str(row["list_place"]),
            _id(facts, row),
            unit_of(row),
            row["title"] or f"{row['kind_name']}发现问题",
            row["evidence"] or NO_VALUE,
            lists.cell(facts, "findings", row, "found_on"),
            lists.cell(facts, "findings", row, "due_on"),
            lists.cell(facts, "findings", row, "rectified_on"),
            row["state"],
            lists.cell(facts, "findings", row, "days_late", "天"),
        ]
        for row in lists.rows(facts, "findings")
    ]
    more = len(rows) > facts.template.listed
    return Table(
        name="督导问题整改清单",
        title="",
        columns=[
            Column("序号", 7),
            Column("编号", 19),
            Column("责任单位", 20, is_left=True),
            Column("发现的问题", 28, is_left=True),
            Column("依据", 20, is_left=True),
            Column("发现日期", 15),
            Column("整改时限", 15),
            Column("完成日期", 15),
            Column("状态", 12),
            Column("逾期", 9),
        ],
        rows=rows,
        note="注：状态为期末状态；责任单位后括号内为被督导地区。"
        + ("逾期未改的列在前面，其余见同名Excel附表。" if more else ""),
        printed=facts.template.listed,
        freeze=3,
    )


def unit_of(row: Row) -> str:
    """Who must act, with the inspected place where that is another."""
    if row["unit_code"] == row["area_code"] or row["area_name"] is None:
        return str(row["unit_name"])
    return f"{row['unit_name']}（{row['area_name']}）"


def _found(facts: Facts) -> list[Part]:
    if not lists.counted(facts, "findings_found"):
        return [f"{facts.kind.this}没有新发现督导问题。"]
    kinds: list[list[Part]] = [
        [word, lists.count(facts, name, "个")]
        for name, word in KINDS.items()
        if lists.counted(facts, name)
    ]
    return sentence(
        [f"{facts.kind.this}各类督导共发现问题", lists.count(facts, "findings_found", "个")],
        ["其中", *listed(kinds)] if len(kinds) > 1 else kinds[0][:1],
    )


def _matters(facts: Facts) -> list[Paragraph]:
    """`一是“综治中心值班制度落实不到位”，发现6个，涉及5个单位。`"""
    rows = [row for row in lists.rows(facts, "matters") if row["found_count"] > 1][:TOLD]
    if not rows:
        return []
    told = [Paragraph(["反映较为集中的问题："])]
    for place, row in enumerate(rows):
        parts = sentence(
            [f"{_ORDINALS[place]}是“{row['title']}”" if len(rows) > 1 else f"“{row['title']}”"],
            ["发现", lists.cell(facts, "matters", row, "found_count", "个")],
            ["涉及", lists.cell(facts, "matters", row, "unit_count", "个"), "单位"],
            [f"{facts.at_end}未整改", lists.cell(facts, "matters", row, "open_count", "个")]
            if row["open_count"]
            else [],
        )
        told.append(Paragraph(parts))
    return told


def _chart(facts: Facts) -> Chart | None:
    rows = lists.rows(facts, "matters")[:10]
    if len(rows) < 2:
        return None
    points = [lists.cell(facts, "matters", row, "found_count", "个") for row in rows]
    return Chart(
        name="督导问题分布",
        title="督导问题分布",
        kind="bar",
        categories=[row["title"] for row in rows],
        series=[Series("发现问题", [p for p in points if isinstance(p, Figure)])],
        unit="个",
        takeaway=f"最集中的是{named(furthest(rows, lambda row: row['found_count']), 'title')}。",
    )


def _id(facts: Facts, row: Row) -> Figure:
    source = facts.own(f"findings-{row['list_place']}.finding_id")
    return Figure(row["finding_id"], row["finding_id"], source, "@")
