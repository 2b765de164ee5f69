"""Write a report as a Word file that opens, prints and edits like one written by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import docx
from docx.document import Document as WordDocument
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.shared import Pt

from warehouse.report.content import DEMO_WORDS, Document, Figure, Paragraph, Table
from warehouse.report.word_style import (
    BODY,
    HEAD,
    NUMBER_SIZE,
    SONG,
    TITLE,
    bookmark,
    borders,
    font,
    keep_whole,
    lay_out,
    page_marks,
    repeat_head,
    share_of_text,
)

CELL_SIZE = 10


def write_word(report: Document, path: Path) -> Path:
    """Write the file; every figure of a sentence carries a bookmark with its indicator code."""
    document = docx.Document()
    lay_out(document)
    page_marks(
        document, header=DEMO_WORDS if report.is_demo else "", footer=f"数据版本 {report.version}"
    )
    document.core_properties.title = f"{report.title}（{report.subtitle}）"
    document.core_properties.comments = f"数据版本 {report.version}；{report.facts}"
    document.core_properties.author = ""
    writer = _Writer(document)
    writer.title(report)
    for part in report.body:
        writer.write(part)
    writer.list_annexes(report)
    for number, annex in enumerate(report.annexes, 1):
        writer.begin_annex(number, annex.title)
        for part in annex.body:
            writer.write(part)
    document.save(str(path))
    return path


class _Writer:
    """Puts the parts of a report one after the other into a Word document."""

    def __init__(self, document: WordDocument) -> None:
        self._document = document
        self._bookmarks = 0

    def title(self, report: Document) -> None:
        line = self._line(WD_ALIGN_PARAGRAPH.CENTER)
        line.paragraph_format.line_spacing = Pt(36)
        font(line.add_run(report.title), TITLE, 22)
        line = self._line(WD_ALIGN_PARAGRAPH.CENTER)
        font(line.add_run(report.subtitle), BODY, NUMBER_SIZE)
        line = self._line(WD_ALIGN_PARAGRAPH.CENTER)
        font(line.add_run(report.facts), BODY, 12)
        self._line(WD_ALIGN_PARAGRAPH.CENTER)

    def write(self, part: Paragraph | Table) -> None:
        if isinstance(part, Table):
            self._table(part)
        elif part.level:
            self._document.add_heading("", part.level)
            line = self._document.paragraphs[-1]
            line.paragraph_format.first_line_indent = Pt(2 * NUMBER_SIZE)
            line.add_run(part.text)
        else:
            self._sentence(part)

    def list_annexes(self, report: Document) -> None:
        self._line().paragraph_format.keep_with_next = True
        for number, annex in enumerate(report.annexes, 1):
            line = self._line()
            line.paragraph_format.keep_with_next = number < len(report.annexes)
            line.paragraph_format.first_line_indent = Pt((2 if number == 1 else 5) * NUMBER_SIZE)
            line.add_run(f"{'附件：' if number == 1 else ''}{number}．{annex.title}")

    def begin_annex(self, number: int, title: str) -> None:
        line = self._line()
        line.add_run().add_break(WD_BREAK.PAGE)
        font(line.add_run(f"附件{number}"), HEAD, NUMBER_SIZE)
        line = self._line(WD_ALIGN_PARAGRAPH.CENTER)
        line.paragraph_format.space_before = line.paragraph_format.space_after = Pt(8)
        font(line.add_run(title), TITLE, 18)

    def _sentence(self, part: Paragraph) -> None:
        line = self._line(WD_ALIGN_PARAGRAPH.JUSTIFY)
        line.paragraph_format.first_line_indent = Pt(2 * NUMBER_SIZE)
        for piece in part.parts:
            if not isinstance(piece, Figure):
                line.add_run(piece)
                continue
            self._bookmarks += 1
            name = f"{piece.indicator_code.replace('-', '_')}_{self._bookmarks}"
            bookmark(line.add_run(piece.words), name, self._bookmarks)

    def _table(self, part: Table) -> None:
        if part.title:
            line = self._line(WD_ALIGN_PARAGRAPH.CENTER)
            line.paragraph_format.keep_with_next = True
            font(line.add_run(part.title), HEAD, 14)
        table = self._document.add_table(rows=1, cols=len(part.columns))
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        table.autofit = False
        borders(table)
        repeat_head(table.rows[0])
        total = sum(part.widths)
        for column, width in zip(table.columns, part.widths, strict=True):
            column.width = share_of_text(width / total)
        for place, (cell, words) in enumerate(zip(table.rows[0].cells, part.columns, strict=True)):
            cell.width = share_of_text(part.widths[place] / total)
            _fill(cell, words, HEAD, left=False)
        for values in part.rows:
            row = table.add_row()
            keep_whole(row)
            for place, (cell, words) in enumerate(zip(row.cells, values, strict=True)):
                cell.width = share_of_text(part.widths[place] / total)
                _fill(cell, words, SONG, left=place in part.left)
        line = self._line()
        line.paragraph_format.line_spacing = Pt(16)
        line.paragraph_format.space_after = Pt(10)
        font(line.add_run(part.note), SONG, 9)

    def _line(self, alignment: WD_ALIGN_PARAGRAPH = WD_ALIGN_PARAGRAPH.LEFT) -> Any:
        line = self._document.add_paragraph()
        line.alignment = alignment
        return line


def _fill(cell: Any, words: str, name: str, *, left: bool) -> None:
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    line = cell.paragraphs[0]
    line.alignment = WD_ALIGN_PARAGRAPH.LEFT if left else WD_ALIGN_PARAGRAPH.CENTER
    line.paragraph_format.line_spacing = Pt(17)
    font(line.add_run(words), name, CELL_SIZE)
