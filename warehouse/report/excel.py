"""Write the tables of a report as a workbook of plain numbers."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import xlsxwriter

from warehouse.report.content import DEMO_WORDS, Document, Table

#: Rows above the head: title, period and cut, mark, one empty.
HEAD_ROW = 4


def write_excel(report: Document, path: Path) -> Path:
    """Write a sheet per table; a missing value is an empty cell, never 0."""
    with xlsxwriter.Workbook(str(path)) as book:
        book.set_properties({"title": report.title, "comments": f"数据版本 {report.version}"})
        styles = {
            "title": book.add_format({"bold": True, "font_size": 14}),
            "mark": book.add_format({"bold": True, "font_color": "#9A5B00"}),
            "head": book.add_format({"bold": True, "border": 1, "bg_color": "#EBEFF3"}),
            "text": book.add_format({"border": 1, "valign": "vcenter"}),
            "long": book.add_format({"border": 1, "valign": "vcenter", "text_wrap": True}),
            "whole": book.add_format({"border": 1, "num_format": "#,##0"}),
            "part": book.add_format({"border": 1, "num_format": "#,##0.00"}),
            "moment": book.add_format({"border": 1, "num_format": "yyyy-mm-dd hh:mm"}),
        }
        for name, table in report.sheets.items():
            _sheet(book.add_worksheet(name), report, table, styles)
    return path


def _sheet(sheet: Any, report: Document, table: Table, styles: dict[str, Any]) -> None:
    sheet.write(0, 0, f"{report.title} · {table.title}".rstrip("· "), styles["title"])
    sheet.write(1, 0, f"{report.subtitle} · {report.facts} · 数据版本 {report.version}")
    if report.is_demo:
        sheet.write(2, 0, DEMO_WORDS, styles["mark"])
    for column, name in enumerate(table.columns):
        sheet.write(HEAD_ROW, column, name, styles["head"])
        sheet.set_column(column, column, _width(name, [row[column] for row in table.values]))
    for place, row in enumerate(table.values, HEAD_ROW + 1):
        for column, value in enumerate(row):
            _cell(sheet, (place, column), value, styles)
    if table.note:
        sheet.write(HEAD_ROW + 2 + len(table.values), 0, table.note)
    sheet.freeze_panes(HEAD_ROW + 1, 0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(HEAD_ROW)


def _cell(sheet: Any, where: tuple[int, int], value: Any, styles: dict[str, Any]) -> None:
    if value is None:
        sheet.write_blank(*where, None, styles["text"])
    elif isinstance(value, datetime):
        sheet.write_datetime(*where, value, styles["moment"])
    elif isinstance(value, int | float):
        kind = "whole" if float(value).is_integer() else "part"
        sheet.write_number(*where, value, styles[kind])
    else:
        sheet.write_string(*where, value, styles["long" if len(value) > 24 else "text"])


def _width(name: str, values: list[Any]) -> float:
    """Width in characters; a Chinese one takes two."""
    longest = max([len(name), *(len(value) for value in values if isinstance(value, str))])
    return min(52, max(10, 2.1 * longest))
