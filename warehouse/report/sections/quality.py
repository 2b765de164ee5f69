"""返工和群众评价: how much had to be done again, and how people rate what was done."""

from __future__ import annotations

from warehouse.report.chance import differ
from warehouse.report.document import Block, Column, Figure, Paragraph, Part, Slide, Table
from warehouse.report.facts import Facts
from warehouse.report.figures import Row, arrow, figure
from warehouse.report.phrases import listed, paragraph, sentence
from warehouse.report.sections.loop import rate_sentence
from warehouse.report.sections.main_table import SMALL
from warehouse.report.sections.section import Written
from warehouse.report.sources import of_line
from warehouse.report.words import NO_VALUE, number

#: How many units are named as highest or lowest.
NAMED = 3


def quality(facts: Facts) -> Written:
    """Rework and dissatisfaction of the whole, then of the places below."""
    body: list[Block] = [
        *paragraph(
            rate_sentence(facts, "OPS-09", "应结案件", "其中返工/没有返工"),
            _worse(facts, "OPS-09", "返工率显著高于{here}水平的"),
        ),
        *paragraph(
            rate_sentence(facts, "OPS-14", "有效回访", "群众表示满意"),
            _not_satisfied(facts),
            _worse(facts, "OPS-14", "回访满意率显著低于{here}水平的"),
        ),
    ] or [Paragraph([f"{facts.kind.this}没有返工和回访数据。"])]
    table = _table(facts)
    if table is None:
        return Written(body)
    return Written([*body, table], [Slide(Paragraph(_headline(facts)), table)])


def rest(row: Row, unit: str) -> Part:
    """What of the whole is not in the part: call-backs without satisfaction."""
    if row["numerator"] is None or row["denominator"] is None:
        return NO_VALUE
    value = row["denominator"] - row["numerator"]
    return Figure(f"{number(value)}{unit}", value, of_line(row, "r"), f'0"{unit}"')


def _not_satisfied(facts: Facts) -> list[Part]:
    line = facts.line("OPS-14")
    if line["value"] is None or line["numerator"] == line["denominator"]:
        return []
    return sentence(["未表示满意的", rest(line, "件")])


def _worse(facts: Facts, code: str, lead: str) -> list[Part]:
    """The units that are worse than the others for certain, the worst first."""
    line = facts.line(code)
    if line["value"] is None or not facts.below:
        return []
    known = [row for row in facts.below_of(code) if row["value"] is not None]
    if len(known) < 2:
        return []
    sign = -1 if line["better"] == "lower" else 1
    rows = [row for row in known if _is_worse(row, line, sign)]
    worse = lead.format(here=facts.here)
    if not rows:
        return [f"没有{worse}{facts.child_word}。"]
    rows.sort(key=lambda row: (sign * row["value"], row["area_code"]))
    named = [[row["area_name"], "（", figure(row), "）"] for row in rows[:NAMED]]
    return sentence([f"{worse}是", *listed(named)])


def _is_worse(row: Row, line: Row, sign: int) -> bool:
    """Whether a unit is worse than the rest of the whole, by more than chance."""
    if row["is_small_sample"] or sign * row["value"] >= sign * line["value"]:
        return False
    own = (row["numerator"], row["denominator"])
    rest_of_it = (line["numerator"] - own[0], line["denominator"] - own[1])
    return differ(*own, *rest_of_it)


def _headline(facts: Facts) -> list[Part]:
    rework, satisfied = facts.line("OPS-09"), facts.line("OPS-14")
    told: list[list[Part]] = [
        [row["indicator_name"], figure(row)]
        for row in (rework, satisfied)
        if row["value"] is not None
    ]
    return listed(told, between="；") if told else ["没有返工和回访数据"]


def _table(facts: Facts) -> Table | None:
    if not facts.below:
        return None
    rows: list[list[Part]] = []
    for lines in facts.below.values():
        rework, satisfied = lines["OPS-09"], lines["OPS-14"]
        is_small = rework["is_small_sample"] or satisfied["is_small_sample"]
        rows.append(
            [
                f"{rework['area_name']}{SMALL if is_small else ''}",
                figure(rework, "n", ""),
                figure(rework),
                arrow(rework, "p", facts.wording),
                figure(satisfied, "d", ""),
                rest(satisfied, ""),
                figure(satisfied),
                arrow(satisfied, "p", facts.wording),
            ]
        )
    word = facts.child_word
    return Table(
        name="返工和满意",
        title=f"各{word}返工和群众评价情况",
        columns=[
            Column(word, 20, is_left=True),
            Column("返工件数", 13),
            Column("返工率", 13),
            Column("环比", 12),
            Column("有效回访", 13),
            Column("未满意", 12),
            Column("满意率", 13),
            Column("环比", 12),
        ],
        rows=rows,
        note=f"注：环比为百分点，分母不足{facts.wording.small_base:g}件的不作比较；{SMALL}为小样本，"
        "不作评价；未满意含评价一般和不满意。",
    )
