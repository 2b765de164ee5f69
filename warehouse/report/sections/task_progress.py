"""试点任务和重点项目: what was due, what is late, and who must act."""

from __future__ import annotations

from typing import Any

from warehouse.report import lists
from warehouse.report.document import Annex, Block, Column, Paragraph, Part, Slide, Table
from warehouse.report.facts import Facts
from warehouse.report.figures import figure
from warehouse.report.phrases import paragraph, sentence, told_rate, without_stop
from warehouse.report.sections.section import Written
from warehouse.report.words import NO_VALUE

#: Overdue tasks that are told one by one.
TOLD = 5
Row = dict[str, Any]


def task_progress(facts: Facts) -> Written | None:
    """Tasks by state; the overdue ones one by one; all of them as an annex. None without any."""
    if not lists.rows(facts, "tasks"):
        return None
    told = _rate(facts)
    body: list[Block] = [*paragraph(told, _standing(facts)), *_late(facts)]
    table = task_table(facts)
    return Written(
        body,
        [Slide(Paragraph(without_stop(told or _standing(facts))), _brief(table))],
        [Annex("任务、项目和问题清单", [table])],
    )


def task_table(facts: Facts) -> Table:
    """Every task on the books of the period, what is overdue first."""
    rows: list[list[Part]] = [
        [
            str(row["list_place"]),
            row["kind_name"],
            row["title"],
            row["unit_name"],
            lists.cell(facts, "tasks", row, "due_on"),
            lists.cell(facts, "tasks", row, "done_on"),
            row["state"],
            lists.cell(facts, "tasks", row, "days_late", "天"),
        ]
        for row in lists.rows(facts, "tasks")
    ]
    return Table(
        name="任务清单",
        title="",
        columns=[
            Column("序号", 7),
            Column("类别", 14),
            Column("任务（问题）", 40, is_left=True),
            Column("责任单位", 20, is_left=True),
            Column("时限", 15),
            Column("完成日期", 15),
            Column("状态", 13),
            Column("逾期", 10),
        ],
        rows=rows,
        note="注：状态为期末状态；问题须有佐证材料方可销号。",
        printed=facts.template.listed,
        freeze=3,
    )


def _rate(facts: Facts) -> list[Part]:
    line = facts.line("POL-03")
    if line["value"] is None:
        return []
    return sentence(
        [f"{facts.kind.this}到期的试点任务、重点项目和目标任务", figure(line, "d", "项")],
        ["按期完成", figure(line, "n", "项")],
        *_of(facts, tasks_late="逾期后完成"),
        *told_rate(line, facts.wording),
    )


def _standing(facts: Facts) -> list[Part]:
    told = _of(facts, tasks_going="正在推进", tasks_overdue="逾期未完成")
    if not lists.counted(facts, "tasks_overdue"):
        told.append(["没有逾期未完成的任务"])
    return sentence([facts.at_end, *told[0]], *told[1:])


def _of(facts: Facts, **counts: str) -> list[list[Part]]:
    """`正在推进30项`, for each count that is not 0."""
    return [
        [word, lists.count(facts, name, "项")]
        for name, word in counts.items()
        if lists.counted(facts, name)
    ]


def _late(facts: Facts) -> list[Paragraph]:
    return [
        Paragraph(
            [
                f"{place}．{row['kind_name']}“{row['title']}”，责任单位：{row['unit_name']}，已逾期",
                lists.cell(facts, "tasks", row, "days_late", "天"),
                "。",
            ]
        )
        for place, row in enumerate(lists.counted(facts, "tasks_overdue")[:TOLD], 1)
    ]


def _brief(table: Table) -> Table:
    """The columns and rows that a slide has room for."""
    kept = (2, 3, 4, 6)
    return Table(
        name=table.name,
        title="",
        columns=[table.columns[place] for place in kept],
        rows=[[row[place] or NO_VALUE for place in kept] for row in table.rows[:6]],
    )
