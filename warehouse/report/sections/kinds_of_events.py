"""事件类别和热点问题: the classes of a longer period, with what moved."""

from __future__ import annotations

from warehouse.report.document import Block, Paragraph, Part, Slide
from warehouse.report.facts import Facts
from warehouse.report.figures import figure, is_comparable
from warehouse.report.phrases import compared, listed, paragraph, sentence
from warehouse.report.sections.classes import (
    class_chart,
    class_rows,
    class_table,
    leading_classes,
)
from warehouse.report.sections.section import Written

#: How many hot topics are told.
TOPICS = 3


def kinds_of_events(facts: Facts) -> Written | None:
    """The classes as a table and a chart, and the hot topics among them."""
    table, chart = class_table(facts), class_chart(facts)
    if table is None:
        return None
    leading = leading_classes(facts)
    body: list[Block] = [*paragraph(leading), *paragraph(_topics(facts)), table]
    if chart is None:
        return Written(body)
    return Written([*body, chart], [Slide(Paragraph(leading), chart)])


def _topics(facts: Facts) -> list[Part]:
    """The classes that grew most in number, with how they compare."""
    grown = [
        row
        for row in class_rows(facts)
        if is_comparable(row, "p") and row["value"] > row["previous_value"]
    ]
    grown.sort(key=lambda row: (row["previous_value"] - row["value"], row["class_place"]))
    if not grown:
        return []
    topics = [
        sentence([row["class_name"], figure(row)], *compared(row, facts.wording), end="")
        for row in grown[:TOPICS]
    ]
    told = listed(topics, between="；")
    return ["增量较大的热点类别：", *(part for part in told if part), "。"]
