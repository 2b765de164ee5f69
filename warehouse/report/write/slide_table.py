"""A real table on a slide: as many rows as can be read, in letters that can be read."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Any, NamedTuple

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt

from warehouse.report.document import Figure, Part, Table, words_of
from warehouse.report.write.look import INK, INK_2, INK_3, LINE, STATUS
from warehouse.report.write.slide_master import Box
from warehouse.report.write.slide_text import font
from warehouse.report.write.text_width import lines_needed, widest

#: Largest first; the last only where a table has very many columns.
SIZES = (20, 18, 16, 14, 12)
_PADDING = 0.1
#: A column is a little wider than its words: programs do not agree on the width of a letter.
_SLACK = 0.07
_LINE = 1.25
_ABOVE, _CLOSE, _TIGHT = 0.08, 0.055, 0.035
_MOST_AIR = 1.5
#: No grid, no bands: hairlines are drawn below.
_PLAIN_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"


class Fit(NamedTuple):
    """How a table fits a box: size of letters; columns, rows and the air above words in inches."""

    size: int
    widths: list[float]
    heights: list[float]
    above: float

    @property
    def rows(self) -> int:
        """How many rows below the head are shown."""
        return len(self.heights) - 1


def natural_width(table: Table, size: int) -> float:
    """Width in inches at which no cell needs a second line."""
    return sum(_column_ems(table)) * size / 72 + (2 * _PADDING + _SLACK) * len(table.columns)


def fit(table: Table, box: Box) -> Fit:
    """The largest letters at which all rows stand in the box; else those that fit at 14 points."""
    for size, above in itertools.product(SIZES[:-1], (_ABOVE, _CLOSE)):
        found = _fit_at(table, box, size, above)
        if found.rows == len(table.rows) and natural_width(table, size) <= box.width:
            return _spread(found, box.height)
    # Text may wrap, heads and numbers may not.
    size = next((s for s in SIZES[-2:] if _least_width(table, s) <= box.width), SIZES[-1])
    return _fit_at(table, box, size, _TIGHT)


def _spread(fitted: Fit, height: float) -> Fit:
    """A short table with more air between its rows."""
    factor = min(_MOST_AIR, 0.8 * height / sum(fitted.heights))
    return fitted._replace(heights=[max(1, factor) * high for high in fitted.heights])


def _fit_at(table: Table, box: Box, size: int, above: float) -> Fit:
    widths = _widths(table, box.width, size)
    heads = [column.head for column in table.columns]
    heights = [_words_height(heads, widths, size) + 2 * above]
    for row in table.rows:
        height = _words_height([words_of(cell) for cell in row], widths, size) + 2 * above
        if sum(heights) + height > box.height:
            break
        heights.append(height)
    return Fit(size, widths, heights, above)


def _column_ems(table: Table) -> list[float]:
    return [
        max([widest(column.head), *(widest(words_of(row[place])) for row in table.rows)])
        for place, column in enumerate(table.columns)
    ]


def _least_width(table: Table, size: int) -> float:
    """Width with the text columns as narrow as eight characters."""
    wanted = zip(table.columns, _column_ems(table), strict=True)
    narrow = sum(min(width, 8) if column.is_left else width for column, width in wanted)
    return narrow * size / 72 + (2 * _PADDING + _SLACK) * len(table.columns)


def _widths(table: Table, width: float, size: int) -> list[float]:
    """Widths in inches: what the words need; text columns give way, or take what is left."""
    needed = [wide * size / 72 + 2 * _PADDING + _SLACK for wide in _column_ems(table)]
    spare = width - sum(needed)
    if spare >= 0:
        # What is left goes to all alike, so that numbers stand apart evenly.
        return [wide + spare / len(needed) for wide in needed]
    giving = [column.is_left for column in table.columns]
    room = sum(wide for wide, gives in zip(needed, giving, strict=True) if gives)
    least = 0.2 * room
    if room + spare < least or not room:
        return [wide * width / sum(needed) for wide in needed]
    share = (room + spare) / room
    return [wide * share if gives else wide for wide, gives in zip(needed, giving, strict=True)]


def _words_height(words: Sequence[str], widths: Sequence[float], size: int) -> float:
    rooms = ((width - 2 * _PADDING) * 72 / size for width in widths)
    # A cell that is exactly as wide as its words needs one line.
    lines = max(
        1 if widest(text) <= room + 0.01 else lines_needed(text, room)
        for text, room in zip(words, rooms, strict=True)
    )
    return lines * size * _LINE / 72


def put_table(slide: Any, table: Table, box: Box, fitted: Fit) -> Any:
    """Draw the rows that fit; returns the frame."""
    rows = [[column.head for column in table.columns], *table.rows[: fitted.rows]]
    place = box._replace(height=sum(fitted.heights))
    frame = slide.shapes.add_table(len(rows), len(table.columns), *place.emu)
    names = frame._element.nvGraphicFramePr.cNvPr
    names.set("name", table.title or table.name)
    names.set("descr", f"表格：{table.title or table.name}")
    drawn = frame.table
    drawn.horz_banding = False
    drawn._tbl.tblPr.find(qn("a:tableStyleId")).text = _PLAIN_STYLE
    for column, width in zip(drawn.columns, fitted.widths, strict=True):
        column.width = Inches(width)
    sides = _sides(table)
    for number, (row, height) in enumerate(zip(rows, fitted.heights, strict=True)):
        drawn.rows[number].height = Inches(height)
        for where, part in enumerate(row):
            cell = drawn.cell(number, where)
            _fill(cell, part, (fitted, sides[where]), is_head=number == 0)
            _line_below(cell, INK_2 if number == 0 else LINE)
    return frame


def _sides(table: Table) -> list[PP_ALIGN]:
    """Text to the left, numbers to the right, the rest centred."""
    return [
        PP_ALIGN.LEFT
        if column.is_left
        else PP_ALIGN.RIGHT
        if any(isinstance(row[place], Figure) for row in table.rows)
        else PP_ALIGN.CENTER
        for place, column in enumerate(table.columns)
    ]


def _fill(cell: Any, part: Part, manner: tuple[Fit, PP_ALIGN], *, is_head: bool) -> None:
    fitted, side = manner
    cell.margin_left = cell.margin_right = Inches(_PADDING)
    cell.margin_top = cell.margin_bottom = Inches(fitted.above)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    line = cell.text_frame.paragraphs[0]
    line.alignment = side
    line.line_spacing = Pt(fitted.size * _LINE)
    run = line.add_run()
    run.text = words_of(part)
    run._r.get_or_add_rPr().set("lang", "zh-CN")
    status = STATUS.get(run.text)
    font(run.font, fitted.size, INK_3 if is_head else status or INK, bold=is_head or bool(status))


def _line_below(cell: Any, colour: str) -> None:
    width = 19050 if colour != LINE else 9525
    properties = cell._tc.get_or_add_tcPr()
    line = (
        f'<a:lnB xmlns:a="{_A}" w="{width}"><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'
        "</a:lnB>"
    )
    properties.insert(0, parse_xml(line))
