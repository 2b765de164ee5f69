"""A sheet of the workbook: a table, or a chart beside its numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from warehouse.report.document import DEMO_WORDS, Chart, Column, Document, Table
from warehouse.report.write.excel_chart import native_chart
from warehouse.report.write.excel_grid import HEAD_ROW, LINE_HEIGHT, PADDING, write_grid
from warehouse.report.write.excel_style import Styles
from warehouse.report.write.text_width import lines_needed

#: Title, footer and notes are as wide as this many characters on paper, however narrow the table.
_NARROWEST_PAGE = 96
_CONTENTS = "internal:'说明'!A1"


def table_sheet(sheet: Any, report: Document, table: Table, styles: Styles) -> None:
    """Title, head, every row (not only the printed), note."""
    widths = write_grid(sheet, report, table.columns, table.rows, styles)
    _frame(sheet, report, table.title or table.name, styles)
    last_column = _page_width(widths)
    last = HEAD_ROW + len(table.rows)
    if table.rows:
        sheet.autofilter(HEAD_ROW, 0, last, len(table.columns) - 1)
    sheet.freeze_panes(HEAD_ROW + 1, table.freeze)
    last = _note(sheet, table.note, last + 1, (last_column, widths), styles)
    sheet.print_area(0, 0, last, last_column)


def chart_sheet(book: Any, sheet: Any, report: Document, chart: Chart, styles: Styles) -> None:
    """The numbers as a table, the chart to the right of it."""
    unit = f"（{chart.unit}）" if chart.unit else ""
    columns = [Column("项目", 30, is_left=True), *(Column(row.name + unit) for row in chart.series)]
    values = [row.figures for row in chart.series]
    rows = [[name, *found] for name, *found in zip(chart.categories, *values, strict=True)]
    widths = write_grid(sheet, report, columns, rows, styles)
    _frame(sheet, report, chart.title or chart.name, styles)
    sheet.freeze_panes(HEAD_ROW + 1, 0)
    drawn = native_chart(book, sheet.get_name(), chart)
    height = max(240, 26 * len(rows) * len(chart.series) + 90) if chart.kind == "bar" else 340
    # Names of many categories need room.
    width = max(720, 64 * len(rows)) if chart.kind != "bar" else 720
    drawn.set_size({"width": width, "height": height})
    place = (HEAD_ROW, len(columns) + 1)
    sheet.insert_chart(*place, drawn, {"description": chart.takeaway or chart.title})
    last_column = len(columns) + width // 60
    last = _note(
        sheet, chart.takeaway, HEAD_ROW + len(rows) + 1, (len(columns) - 1, widths), styles
    )
    sheet.print_area(0, 0, max(last, HEAD_ROW + height // 20 + 2), last_column)


def _frame(sheet: Any, report: Document, title: str, styles: Styles) -> None:
    """What stands above every table, and how the sheet is printed."""
    sheet.hide_gridlines(2)
    sheet.set_comments_author("")
    sheet.set_row(0, 24)
    sheet.write_string(0, 0, title, styles.title)
    sheet.write_string(1, 0, f"{report.title}　{report.subtitle}　{report.cut_words}", styles.below)
    if report.is_demo:
        sheet.write_string(2, 0, DEMO_WORDS, styles.demo)
    sheet.write_url(3, 0, _CONTENTS, styles.link, string="返回说明")
    set_print(sheet, report)
    sheet.repeat_rows(HEAD_ROW)


def set_print(sheet: Any, report: Document) -> None:
    """A4 across, as wide as one page, with the footer of the report on each."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.5, right=0.5, top=0.7, bottom=0.7)
    sheet.set_footer(f"&L&9{_plain(report.footer)}&R&9第&P页，共&N页")
    if report.is_demo:
        sheet.set_header(f"&R&9{_plain(DEMO_WORDS)}")


def _plain(text: str) -> str:
    """In heads and footers & begins a command."""
    return text.replace("&", "&&")


def _page_width(widths: Sequence[float]) -> int:
    """The last column of the page: of the table, or further right where it is narrow."""
    missing = _NARROWEST_PAGE - sum(widths)
    return len(widths) - 1 + max(0, round(missing / 9))


def _note(
    sheet: Any, note: str, row: int, page: tuple[int, Sequence[float]], styles: Styles
) -> int:
    """The note, as wide as the page; the last row that is used."""
    if not note:
        return row - 1
    last_column, widths = page
    width = sum(widths) + 9 * max(0, last_column + 1 - len(widths))
    sheet.set_row(row, LINE_HEIGHT * lines_needed(note, width / 2) + PADDING)
    if last_column:
        sheet.merge_range(row, 0, row, last_column, "", styles.note)
    sheet.write_string(row, 0, note, styles.note)
    return row
