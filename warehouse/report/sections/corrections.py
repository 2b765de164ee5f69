"""数据更正: numbers of sealed editions that the warehouse knows better today."""

from __future__ import annotations

from warehouse.report.document import Paragraph
from warehouse.report.facts import Facts
from warehouse.report.sections.section import Written


def corrections(facts: Facts) -> Written | None:
    """One sentence per corrected number; None without any."""
    if not facts.corrections:
        return None
    lead = Paragraph(["已定稿通报中的下列数字，按目前数据更正如下："])
    return Written(
        [
            lead,
            *(
                Paragraph([f"{place}．", *correction.parts])
                for place, correction in enumerate(facts.corrections, 1)
            ),
        ]
    )
