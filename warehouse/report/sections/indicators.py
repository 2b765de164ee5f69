"""主要指标: what is off target in sentences, the key lines as a table, all lines as an annex."""

from __future__ import annotations

from warehouse.report.document import Annex, Block, Paragraph, Slide
from warehouse.report.facts import Facts
from warehouse.report.phrases import paragraph
from warehouse.report.sections.main_table import KEY_LINES, MAIN_LINES, main_table
from warehouse.report.sections.overall import closing, headline, off_target, standing
from warehouse.report.sections.section import Written


def indicators(facts: Facts) -> Written:
    """How things run, for reports that are about something else first."""
    told = [*closing(facts), *standing(facts)]
    body: list[Block] = [
        *paragraph(told),
        *paragraph(off_target(facts)),
        main_table(facts, only=MAIN_LINES),
    ]
    slide = Slide(Paragraph(headline(facts)), main_table(facts, only=KEY_LINES))
    return Written(body, [slide], [Annex("指标汇总表", [main_table(facts)])])
