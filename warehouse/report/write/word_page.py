"""The pages of an official document: paper, margins, grid of 22 lines of 28 letters, page number.

A wide list lies across the page: the sheet is turned, its margins with it, so that the binding
edge stays the same.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import docx
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt

from warehouse.report.write.word_style import SONG, fonts, set_styles
from warehouse.report.write.word_xml import element, run, sized

_MM = 1440 / 25.4
#: Millimetres.
TEXT_WIDTH, TEXT_HEIGHT = 156, 225
_PAPER = (210, 297)
_TOP, _RIGHT, _BOTTOM, _LEFT = 37, 26, 35, 28
#: Twips from line to line, and 1/4096 points that a letter takes more than its size: 225 mm hold
#: 22 lines, 156 mm hold 28 letters of 16 points.
_PITCH = int(TEXT_HEIGHT * _MM / 22)
_SPACE = round((TEXT_WIDTH / 25.4 * 72 / 28 - 16) * 4096)


def blank_document(*, header: str, footer: str) -> WordDocument:
    """An empty document with styles, paper, page number and small print.

    Args:
        header: At the right of the head of every page; empty for none.
        footer: Under the page number.
    """
    document = docx.Document()
    set_styles(document)
    _set_program(document)
    section = document.sections[0]
    _lay(section._sectPr, is_across=False)
    document.settings.odd_and_even_pages_header_footer = True
    pages = (
        (section.header, section.footer, WD_ALIGN_PARAGRAPH.RIGHT),
        (section.even_page_header, section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT),
    )
    for head, foot, outer in pages:
        head.is_linked_to_previous = foot.is_linked_to_previous = False
        head.paragraphs[0].add_run(header)
        number = foot.paragraphs[0]
        number.alignment = outer
        edge = number.paragraph_format
        # 7 mm below the text, one blank letter from the edge.
        edge.left_indent = edge.right_indent = Pt(14)
        edge.line_spacing, edge.space_after = Pt(16), Pt(4)
        for piece in _page_number():
            number._p.append(piece)
        foot.add_paragraph(footer, style="Footer")
    return document


def end_section(document: WordDocument, *, is_across: bool, next_is_across: bool) -> None:
    """End a section after the last paragraph, and say how the page of the next one lies."""
    own = document.element.body.sectPr
    closing = deepcopy(own)
    _lay(closing, is_across=is_across)
    _lay(own, is_across=next_is_across)
    last = own.getprevious()
    last.get_or_add_pPr().append(closing)


def width_of(*, is_across: bool) -> float:
    """Width of the text in millimetres."""
    return TEXT_HEIGHT if is_across else TEXT_WIDTH


def _lay(properties: Any, *, is_across: bool) -> None:
    """Set paper, margins and grid of a section."""
    for name in ("w:type", "w:pgSz", "w:pgMar", "w:cols", "w:docGrid"):
        for old in properties.findall(qn(name)):
            properties.remove(old)
    wide, high = _PAPER[::-1] if is_across else _PAPER
    # Turned clockwise, the left edge becomes the upper one.
    top, right, bottom, left = (
        (_LEFT, _TOP, _RIGHT, _BOTTOM) if is_across else (_TOP, _RIGHT, _BOTTOM, _LEFT)
    )
    across = ' w:orient="landscape"' if is_across else ""
    foot = 10 if is_across else 19
    for xml in (
        f'<w:pgSz w:w="{wide * _MM:.0f}" w:h="{high * _MM:.0f}"{across}/>',
        f'<w:pgMar w:top="{top * _MM:.0f}" w:right="{right * _MM:.0f}" '
        f'w:bottom="{bottom * _MM:.0f}" w:left="{left * _MM:.0f}" '
        f'w:header="{18 * _MM:.0f}" w:footer="{foot * _MM:.0f}" w:gutter="0"/>',
        '<w:cols w:space="425"/>',
        f'<w:docGrid w:type="linesAndChars" w:linePitch="{_PITCH}" w:charSpace="{_SPACE}"/>',
    ):
        properties.append(element(xml))


def _page_number() -> list[Any]:
    """`— 3 —` in 4号宋体."""
    look = fonts(SONG) + sized(14)
    fields = (
        '<w:fldChar w:fldCharType="begin"/>',
        '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>1</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    )
    inner = [f"<w:r><w:rPr>{look}</w:rPr>{field}</w:r>" for field in fields]
    return [element(piece) for piece in (run("— ", look), *inner, run(" —", look))]


def _set_program(document: WordDocument) -> None:
    """What the empty document of the library says for an older Word in Japanese."""
    settings = document.settings.element
    for name in ("w:rsids", "w:savePreviewPicture", "w:proofState"):
        for old in settings.findall(qn(name)):
            settings.remove(old)
    settings.find(qn("w:zoom")).set(qn("w:percent"), "100")
    settings.find(qn("w:themeFontLang")).set(qn("w:eastAsia"), "zh-CN")
    for setting in settings.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")
    package = document.part.package
    for key, relation in list(package.rels.items()):
        if relation.reltype.endswith("/thumbnail"):
            del package.rels[key]
    for key, relation in list(document.part.rels.items()):
        if relation.reltype.endswith(("/stylesWithEffects", "/customXml")):
            del document.part.rels[key]
