"""主要指标表: every line of a report with its comparisons and target."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from warehouse.report.document import Column, Part, Table, words_of
from warehouse.report.facts import Facts, Row
from warehouse.report.figures import arrow, figure, target
from warehouse.report.words import NO_VALUE, STATUS_WORDS

#: What the first slide shows.
KEY_LINES = (
    "OPS-01",
    "OPS-08",
    "OPS-09",
    "OPS-14",
    "OPS-18",
    "LAW-18",
    "LAW-01",
    "LAW-19",
    "LAW-09",
)
#: What the first table shows; every line stands in the annex.
MAIN_LINES = (
    *KEY_LINES, "OPS-03", "OPS-06", "OPS-07", "OPS-13", "LAW-08", "LAW-11", "MOR-09", "MOR-03",
)  # fmt: skip
SMALL = "*"
#: Signs of a number with its unit that fit into one of so many columns.
_FITTING = 7


def main_table(facts: Facts, only: Collection[str] | None = None) -> Table:
    """指标, 本周, 上周, 环比, 去年同期, 同比, 目标, 状态.

    Args:
        facts: Of the report.
        only: Codes of the lines; all, unless given.
    """
    rows: list[list[Part]] = []
    for code, line in facts.printed_lines.items():
        if only is not None and code not in only:
            continue
        rows.append(_row(facts, line))
    base, named = f"{facts.wording.small_base:g}", "、".join(facts.kind.compared_by)
    name = "指标汇总" if only is None else "主要指标"
    return Table(
        name=name,
        title="" if only is None else name,
        columns=[
            Column("指标", 30, is_left=True),
            Column(facts.kind.this, 17),
            *_heads(facts),
            Column("目标", 13),
            Column("状态", 9),
        ],
        rows=rows,
        note=f"注：数量的{named}为百分比，基数不足{base}的为增减数；比率的为百分点，分母不足{base}的"
        f"不作比较；均按未取舍的数值计算，与表列数相减可能有尾差。“{NO_VALUE}”为没有可计算、可比较的数据"
        f"或未设目标；{SMALL}为小样本。",
    )


def _row(facts: Facts, line: Row) -> list[Part]:
    """A line; the unit of numbers that would be too long with it stands behind the name."""
    cells = [figure(line), *_earlier(facts, line), target(line)]
    name, unit = name_of(line), line["unit"]
    told = [words_of(cell) for cell in cells if words_of(cell).endswith(unit)]
    if any(len(words) > _FITTING for words in told):
        name, cells = f"{name}（{unit}）", [_without(cell, unit) for cell in cells]
    return [name, *cells, STATUS_WORDS[line["status"]]]


def _without(cell: Part, unit: str) -> Part:
    if isinstance(cell, str) or not cell.words.endswith(unit):
        return cell
    form = cell.form.replace(f'"{unit}"', "")
    return replace(cell, words=cell.words.removesuffix(unit), form=form)


def _earlier(facts: Facts, line: Row) -> list[Part]:
    """The values before and the changes; of a year, whose both are one, only once."""
    before = [figure(line, "p"), arrow(line, "p", facts.wording)]
    if facts.kind.period_type == "year":
        return before
    return [*before, figure(line, "y"), arrow(line, "y", facts.wording)]


def _heads(facts: Facts) -> list[Column]:
    kind = facts.kind
    heads = [Column(kind.before, 17), Column(kind.compared_by[0], 15)]
    if kind.period_type == "year":
        return heads
    return [*heads, Column(kind.year_before, 17), Column(kind.compared_by[1], 15)]


def name_of(line: Row) -> str:
    """The indicator's name, marked where its sample is small."""
    return f"{line['indicator_name']}{SMALL if line['is_small_sample'] else ''}"
