"""Tables on paper: as large as the page allows, heads on every page, rows never torn."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple
from xml.sax.saxutils import quoteattr

from warehouse.report.document import Figure, Part, Table, words_of
from warehouse.report.write.table_columns import (
    column_widths,
    is_kept_whole,
    pieces,
    table_size,
    unbroken,
)
from warehouse.report.write.text_width import ems, widest
from warehouse.report.write.word_xml import TWIPS, Marks, exactly, paragraph, sized

#: Height of a line as a share of its letters.
_LINE_SHARE = 1.35
#: Points of a cell that are not text, at both sides together.
_PADDING = 6
#: What a number may take more than is counted: stand-ins of the fonts are wider.
_SPARE = 1.1
#: Ems of a cell that is not broken: a name, a number with its unit.
_SHORT = 5.0
#: What rounding to whole twips loses.
_A_LITTLE = 0.1
#: Rows that stay with the note below them.
_TIED = 2
#: Word wants a paragraph after a table; it keeps the distance.
_BELOW = paragraph("TableNote", "", exactly(9))
_CAPITALS = re.compile("[A-Z]")
#: Ems that one of these may be broader than is counted.
_CAPITAL = 0.2
_CODE = re.compile(r"[!-~]{16,}")


class _Way(NamedTuple):
    """How a table is set: size of its letters and widths of its columns, in points."""

    size: float
    widths: list[float]

    @classmethod
    def of(cls, table: Table, width_mm: float) -> _Way:
        size = table_size(table, width_mm)
        widths = [width * size for width in column_widths(table, width_mm)]
        room = sum(widths)
        asked = ([need * size + _PADDING for need in least] for least in _least(table))
        met = next((least for least in asked if sum(least) <= room), widths)
        return cls(size, _raised(widths, met))


def _least(table: Table) -> Iterator[list[float]]:
    """Ems that each column should have at least, from much to little.

    All of its short cells on one line and its numbers in a broader stand-in of the font, or in
    the font itself; then the numbers alone.
    """
    heads = [column.head for column in table.columns]
    rows = [heads, *([words_of(cell) for cell in row] for row in table.rows_on_paper)]
    columns = list(zip(*rows, strict=True))
    numbers = [max(map(_unbroken, column)) for column in columns]
    short = [max((_whole(c) for c in column if ems(c) <= _SHORT), default=0) for column in columns]
    yield [max(_SPARE * number, whole) for number, whole in zip(numbers, short, strict=True)]
    yield [max(number, whole) for number, whole in zip(numbers, short, strict=True)]
    yield [_SPARE * number for number in numbers]
    yield numbers


def _unbroken(words: str) -> float:
    """Ems of what no line may break; capital letters are broader than digits."""
    return unbroken(words) + _CAPITAL * len(_CAPITALS.findall(words))


def _whole(words: str) -> float:
    """Ems that words need on one line: more where digits meet letters, programs part them."""
    return ems(words) + (0.5 if widest(words) > ems(words) else _A_LITTLE)


def _raised(widths: list[float], least: list[float]) -> list[float]:
    """Columns that are at least so wide, at the cost of those that have more than their least."""
    lacking = sum(max(0.0, need - width) for width, need in zip(widths, least, strict=True))
    spare = sum(max(0.0, width - need) for width, need in zip(widths, least, strict=True))
    share = lacking / spare if spare else 0.0
    return [
        max(need, width - max(0.0, width - need) * share)
        for width, need in zip(widths, least, strict=True)
    ]


class _Manner(NamedTuple):
    """How a row is set: the style of its cells, and whether it stays with the next row."""

    style: str
    stays: bool
    is_head: bool = False


def table_xml(table: Table, marks: Marks, width_mm: float) -> str:
    """The table with its title above and its note below."""
    how = _Way.of(table, width_mm)
    rows = table.rows_on_paper
    is_small = is_kept_whole(table, width_mm)
    sides = [_side(table, place, how) for place in range(len(table.columns))]
    heads = [(column.head, "") for column in table.columns]
    lines = [_row(heads, how, marks, _Manner("TableHead", stays=True, is_head=True))]
    for place, row in enumerate(rows):
        is_last = place == len(rows) - 1
        cells = [
            (_cut(cell, (width - _PADDING) / how.size), side.of(cell))
            for cell, side, width in zip(row, sides, how.widths, strict=True)
        ]
        # Two rows at least follow the head, and the note stands below two at least.
        is_tied = bool(table.note) and place >= len(rows) - _TIED
        stays = (is_small and not is_last) or place == 0 or is_tied
        lines.append(_row(cells, how, marks, _Manner("TableText", stays)))
    grid = "".join(f'<w:gridCol w:w="{width * TWIPS:.0f}"/>' for width in how.widths)
    title = paragraph("Caption", marks.runs([table.title])) if table.title else ""
    if table.note:
        lines.append(_note(table, how, marks))
    return (
        f"{title}<w:tbl>{_properties(table, how)}<w:tblGrid>{grid}</w:tblGrid>"
        f"{''.join(lines)}</w:tbl>{_BELOW}"
    )


def _note(table: Table, how: _Way, marks: Marks) -> str:
    """The note as a row without a frame: programs keep rows on one page, but not what follows."""
    nothing = "".join(f'<w:{side} w:val="nil"/>' for side in ("left", "bottom", "right"))
    return (
        "<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr>"
        f'<w:tcW w:w="{sum(how.widths) * TWIPS:.0f}" w:type="dxa"/>'
        f'<w:gridSpan w:val="{len(how.widths)}"/>'
        f'<w:tcBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="000000"/>{nothing}'
        "</w:tcBorders></w:tcPr>"
        f"{paragraph('TableNote', marks.runs([table.note]))}</w:tc></w:tr>"
    )


@dataclass(frozen=True)
class _Side:
    """On which side the cells of a column are set; numbers of one form end below each other."""

    align: str
    indent: float = 0.0

    def of(self, cell: Part) -> str:
        """Paragraph properties of a cell."""
        if self.align == "right" and not isinstance(cell, Figure):
            return ""
        ends = f'<w:ind w:right="{self.indent * TWIPS:.0f}"/>' if self.indent else ""
        return ends + (f'<w:jc w:val="{self.align}"/>' if self.align != "center" else "")


def _side(table: Table, place: int, how: _Way) -> _Side:
    if table.columns[place].is_left:
        return _Side("left")
    figures = [row[place] for row in table.rows_on_paper if isinstance(row[place], Figure)]
    numbers = [f for f in figures if isinstance(f, Figure) and isinstance(f.value, (int, float))]
    if len(numbers) < 2 or len(numbers) < len(figures) or len({f.form for f in numbers}) > 1:
        return _Side("center")
    widest = max(ems(figure.words) for figure in numbers) * how.size * _SPARE
    return _Side("right", max(0.0, (how.widths[place] - _PADDING - widest) / 2))


def _row(cells: Sequence[tuple[Part, str]], how: _Way, marks: Marks, manner: _Manner) -> str:
    """A row of cells, each with its own paragraph properties."""
    look = sized(how.size)
    keep = "<w:keepNext/>" if manner.stays else ""
    height = exactly(how.size * _LINE_SHARE)
    written = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width * TWIPS:.0f}" w:type="dxa"/><w:vAlign w:val="center"/>'
        f"</w:tcPr>{paragraph(manner.style, marks.runs([cell], look), keep + height + side)}</w:tc>"
        for (cell, side), width in zip(cells, how.widths, strict=True)
    )
    head = "<w:tblHeader/>" if manner.is_head else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{written}</w:tr>"


def _cut(cell: Part, room: float) -> Part:
    """A long code in lines that end behind its dots, for a column of so many ems.

    Word would break it anywhere, and nobody could type it in again.
    """
    if isinstance(cell, Figure) or not _CODE.fullmatch(cell) or ems(cell) <= room:
        return cell
    first, *others = pieces(cell)
    lines = [first]
    for piece in others:
        # A sign and its number stay together: OPS-08.
        if lines[-1].endswith("-") or ems(lines[-1] + piece) <= room:
            lines[-1] += piece
        else:
            lines.append(piece)
    return "\n".join(lines)


def _properties(table: Table, how: _Way) -> str:
    """A frame of 1 point, lines of half a point, little room beside the words."""
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="{4 if side.startswith("inside") else 8}" w:space="0" '
        'w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    room = (("top", 35), ("left", 60), ("bottom", 35), ("right", 60))
    margins = "".join(f'<w:{side} w:w="{twips}" w:type="dxa"/>' for side, twips in room)
    return (
        f'<w:tblPr><w:tblW w:w="{sum(how.widths) * TWIPS:.0f}" w:type="dxa"/>'
        f'<w:jc w:val="center"/><w:tblBorders>{lines}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar>'
        '<w:tblLook w:val="0020" w:firstRow="1"/>'
        f"<w:tblCaption w:val={quoteattr(table.title or table.name)}/></w:tblPr>"
    )
