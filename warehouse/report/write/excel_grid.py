"""The cells of a sheet: heads, figures with their marks, text; how wide and how high they are."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from xlsxwriter.utility import xl_range

from warehouse.report.document import Column, Document, Figure, Part, words_of
from warehouse.report.write.excel_style import Styles
from warehouse.report.write.look import FONT
from warehouse.report.write.text_width import ems, lines_needed

#: Row of the column heads; above it title, period and cut, demo mark, way back to the contents.
HEAD_ROW = 4
LINE_HEIGHT, PADDING = 15, 5
_NARROWEST, _WIDEST = 9, 50


def write_grid(
    sheet: Any,
    report: Document,
    columns: Sequence[Column],
    rows: Sequence[Sequence[Part | None]],
    styles: Styles,
) -> list[float]:
    """Head and cells; the width of each column, in characters."""
    numeric = [any(_is_number(row[place]) for row in rows) for place in range(len(columns))]
    sheet.set_row(HEAD_ROW, LINE_HEIGHT + 2 * PADDING)
    for place, column in enumerate(columns):
        sheet.write_string(HEAD_ROW, place, column.head, styles.head)
    sides = [
        "left" if column.is_left else "right" if is_numeric else "center"
        for column, is_numeric in zip(columns, numeric, strict=True)
    ]
    widths = _widths(columns, rows)
    for place, width in enumerate(widths):
        sheet.set_column(place, place, width)
    for number, row in enumerate(rows, HEAD_ROW + 1):
        sheet.set_row(number, _row_height(row, widths))
        for place, cell in enumerate(row):
            _write_cell(sheet, (number, place), cell, (sides[place], report.version), styles)
    # Serial numbers are text: they are not counted, and no office program should warn of it.
    sheet.ignore_errors({"number_stored_as_text": xl_range(0, 0, HEAD_ROW + len(rows), 99)})
    return widths


def _row_height(row: Sequence[Part | None], widths: Sequence[float]) -> float:
    """Height in points: as many lines as the longest text takes."""
    lines = (
        lines_needed(cell, width / 2)
        for cell, width in zip(row, widths, strict=True)
        if isinstance(cell, str) and 2 * ems(cell) > width
    )
    return PADDING + LINE_HEIGHT * max(lines, default=1)


def _is_number(cell: Part | None) -> bool:
    return isinstance(cell, Figure) and isinstance(cell.value, int | float)


def _write_cell(
    sheet: Any,
    where: tuple[int, int],
    cell: Part | None,
    manner: tuple[str, str],
    styles: Styles,
) -> None:
    """A figure with its mark in the comment; text as text, whatever it begins with."""
    side, version = manner
    if cell is None:
        sheet.write_blank(*where, None, styles.cell(align=side))
        return
    if isinstance(cell, str):
        wrap = styles.cell(align=side, text_wrap=True, **styles.status(cell))
        sheet.write_string(*where, cell, wrap)
        return
    style = styles.cell(align=side, num_format=cell.form)
    if isinstance(cell.value, str):
        sheet.write_string(*where, cell.value, style)
    elif isinstance(cell.value, datetime | date):
        sheet.write_datetime(*where, cell.value, style)
    else:
        sheet.write_number(*where, cell.value, style)
    sheet.write_comment(
        *where, cell.source.mark(version), {"width": 330, "height": 22, "font_name": FONT}
    )


def _widths(columns: Sequence[Column], rows: Sequence[Sequence[Part | None]]) -> list[float]:
    """Width of each column in characters: figures stay on one line, long text wraps."""
    widths: list[float] = []
    for place, column in enumerate(columns):
        cells = [row[place] for row in rows]
        whole = [words_of(cell) for cell in cells if cell is not None and _is_whole(cell)]
        longest = max((ems(cell) for cell in cells if isinstance(cell, str)), default=0.0)
        # The arrow of the filter takes the room of two characters.
        least = max(_NARROWEST, 2 * ems(column.head) + 4, *(2 * ems(words) + 2 for words in whole))
        # A column that is wide on paper is wide here.
        most = min(_WIDEST, column.width + 8)
        widths.append(max(least, min(most, 2 * longest + 3)))
    return widths


def _is_whole(cell: Part) -> bool:
    """Whether it must stay on one line: figures and codes."""
    return isinstance(cell, Figure) or cell.isascii()
