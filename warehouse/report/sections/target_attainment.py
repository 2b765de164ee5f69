"""目标完成情况: every target with what was reached, and how many more it takes."""

from __future__ import annotations

from typing import Any

from warehouse.report import lists
from warehouse.report.document import Block, Column, Paragraph, Part, Slide, Table
from warehouse.report.facts import Facts
from warehouse.report.figures import figure, goal, target
from warehouse.report.phrases import listed, paragraph, sentence, without_stop
from warehouse.report.sections.section import Written
from warehouse.report.words import NO_VALUE

#: Shares of places or grids: what is short of the target can be counted on the fingers.
OF_PLACES = frozenset(
    {"SLF-01", "SLF-02", "SLF-03", "SLF-04", "SLF-05", "LAW-15", "LAW-16A", "LAW-16B", "LAW-24"}
    | {"MOR-01", "SMT-01"}
)
Row = dict[str, Any]


def target_attainment(facts: Facts) -> Written | None:
    """Targets of documents and the reference ones; None without any."""
    # Not those of indicators that places of this level do not have.
    rows = [row for row in lists.rows(facts, "targets") if _is_own(facts, row)]
    if not rows:
        return None
    table = _table(facts, rows)
    body: list[Block] = [
        *paragraph(_summary(facts)),
        *paragraph(_short(facts)),
        *paragraph(_silent(facts)),
        table,
    ]
    return Written(body, [Slide(Paragraph(without_stop(_summary(facts))), _brief(facts))])


def _is_own(facts: Facts, row: Row) -> bool:
    return row["value"] is not None or row["indicator_code"] in facts.printed_lines


def _summary(facts: Facts) -> list[Part]:
    if not lists.counted(facts, "targets_told"):
        return [f"{facts.kind.this}设有目标的指标均无数据。"]
    return sentence(
        [f"设有目标且{facts.kind.this}有数据的指标", lists.count(facts, "targets_told", "项")],
        ["达到目标", lists.count(facts, "targets_reached", "项")],
        ["未达到目标", lists.count(facts, "targets_short", "项")],
    )


def _short(facts: Facts) -> list[Part]:
    """What is not reached, and by how many units."""
    rows = lists.counted(facts, "targets_short")
    if not rows:
        return []
    told: list[list[Part]] = []
    for row in rows:
        parts: list[Part] = [row["indicator_name"], figure(row), "（目标", *goal(row)]
        if _lacks_places(row):
            parts += ["，还差", lists.cell(facts, "targets", row, "short_count", "个")]
        told.append([*parts, "）"])
    return ["未达到目标的是：", *listed(told, between="；"), "。"]


def _lacks_places(row: Row) -> bool:
    return row["is_reached"] is False and row["indicator_code"] in OF_PLACES


def _silent(facts: Facts) -> list[Part]:
    rows = [row for row in lists.counted(facts, "targets_silent") if _is_own(facts, row)]
    if not rows:
        return []
    names = "、".join(row["indicator_name"] for row in rows)
    return [f"下列指标设有目标，{facts.kind.this}没有可计算的数据，不作判断：{names}。"]


def _table(facts: Facts, rows: list[Row]) -> Table:
    cells: list[list[Part]] = [
        [
            row["indicator_name"],
            target(row),
            figure(row),
            _counts(row, "n"),
            _counts(row, "d"),
            _state(row),
            _missing(facts, row),
            row["target_basis"] if row["is_documented"] else "参考值",
        ]
        for row in rows
    ]
    return Table(
        name="目标完成",
        title="目标完成情况",
        columns=[
            Column("指标", 27, is_left=True),
            Column("目标", 14),
            Column("完成", 16),
            Column("分子", 15),
            Column("分母", 15),
            Column("是否达到", 12),
            Column("还差", 10),
            Column("目标依据", 30, is_left=True),
        ],
        rows=cells,
        note="注：文件提出的目标在前，参考值在后；“还差”为覆盖类指标达到目标至少还需的个数；"
        f"“{NO_VALUE}”为没有数据或不适用。",
    )


def _counts(row: Row, part: str) -> Part:
    return figure(row, part, "")


def _state(row: Row) -> str:
    return {True: "达到", False: "未达到", None: NO_VALUE}[row["is_reached"]]


def _brief(facts: Facts) -> Table:
    """What is not reached, for a slide; what is reached where nothing is missed."""
    rows = lists.counted(facts, "targets_short") or lists.counted(facts, "targets_reached")
    cells: list[list[Part]] = [
        [row["indicator_name"], target(row), figure(row), _missing(facts, row)] for row in rows[:8]
    ]
    return Table(
        name="目标",
        title="",
        columns=[
            Column("指标", 34, is_left=True),
            Column("目标", 14),
            Column("完成", 14),
            Column("还差", 12),
        ],
        rows=cells,
    )


def _missing(facts: Facts, row: Row) -> Part:
    """How many places are short of the target; a dash where that says nothing."""
    return (
        lists.cell(facts, "targets", row, "short_count", "个") if _lacks_places(row) else NO_VALUE
    )
