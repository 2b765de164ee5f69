"""事件类别: what was reported, by class."""

from __future__ import annotations

from warehouse.report.document import Chart, Column, Figure, Part, Series, Table
from warehouse.report.facts import Facts, Row
from warehouse.report.figures import Before, arrow, figure
from warehouse.report.phrases import biggest_move, furthest, listed, named, sentence
from warehouse.report.sources import of_line
from warehouse.report.words import form_of, number, share_decimals, shares

#: Classes that a table names; the others are one row.
NAMED = 9


def leading_classes(facts: Facts) -> list[Part]:
    """`上报量居前的类别依次是：市容环境120件（占31.25%）、…。`; nothing where few say nothing."""
    rows = class_rows(facts)
    if len(rows) == 1:
        return [f"上报事件均为{rows[0]['class_name']}类。"]
    if sum(row["value"] for row in rows) < facts.wording.small_base:
        several = [[row["class_name"], figure(row)] for row in rows[:3] if row["value"] > 1]
        return sentence(["上报较多的类别是", *listed(several)]) if several else []
    share = _share_figures(facts)
    told = [
        [row["class_name"], figure(row), "（占", share[place], "）"]
        for place, row in enumerate(rows[:3])
    ]
    return sentence(["上报量居前的类别依次是：", *listed(told)])


def moved_class(facts: Facts, before: Before, then: str) -> list[Part]:
    """The class that moved most in the direction of the whole: the cause without places below.

    Args:
        facts: Of the report; its events are known now and then.
        before: Compared with which earlier value.
        then: What that period is called.
    """
    return biggest_move(class_rows(facts), facts.line("OPS-01"), before, then, "class_name")


def class_table(facts: Facts) -> Table | None:
    """类型, 本期, 占比, 上期, 环比, 去年同期, 同比; None without events."""
    rows = class_rows(facts)
    if not rows:
        return None
    share, wording = _share_figures(facts), facts.wording
    cells: list[list[Part]] = [
        [
            row["class_name"],
            figure(row),
            share[place],
            figure(row, "p"),
            arrow(row, "p", wording),
            figure(row, "y"),
            arrow(row, "y", wording),
        ]
        for place, row in enumerate(rows)
    ]
    kind = facts.kind
    return Table(
        name="事件类别",
        title="网格事件类别",
        columns=[
            Column("类别", 24, is_left=True),
            Column(kind.this, 14),
            Column("占比", 14),
            Column(kind.before, 14),
            Column("环比", 14),
            Column(kind.year_before, 14),
            Column("同比", 14),
        ],
        rows=cells,
        note="注：占比按最大余数法取舍，合计为100%。",
    )


def class_chart(facts: Facts) -> Chart | None:
    """The most frequent classes as lying bars."""
    rows = class_rows(facts)[:NAMED]
    if len(rows) < 2:
        return None
    points = [figure(row) for row in rows]
    return Chart(
        name="事件类别图",
        title="网格事件类别分布",
        kind="bar",
        categories=[row["class_name"] for row in rows],
        series=[Series("上报量", [p if isinstance(p, Figure) else None for p in points])],
        unit="件",
        takeaway=f"{named(furthest(rows, lambda row: row['value']), 'class_name')}最多。",
    )


def class_rows(facts: Facts) -> list[Row]:
    """The classes of the period as rows for figures; the mart's own order."""
    return [
        row | {"source_prefix": f"class-{row['class_place']}-"}
        for row in facts.classes
        if row["value"]
    ]


def _share_figures(facts: Facts) -> list[Figure]:
    rows = class_rows(facts)
    counts = [row["value"] for row in rows]
    rounded, decimals = shares(counts), share_decimals(counts)
    return [
        Figure(f"{number(share, decimals)}%", share, of_line(row, "s"), form_of("%", decimals))
        for row, share in zip(rows, rounded, strict=True)
    ]
