"""口径说明: what every number of a report means, the two counts it is made of, and its 溯源码.

On paper these are entries set small, as the explanations of a statistical bulletin are: in a
table their long texts would need twice the pages. The workbook has them as a table.
"""

from __future__ import annotations

from itertools import groupby

from warehouse.report.document import Block, Column, Entry, Paragraph, Part, Table
from warehouse.report.facts import Facts, Row
from warehouse.report.figures import figure
from warehouse.report.words import NO_VALUE
from warehouse.trace_code import Number, encode

_HOW_TO = "在“数字溯源”页输入溯源码，可以看到该数字的口径、分子分母和逐条来源"


def explanations(facts: Facts) -> list[Block]:
    """An entry for each line, under the names of the groups that the lines stand in."""
    blocks: list[Block] = [Entry("说明", [f"各指标名称后为溯源码。{_HOW_TO}。"])]
    for group, lines in groupby(facts.printed_lines.values(), lambda line: str(line["section"])):
        blocks.append(Paragraph([group], 3))
        blocks += [_entry(facts, line) for line in lines]
    return blocks


def definitions(facts: Facts) -> Table:
    """The same with a column for each thing that is said."""
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
            Column("目标依据", 20, is_left=True),
            Column("溯源码", 24, is_left=True),
        ],
        rows=[_row(facts, line) for line in facts.printed_lines.values()],
        note=f"注：{_HOW_TO}。",
    )


def _entry(facts: Facts, line: Row) -> Entry:
    """`按期结案率　OPS-08.…　①…。分子按期结案数1031，分母应结案数1100。依据：…。`."""
    basis = f"依据：{line['basis']}" if line["basis"] else ""
    aim = f"目标依据：{line['target_basis']}" if line["target_basis"] else ""
    told = "；".join(filter(None, (basis, aim)))
    # The code first: there no line breaks it.
    parts = [f"{_code(facts, line)}　{line['definition']}", *_counts(line)]
    return Entry(line["indicator_name"], [*parts, f"{told}。"] if told else parts)


def _counts(line: Row) -> list[Part]:
    """What is divided by what, of a rate."""
    if not line["denominator_name"]:
        return []
    counted = [figure(line, part, "") for part in ("n", "d")]
    over, under = ["" if count == NO_VALUE else count for count in counted]
    names = line["numerator_name"], line["denominator_name"]
    return [f"分子{names[0]}", over, f"，分母{names[1]}", under, "。"]


def _row(facts: Facts, line: Row) -> list[Part]:
    return [
        line["indicator_name"],
        line["definition"],
        line["numerator_name"] or NO_VALUE,
        figure(line, "n", ""),
        line["denominator_name"] or NO_VALUE,
        figure(line, "d", ""),
        line["basis"] or NO_VALUE,
        line["target_basis"] or NO_VALUE,
        _code(facts, line),
    ]


def _code(facts: Facts, line: Row) -> str:
    place, kind = line["area_code"], line["period_type"]
    number = Number(line["indicator_code"], place, kind, line["period_start"])
    return encode(number, facts.scope.version)
