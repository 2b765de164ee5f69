"""主要指标表 and 口径说明: every line of a report with its comparisons, target and definition."""

from __future__ import annotations

from collections.abc import Collection

from warehouse.report.document import Column, Part, Table
from warehouse.report.facts import Facts, Row
from warehouse.report.figures import arrow, figure, target
from warehouse.report.words import NO_VALUE, STATUS_WORDS
from warehouse.trace_code import Number, encode

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
        rows.append(
            [
                name_of(line),
                figure(line),
                *_earlier(facts, line),
                target(line),
                STATUS_WORDS[line["status"]],
            ]
        )
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


def definitions(facts: Facts) -> Table:
    """口径说明: what each number means, the two counts it is made of, and its 溯源码."""
    rows: list[list[Part]] = []
    for line in facts.printed_lines.values():
        number = Number(
            line["indicator_code"], line["area_code"], line["period_type"], line["period_start"]
        )
        rows.append(
            [
                line["indicator_name"],
                line["definition"],
                line["numerator_name"] or NO_VALUE,
                figure(line, "n", ""),
                line["denominator_name"] or NO_VALUE,
                figure(line, "d", ""),
                "；".join(part for part in (line["basis"], line["target_basis"]) if part),
                encode(number, facts.scope.version),
            ]
        )
    return Table(
        name="口径说明",
        title="",
        columns=[
            Column("指标", 18, is_left=True),
            Column("口径", 50, is_left=True),
            Column("分子", 14, is_left=True),
            Column("分子数", 10),
            Column("分母", 14, is_left=True),
            Column("分母数", 10),
            Column("依据", 20, is_left=True),
            Column("溯源码", 24, is_left=True),
        ],
        rows=rows,
        note="注：在“数字溯源”页输入溯源码，可以看到该数字的口径、分子分母和逐条来源。",
    )


def name_of(line: Row) -> str:
    """The indicator's name, marked where its sample is small."""
    return f"{line['indicator_name']}{SMALL if line['is_small_sample'] else ''}"
