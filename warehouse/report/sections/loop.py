"""闭环运行情况: filing, handling, rework, level of solution, call-backs; by place below."""

from __future__ import annotations

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
from warehouse.report.figures import Row, arrow, figure
from warehouse.report.phrases import furthest, named, paragraph, rate, sentence
from warehouse.report.sections.main_table import SMALL
from warehouse.report.sections.section import Written

#: Columns of the table of the places below.
BELOW = {
    "OPS-01": Column("上报量", 14),
    "OPS-08": Column("按期结案率", 17),
    "OPS-09": Column("返工率", 15),
    "OPS-14": Column("回访满意率", 17),
    "OPS-18": Column("超期未结", 14),
}


def loop(facts: Facts) -> Written:
    """The closed loop in sentences, then the places below in a table and a chart."""
    body: list[Block] = [
        *paragraph(
            rate_sentence(facts, "OPS-03", "立案", "按时立案"),
            rate_sentence(facts, "OPS-06", "应处置", "按期处置"),
            rate_sentence(facts, "OPS-09", "应结案件", "其中返工/没有返工"),
        ),
        *paragraph(
            rate_sentence(facts, "OPS-13", "已知解决层级的结案件", "在网格、社区（村）一级解决"),
            rate_sentence(facts, "OPS-14", "有效回访", "群众表示满意"),
        ),
    ] or [Paragraph([f"{facts.kind.this}无可说明的数据。"])]
    table, chart = below_table(facts), below_chart(facts, "OPS-08")
    slides = []
    if table:
        body.append(table)
    if chart:
        body.append(chart)
        slides.append(Slide(Paragraph(_ends(facts, "OPS-08")), chart))
    return Written(body, slides)


def rate_sentence(facts: Facts, code: str, whole: str, part: str, unit: str = "件") -> list[Part]:
    """`应处置120件，按期处置118件，按期处置率98.33%，环比提高0.42个百分点。`"""
    return sentence(*rate(facts.line(code), facts.wording, whole, part, unit))


def below_table(facts: Facts) -> Table | None:
    """The period at the places right below; None where there are none."""
    if not facts.below:
        return None
    rows: list[list[Part]] = []
    kept = [code for code in BELOW if any(row["is_kept"] for row in facts.below_of(code))]
    for lines in facts.below.values():
        shown = [lines[code] for code in kept]
        cells = [figure(row) for row in shown]
        is_small = any(row["is_small_sample"] for row in shown)
        name = f"{shown[0]['area_name']}{SMALL if is_small else ''}"
        rows.append([name, *cells, arrow(lines["OPS-08"], "p", facts.wording)])
    word = facts.child_word
    return Table(
        name=f"各{word}情况",
        title=f"各{word}{facts.kind.this}情况",
        columns=[
            Column(word, 24, is_left=True),
            *(BELOW[code] for code in kept),
            Column("按期结案率环比", 17),
        ],
        rows=rows,
        note=f"注：{SMALL}为有小样本比率的单位；超期未结为期末数；环比为百分点，分母不足"
        f"{facts.wording.small_base:g}件的不作比较。",
    )


def below_chart(facts: Facts, code: str) -> Chart | None:
    """One rate at the places below, the best first; None for fewer than two values or too many."""
    rows = [row for row in facts.below_of(code) if row["value"] is not None] if facts.below else []
    if not 2 <= len(rows) <= 30:
        return None
    rows.sort(key=lambda row: (-row["value"], row["area_code"]))
    points = [figure(row) for row in rows]
    name = rows[0]["indicator_name"]
    return Chart(
        name=f"各{facts.child_word}{name}",
        title=f"各{facts.child_word}{name}",
        kind="bar",
        categories=[row["area_name"] for row in rows],
        series=[Series(name, [p for p in points if isinstance(p, Figure)])],
        unit=rows[0]["unit"],
        takeaway=_takeaway(facts, rows),
    )


def _named(rows: list[Row]) -> tuple[list[Row], list[Row]] | None:
    """The best and the last place, without those whose sample is too small to be named."""
    fit = [row for row in rows if row["value"] is not None and not row["is_small_sample"]]
    if len(fit) < 2:
        return None
    return furthest(fit, lambda row: row["value"]), furthest(fit, lambda row: -row["value"])


def _takeaway(facts: Facts, rows: list[Row]) -> str:
    ends = _named(rows)
    if ends is None:
        return f"各{facts.child_word}样本偏少，不作高低比较。"
    best, last = ends
    if best == last:
        return f"各{facts.child_word}相同。"
    return f"{named(best)}最高，{named(last)}最低。"


def _ends(facts: Facts, code: str) -> list[Part]:
    rows = facts.below_of(code)
    name, ends = rows[0]["indicator_name"], _named(rows)
    if ends is None:
        return [f"各{facts.child_word}{name}样本偏少，不作高低比较"]
    best, last = ends
    if best == last:
        return [f"各{facts.child_word}{name}均为", figure(best[0])]
    first: list[Part] = [f"{name}最高的是{named(best)}（", figure(best[0])]
    return [*first, f"），最低的是{named(last)}（", figure(last[0]), "）"]
