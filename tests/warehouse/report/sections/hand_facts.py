"""Facts made by hand: lines and lists as the marts would give them, without a warehouse."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

import polars as pl

from warehouse.access.scope import Scope
from warehouse.periods import period_of
from warehouse.report.document import Paragraph
from warehouse.report.facts import Facts
from warehouse.report.kinds import KINDS
from warehouse.report.sections.section import Written
from warehouse.report.template import Template

Row = dict[str, Any]
STARTS = {
    "weekly": date(2026, 3, 23),
    "monthly": date(2026, 3, 1),
    "quarterly": date(2026, 1, 1),
    "half-yearly": date(2026, 1, 1),
    "annual": date(2025, 1, 1),
}
PLACE = "990199000000"


def hand_facts(
    kind: str,
    *,
    lines: Mapping[str, Row] | None = None,
    below: Mapping[str, Mapping[str, Row]] | None = None,
    lists: Mapping[str, Sequence[Row]] | None = None,
    template: Template | None = None,
    known: Mapping[str, Any] | None = None,
) -> Facts:
    """Facts of 示例区 in the last week or month of March 2026, the first quarter or half, or 2025.

    Args:
        kind: Name of the kind.
        lines: Main table by indicator code; see `line`.
        below: The same of the places below, by code.
        lists: Lists of `warehouse.report.lists`; those left out are empty.
        template: The site's; the product's unless given.
        known: What else is read from the marts, by the name that `Facts` gives it.
    """
    of_kind = KINDS[kind].of(STARTS[kind])
    period = period_of(of_kind.period_type, STARTS[kind])
    scope = Scope("20260401T000000-0000")
    facts = Facts(scope, of_kind, PLACE, period, template or Template())
    facts.__dict__.update(
        lines=dict(lines or {"OPS-01": line("OPS-01", kind=kind)}),
        below={code: dict(rows) for code, rows in (below or {}).items()},
        cut=datetime(2026, 4, 1),
        child_word="街道",
    )
    facts.__dict__.update(known or {})
    facts.read_lists = {name: pl.DataFrame(rows) for name, rows in (lists or {}).items()}
    return facts


def line(
    code: str,
    value: float | None = None,
    *,
    kind: str = "quarterly",
    area: tuple[str, str] = (PLACE, "示例区"),
    unit: str = "%",
    **more: Any,
) -> Row:
    """A row of `mart_report_lines`; what is not given is missing, normal, and not small."""
    return {
        "indicator_code": code,
        "indicator_name": code,
        "area_code": area[0],
        "area_name": area[1],
        "level": "district",
        "period_type": KINDS[kind].period_type,
        "period_start": STARTS[kind],
        "is_complete": True,
        "unit": unit,
        "better": "higher",
        "value": value,
        "numerator": None,
        "denominator": None,
        "previous_value": None,
        "previous_numerator": None,
        "previous_denominator": None,
        "last_year_value": None,
        "last_year_denominator": None,
        "target": None,
        "status": "none",
        "is_small_sample": False,
        "is_over_100": False,
        "is_late": False,
        "is_kept": True,
        "break_note": None,
        "is_begun": True,
    } | more


def prose(written: Written | None) -> str:
    """The paragraphs of a section, one a line."""
    assert written is not None
    return "\n".join(block.text for block in written.body if isinstance(block, Paragraph))
