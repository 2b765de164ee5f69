"""Tables on paper: as large as the page allows, heads on every page, rows never torn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import NamedTuple
from xml.sax.saxutils import quoteattr

from warehouse.report.document import Column, Figure, Part, Table, words_of
from warehouse.report.write.text_width import ems
from warehouse.report.write.word_xml import TWIPS, Marks, exactly, paragraph, sized

#: Points, from the largest that is tried; and the height of a line as a share of it.
_SIZES = (12, 10.5, 9)
_LINE_SHARE = 1.3
#: Points of a cell that are not text, at both sides together.
_PADDING = 7
#: Ems: what is shorter is kept on one line; what text has at least.
_SHORT, _FLOW = 11.0, 8.0
#: Stand-ins for Times New Roman are wider.
_SPARE = 1.12
#: Lines of a row, on average, beyond which smaller letters are tried.
_FLOWING = 2.5
#: Up to so many rows stay on one page; beyond so many, the largest letters waste paper.
_SMALL, _LONG = 14, 24


class Fit(NamedTuple):
    """How a table is set: size of its letters and widths of its columns, in points."""

    size: float
    widths: list[float]
    is_tight: bool


def fit(table: Table, width_mm: float) -> Fit:
    """The largest letters at which nothing short is broken and text does not run on for long.

    Tight if even the smallest letters break what is short.
    """
    room = width_mm / 25.4 * 72
    needs = [_Needs.of(table, place) for place in range(len(table.columns))]
    padding = _PADDING * len(needs)
    sizes = _SIZES[1:] if len(table.rows_on_paper) > _LONG else _SIZES
    fits = [_at(size, table, needs, (room - padding) / size) for size in sizes]
    whole = [way for way in fits if not way.is_tight]
    return next((way for way in whole if _lines(table, way) <= _FLOWING), (whole or fits)[-1])


def _at(size: float, table: Table, needs: list[_Needs], room: float) -> Fit:
    shares = _shared(needs, table.columns, room)
    is_tight = sum(need.least for need in needs) > room
    return Fit(size, [share * size + _PADDING for share in shares], is_tight)


def _lines(table: Table, way: Fit) -> float:
    """Lines of a row, on average."""
    widths = [(width - _PADDING) / way.size for width in way.widths]
    rows = [
        max(ceil(ems(words_of(cell)) / width) for cell, width in zip(row, widths, strict=True))
        for row in table.rows_on_paper
    ]
    return sum(rows) / len(rows) if rows else 1.0


class _Manner(NamedTuple):
    """How a row is set: the style of its cells, and whether it stays with the next row."""

    style: str
    stays: bool
    is_head: bool = False


def table_xml(table: Table, marks: Marks, width_mm: float) -> str:
    """The table with its title above and its note below."""
    how = fit(table, width_mm)
    rows = table.rows_on_paper
    is_small = len(rows) <= _SMALL
    sides = [_side(table, place, how) for place in range(len(table.columns))]
    heads = [(column.head, "") for column in table.columns]
    lines = [_row(heads, how, marks, _Manner("TableHead", stays=True, is_head=True))]
    for place, row in enumerate(rows):
        is_last = place == len(rows) - 1
        cells = [(cell, side.of(cell)) for cell, side in zip(row, sides, strict=True)]
        # Two rows at least follow the head; the last one takes the note along.
        stays = (is_small and not is_last) or place == 0 or (is_last and bool(table.note))
        lines.append(_row(cells, how, marks, _Manner("TableText", stays)))
    grid = "".join(f'<w:gridCol w:w="{width * TWIPS:.0f}"/>' for width in how.widths)
    title = paragraph("Caption", marks.runs([table.title])) if table.title else ""
    # Word wants a paragraph after a table; without a note it only keeps the distance.
    note = paragraph("TableNote", marks.runs([table.note]) if table.note else "")
    return (
        f"{title}<w:tbl>{_properties(table, how)}<w:tblGrid>{grid}</w:tblGrid>"
        f"{''.join(lines)}</w:tbl>{note}"
    )


class _Needs(NamedTuple):
    """Ems that a column needs at least, and to hold its longest cell on one line."""

    least: float
    whole: float

    @classmethod
    def of(cls, table: Table, place: int) -> _Needs:
        column = table.columns[place]
        cells = [words_of(row[place]) for row in table.rows_on_paper]
        whole = max([ems(cell) for cell in cells] + [ems(column.head)])
        unbroken = max((_longest_unbroken(cell) for cell in cells), default=0.0)
        head = ems(column.head) / 2 if ems(column.head) > 4 else ems(column.head)
        longest = max(map(ems, cells), default=0.0)
        short = longest if longest <= _SHORT else _FLOW if column.is_left else _SHORT
        least = max(_SPARE * unbroken, head + 0.2, short) + 0.2
        return cls(least, max(least, whole if column.is_left else least))


def _longest_unbroken(cell: str) -> float:
    """Ems of the longest piece without a blank or a Chinese letter, where no line may break."""
    longest = run = 0.0
    for letter in cell:
        width = ems(letter)
        run = 0.0 if letter.isspace() or width >= 1 else run + width
        longest = max(longest, run)
    return longest


def _shared(needs: list[_Needs], columns: Sequence[Column], room: float) -> list[float]:
    """Ems of each column: what it needs, what its text would like, then by the given widths."""
    left = room - sum(need.least for need in needs)
    if left <= 0:
        return [need.least * room / (room - left) for need in needs]
    wanted = sum(need.whole - need.least for need in needs)
    given = min(1.0, left / wanted) if wanted else 0.0
    left -= given * wanted
    total = sum(column.width for column in columns)
    return [
        need.least + given * (need.whole - need.least) + left * column.width / total
        for need, column in zip(needs, columns, strict=True)
    ]


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


def _side(table: Table, place: int, how: Fit) -> _Side:
    if table.columns[place].is_left:
        return _Side("left")
    figures = [row[place] for row in table.rows_on_paper if isinstance(row[place], Figure)]
    numbers = [f for f in figures if isinstance(f, Figure) and isinstance(f.value, (int, float))]
    if len(numbers) < 2 or len(numbers) < len(figures) or len({f.form for f in numbers}) > 1:
        return _Side("center")
    widest = max(ems(figure.words) for figure in numbers) * how.size
    return _Side("right", max(0.0, (how.widths[place] - _PADDING - widest) / 2))


def _row(cells: Sequence[tuple[Part, str]], how: Fit, marks: Marks, manner: _Manner) -> str:
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


def _properties(table: Table, how: Fit) -> str:
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
