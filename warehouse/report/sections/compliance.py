"""规范达标: grids and departments against the four dimensions of the standard."""

from __future__ import annotations

from warehouse.report import lists
from warehouse.report.document import (
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
from warehouse.report.figures import figure
from warehouse.report.phrases import (
    furthest,
    listed,
    named,
    paragraph,
    sentence,
    told_rate,
    without_stop,
)
from warehouse.report.sections.section import Written


def compliance(facts: Facts) -> Written | None:
    """The compliance rate and each dimension's; None where nothing was checked."""
    rows = lists.rows(facts, "checks")
    if not rows:
        return None
    told = _rate(facts)
    body: list[Block] = [*paragraph(told, _failed(facts)), _table(facts)]
    line = facts.line("POL-05")
    if not told:
        return Written(body)
    headline = sentence(*told_rate(line, facts.wording)[:2], end="") or without_stop(told)
    return Written(body, [Slide(Paragraph(headline), _chart(facts))])


def _rate(facts: Facts) -> list[Part]:
    line = facts.line("POL-05")
    if line["value"] is None:
        return []
    return sentence(
        [f"{facts.kind.this}共评价网格和部门", figure(line, "d", "次")],
        ["规范达标", figure(line, "n", "次")],
        *told_rate(line, facts.wording),
    )


def _failed(facts: Facts) -> list[Part]:
    """The dimensions that were failed, the most often failed first."""
    rows = [row for row in lists.rows(facts, "checks") if row["failed_count"]]
    if not rows:
        return ["各维度检查均已通过。"]
    rows.sort(key=lambda row: (-row["failed_count"], row["list_place"]))
    told = [
        [
            f"{row['unit_word']}“{row['dimension']}”（",
            lists.cell(facts, "checks", row, "failed_count", "次"),
            "）",
        ]
        for row in rows[:4]
    ]
    many = len(rows) > 1 and rows[0]["failed_count"] > rows[-1]["failed_count"]
    return sentence(["未通过较多的维度是" if many else "未通过的维度是", *listed(told)])


def _table(facts: Facts) -> Table:
    rows: list[list[Part]] = [
        [
            row["unit_word"],
            row["dimension"],
            lists.cell(facts, "checks", row, "checked_count"),
            lists.cell(facts, "checks", row, "passed_count"),
            lists.cell(facts, "checks", row, "failed_count"),
            lists.cell(facts, "checks", row, "pass_rate", "%"),
            lists.cell(facts, "checks", row, "previous_pass_rate", "%"),
        ]
        for row in lists.rows(facts, "checks")
    ]
    return Table(
        name="规范达标",
        title="规范达标分维度检查情况",
        columns=[
            Column("对象", 12),
            Column("维度", 20, is_left=True),
            Column("检查次数", 14),
            Column("通过", 12),
            Column("未通过", 12),
            Column("通过率", 14),
            Column(f"{facts.kind.before}通过率", 17),
        ],
        rows=rows,
        note="注：以季度为评价轮次，四个维度查齐且全部通过的为达标；抽查只代表被抽到的网格和部门。",
    )


def _chart(facts: Facts) -> Chart | None:
    rows = [row for row in lists.rows(facts, "checks") if row["unit_kind"] == "place"]
    if len(rows) < 2:
        return None
    points = [lists.cell(facts, "checks", row, "pass_rate", "%") for row in rows]
    worst = furthest(rows, lambda row: -row["pass_rate"])
    return Chart(
        name="网格规范达标图",
        title="网格各维度通过率",
        kind="column",
        categories=[row["dimension"] for row in rows],
        series=[Series("通过率", [p for p in points if isinstance(p, Figure)])],
        unit="%",
        takeaway="各维度通过率相同。"
        if worst == rows
        else f"{named(worst, 'dimension')}通过率最低。",
    )
