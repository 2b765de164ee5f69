"""Write a report as a workbook: a sheet per table and chart, every number with its 溯源码.

The 溯源码 stands in the cell's comment. A missing value is an empty cell or a dash, never 0.
"""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from typing import Any

import xlsxwriter

from warehouse.report.document import Chart, Document, Table
from warehouse.report.write.excel_contents import NAME, write_contents
from warehouse.report.write.excel_sheet import chart_sheet, table_sheet
from warehouse.report.write.excel_style import Styles
from warehouse.report.write.look import FONT
from warehouse.report.write.same_bytes import seal_zip

_LONGEST_NAME = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")


def write_excel(report: Document, path: Path) -> None:
    """Write the workbook; the same report gives the same bytes."""
    sheets = _sheets(report)
    written = BytesIO()
    with xlsxwriter.Workbook(written, _options()) as book:
        book.set_properties(
            {
                "title": f"{report.title}（{report.subtitle}）",
                "comments": report.about,
            }
        )
        styles = Styles(book)
        write_contents(book.add_worksheet(NAME), report, sheets, styles)
        for name, block in sheets.items():
            sheet = book.add_worksheet(name)
            if isinstance(block, Table):
                table_sheet(sheet, report, block, styles)
            else:
                chart_sheet(book, sheet, report, block, styles)
    path.write_bytes(seal_zip(written.getvalue(), report.cut))


def _sheets(report: Document) -> dict[str, Table | Chart]:
    """Name of the sheet → what stands on it: as on paper, for the meeting alone, definitions."""
    blocks = [block for block in report.blocks if isinstance(block, Table | Chart)]
    on_paper = {block.name for block in blocks}
    shown = (slide.shows for slide in report.slides if slide.shows is not None)
    blocks += {block.name: block for block in shown if block.name not in on_paper}.values()
    blocks.append(report.definitions)
    named: dict[str, Table | Chart] = {}
    for block in blocks:
        named[_free_name(block.name, {NAME, *named})] = block
    return named


def _free_name(name: str, taken: set[str]) -> str:
    """The name as Excel takes it, with a number if another sheet has it already."""
    plain = _FORBIDDEN.sub("·", name).strip("' ")[:_LONGEST_NAME] or "表"
    lowered = {other.lower() for other in taken}
    tried, number = plain, 2
    while tried.lower() in lowered:
        tail = f"（{number}）"
        tried, number = plain[: _LONGEST_NAME - len(tail)] + tail, number + 1
    return tried


def _options() -> dict[str, Any]:
    """How the workbook is written; made anew each time, because the library writes into it."""
    return {
        "in_memory": True,
        # Text that begins with = stays text, and an address stays what it is.
        "strings_to_formulas": False,
        "strings_to_urls": False,
        # Without a scheme, or the font of the program's theme takes the place of this one.
        "default_format_properties": {"font_name": FONT, "font_size": 10, "font_scheme": False},
    }
