"""Write a report as a Word file that opens, prints and edits like one written by hand."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise
from pathlib import Path

from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from warehouse.report.document import DEMO_WORDS, Annex, Block, Document, Entry, Paragraph, Table
from warehouse.report.write import word_frame
from warehouse.report.write.same_bytes import seal_zip
from warehouse.report.write.table_columns import is_torn, is_turned
from warehouse.report.write.word_chart import chart_xml
from warehouse.report.write.word_page import blank_document, end_section, width_of
from warehouse.report.write.word_style import HEAD, fonts
from warehouse.report.write.word_table import table_xml
from warehouse.report.write.word_xml import Marks, paragraph, run


def write_word(report: Document, path: Path) -> None:
    """Write the file; every number on paper stands in a content control with its 溯源码."""
    document = blank_document(header=DEMO_WORDS if report.is_demo else "", footer=report.footer)
    _describe(document, report)
    writer = _Writer(document, report)
    writer.write_text()
    writer.write_annexes()
    written = BytesIO()
    document.save(written)
    path.write_bytes(seal_zip(written.getvalue(), report.cut))


def _describe(document: WordDocument, report: Document) -> None:
    properties = document.core_properties
    properties.title = f"{report.title}（{report.subtitle}）"
    properties.author = properties.last_modified_by = report.issuer
    properties.comments = report.about
    properties.identifier = report.code
    properties.language = "zh-CN"


class _Writer:
    """Puts the parts of a report one after the other into a Word file."""

    def __init__(self, document: WordDocument, report: Document) -> None:
        self._document = document
        self._report = report
        self._marks = Marks(report.version)
        self._is_across = False

    def write_text(self) -> None:
        """Head, sections, 附件说明 and 落款."""
        self._append(word_frame.head(self._report))
        for section in self._report.sections:
            self._append(paragraph("Heading1", run(section.title)))
            for block in section.body:
                self._block(block)
        self._keep_last_line()
        self._append(word_frame.annex_list(self._report) + word_frame.signature(self._report))

    def write_annexes(self) -> None:
        """Each annex on a new page, and on a page that lies if its tables need it; then 版记."""
        annexes = self._report.all_annexes
        across = [False, *map(_is_turned, annexes)]
        for number, (annex, (before, this)) in enumerate(
            zip(annexes, pairwise(across), strict=True), 1
        ):
            if before != this:
                end_section(self._document, is_across=before, next_is_across=this)
            self._is_across = this
            mark = f"附件{number if len(annexes) > 1 else ''}"
            new_page = "" if before != this else "<w:pageBreakBefore/>"
            self._append(
                paragraph("AnnexMark", run(mark), new_page)
                + paragraph("AnnexTitle", run(annex.title))
            )
            for block in annex.body:
                self._block(block)
        self._append(word_frame.imprint(self._report, width_of(is_across=across[-1])))

    def _block(self, block: Block) -> None:
        width = width_of(is_across=self._is_across)
        if isinstance(block, Paragraph):
            style = ("BodyText", "Heading1", "Heading2", "EntryHead")[block.level]
            self._append(paragraph(style, self._marks.runs(block.parts)))
        elif isinstance(block, Entry):
            term = run(f"{block.term}\u3000", fonts(HEAD))
            self._append(paragraph("Entry", term + self._marks.runs(block.parts)))
        elif isinstance(block, Table):
            self._append(table_xml(block, self._marks, width))
        else:
            self._append(chart_xml(block, self._report.version, self._document, width))

    def _keep_last_line(self) -> None:
        """The list of annexes never stands alone on a page: the text before it comes along."""
        last = self._document.element.body.sectPr.getprevious()
        last.get_or_add_pPr().get_or_add_keepNext()

    def _append(self, xml: str) -> None:
        properties = self._document.element.body.sectPr
        for child in parse_xml(f"<w:body {nsdecls('w')}>{xml}</w:body>"):
            properties.addprevious(child)


def _is_turned(annex: Annex) -> bool:
    """Whether a table of it has fewer lines on a turned page, or only there its words whole."""
    across = width_of(is_across=True)
    return any(
        is_turned(block) or (is_torn(block) and not is_torn(block, across))
        for block in annex.body
        if isinstance(block, Table)
    )
