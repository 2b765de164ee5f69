"""问题整改和销号: what was put right in time, by unit; the list of problems; who is late again."""

from __future__ import annotations

from dataclasses import replace

from warehouse.report import lists
from warehouse.report.document import Block, Column, Paragraph, Part, Slide, Table
from warehouse.report.facts import Facts
from warehouse.report.figures import figure
from warehouse.report.phrases import listed, paragraph, sentence, told_rate
from warehouse.report.sections.section import Written

#: How many units are named in a sentence.
NAMED = 5
#: How many of them a slide has room for.
ON_SLIDE = 8


def rectification(facts: Facts) -> Written | None:
    """Findings put right, units with overdue ones, the problem list; None without either."""
    findings = [*_rate(facts), *_standing(facts)]
    body: list[Block] = [
        *paragraph(findings, _repeating(facts)),
        *paragraph(_problems(facts)),
    ]
    if not body:
        return None
    table = _table(facts)
    if table is None:
        return Written(body)
    return Written([*body, table], [Slide(Paragraph(_headline(facts)), _brief(table))])


def _headline(facts: Facts) -> list[Part]:
    told = sentence(*told_rate(facts.line("POL-06"), facts.wording)[:1], end="")
    late: list[Part] = [f"{facts.at_end}没有逾期未改的督导问题"]
    if lists.counted(facts, "findings_overdue"):
        late = [f"{facts.at_end}逾期未改的督导问题", lists.count(facts, "findings_overdue", "个")]
    return [*told, "；", *late] if told else late


def _brief(table: Table) -> Table:
    """The units with most to put right, for a slide."""
    return replace(table, title="", rows=table.rows[:ON_SLIDE], note="")


def _rate(facts: Facts) -> list[Part]:
    line = facts.line("POL-06")
    if line["value"] is None:
        return []
    return sentence(
        [f"{facts.kind.this}到期的督导问题", figure(line, "d", "个")],
        ["按期整改", figure(line, "n", "个")],
        *told_rate(line, facts.wording),
    )


def _standing(facts: Facts) -> list[Part]:
    if not lists.counted(facts, "findings_open"):
        told = f"{facts.at_end}没有未整改的督导问题。"
        return [told] if lists.rows(facts, "findings") else []
    parts: list[Part] = [f"{facts.at_end}尚未整改", lists.count(facts, "findings_open", "个")]
    if not lists.counted(facts, "findings_overdue"):
        return [*parts, "，均未到整改时限。"]
    return [
        *parts,
        "，其中逾期未改",
        lists.count(facts, "findings_overdue", "个"),
        *_overdue(facts),
        "。",
    ]


def _overdue(facts: Facts) -> list[Part]:
    """`，较多的单位是云溪街道（3个）`: units with one each are not many."""
    rows = lists.counted(facts, "units_overdue")
    many = [row for row in rows if row["overdue_count"] > 1][:NAMED]
    if not many:
        names = "、".join(row["unit_name"] for row in rows[:NAMED])
        more = "等单位" if len(rows) > NAMED else ""
        return [f"，责任单位是{names}{more}"]
    told = [
        [row["unit_name"], "（", lists.cell(facts, "units", row, "overdue_count", "个"), "）"]
        for row in many
    ]
    return ["，较多的单位是" if len(rows) > 1 else "，责任单位是", *listed(told)]


def _repeating(facts: Facts) -> list[Part]:
    """Units late in this period and the one before."""
    rows = lists.counted(facts, "units_repeating")
    if not rows:
        return []
    names = "、".join(row["unit_name"] for row in rows[:NAMED])
    more = "等单位" if len(rows) > NAMED else ""
    return [
        f"{facts.kind.this}和{facts.kind.before}均有问题未按期整改的单位有",
        lists.count(facts, "units_repeating", "个"),
        f"：{names}{more}，列为下期重点督导对象。",
    ]


def _problems(facts: Facts) -> list[Part]:
    """The list of problems: how many are struck off, and what keeps the others."""
    line = facts.line("POL-04")
    if line["value"] is None:
        return []
    told = sentence(
        ["问题清单累计列入", figure(line, "d", "个")],
        ["已销号", figure(line, "n", "个")] if line["numerator"] else ["均未销号"],
        *told_rate(line, facts.wording),
    )
    moved: list[list[Part]] = [
        [word, lists.count(facts, name, "个")]
        for name, word in (
            ("problems_new", "新列入"),
            ("problems_struck", "销号"),
            ("problems_overdue", f"{facts.at_end}逾期未销号"),
            ("problems_without_evidence", "已报办结、待补佐证"),
        )
        if lists.counted(facts, name)
    ]
    return [*told, *sentence([f"{facts.kind.this}", *moved[0]], *moved[1:])] if moved else told


def _table(facts: Facts) -> Table | None:
    rows: list[list[Part]] = [
        [
            row["unit_name"],
            *(
                lists.cell(facts, "units", row, column)
                for column in (
                    "found_count",
                    "due_count",
                    "on_time_count",
                    "late_count",
                    "open_count",
                    "overdue_count",
                    "late_before",
                )
            ),
        ]
        for row in lists.rows(facts, "units")
    ]
    if not rows:
        return None
    before = facts.kind.before
    return Table(
        name="各单位整改情况",
        title="各责任单位督导问题整改情况",
        columns=[
            Column("责任单位", 24, is_left=True),
            Column("新发现", 11),
            Column("到期", 10),
            Column("按期整改", 13),
            Column("未按期", 11),
            Column("期末未改", 13),
            Column("其中逾期", 13),
            Column(f"{before}未按期", 15),
        ],
        rows=rows,
        note="注：到期、按期整改按督导问题整改率口径，每个问题在整改日或时限日（取早者）计入一次；"
        "期末未改含以前发现的问题。",
        printed=facts.template.listed,
    )
