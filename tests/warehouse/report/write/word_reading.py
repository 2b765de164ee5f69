"""Reads a Word file back: its numbers with their codes, its lines, its pages."""

import zipfile
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

import docx
from docx.oxml.ns import qn
from lxml import etree

from warehouse.report.document import (
    Block,
    Chart,
    Document,
    Entry,
    Figure,
    Paragraph,
)
from warehouse.report.write.word import write_word


class Control(NamedTuple):
    tag: str
    title: str
    number: int
    words: str


class Word:
    """A written report."""

    def __init__(self, report: Document, path: Path) -> None:
        write_word(report, path)
        self.path = path
        self.document = docx.Document(str(path))
        self.body = self.document.element.body

    @property
    def controls(self) -> list[Control]:
        return [_control(found) for found in self.body.iter(qn("w:sdt"))]

    @property
    def lines(self) -> list[tuple[str, str]]:
        """Style and words of the paragraphs outside of tables."""
        return [
            (paragraph.style.name, _words(paragraph._p)) for paragraph in self.document.paragraphs
        ]

    def of_style(self, name: str) -> list[str]:
        return [words for style, words in self.lines if style == name]

    @property
    def tables(self) -> list[list[list[str]]]:
        return [
            [[_words(cell) for cell in row.iter(qn("w:tc"))] for row in table._tbl.tr_lst]
            for table in self.document.tables
        ]

    @property
    def alternatives(self) -> list[str]:
        return [found.get("descr") for found in self.body.iter(qn("wp:docPr"))]

    def parts(self) -> dict[str, Any]:
        """Every part of the package that is XML, parsed: a damaged one raises."""
        with zipfile.ZipFile(self.path) as archive:
            return {
                name: etree.fromstring(archive.read(name))
                for name in archive.namelist()
                if name.endswith((".xml", ".rels"))
            }


def _control(found: Any) -> Control:
    properties = found.find(qn("w:sdtPr"))
    tag, title, number = (
        properties.find(qn(name)).get(qn("w:val")) for name in ("w:tag", "w:alias", "w:id")
    )
    return Control(tag, title, int(number), _words(found.find(qn("w:sdtContent"))))


def _words(element: Any) -> str:
    signs = {qn("w:tab"): "\t", qn("w:noBreakHyphen"): "-"}
    return "".join(
        signs.get(found.tag) or found.text or ""
        for found in element.iter(qn("w:t"), *signs)
        if found.getparent().tag == qn("w:r")
    )


def on_paper(report: Document) -> Counter[tuple[str, str]]:
    """Words and mark of the numbers that are set as text, as often as they are."""
    return Counter(
        (figure.words, figure.source.mark(report.version))
        for block in report.blocks
        for figure in _set_as_text(block)
    )


def _set_as_text(block: Block) -> list[Figure]:
    if isinstance(block, Chart):
        return []
    if isinstance(block, Paragraph | Entry):
        return block.figures
    return [cell for row in block.rows_on_paper for cell in row if isinstance(cell, Figure)]
