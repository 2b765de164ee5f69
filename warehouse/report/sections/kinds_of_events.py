"""事件类别和热点问题: the classes of a longer period, with what moved."""

from __future__ import annotations

from warehouse.report.document import Block, Paragraph, Part, Slide
from warehouse.report.facts import Facts
from warehouse.report.figures import figure, moved
from warehouse.report.phrases import (
    compared,
    is_steady,
    listed,
    paragraph,
    sentence,
    without_stop,
)
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
    leading, topics = leading_classes(facts), _topics(facts)
    body: list[Block] = [*paragraph(leading), *paragraph(topics), table]
    if chart is None:
        return Written(body)
    headline = without_stop(leading or topics) or ["各类事件上报量"]
    return Written([*body, chart], [Slide(Paragraph(headline), chart)])


def _topics(facts: Facts) -> list[Part]:
    """The classes that grew most in number, with how they compare."""
    changes = [(row, moved(row, "p", facts.wording)) for row in class_rows(facts)]
    grown = [
        row
        for row, change in changes
        if change is not None and change.size > 0 and not is_steady(change, facts.wording)
    ]
    grown.sort(key=lambda row: (row["previous_value"] - row["value"], row["class_place"]))
    if not grown:
        return []
    topics = [
        sentence([row["class_name"], figure(row)], *compared(row, facts.wording), end="")
        for row in grown[:TOPICS]
    ]
    told = listed(topics, between="；")
    return [f"较{facts.kind.before}增加较多的类别：", *(part for part in told if part), "。"]
