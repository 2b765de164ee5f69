"""Reads a PDF back: its pages as pictures and words, its links, its fonts.

Pages count from 1.
"""

from __future__ import annotations

import ctypes
import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import Any, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
from PIL import Image

from warehouse.report.pdf_links import HYPHENS, Link, goes_on, links_of, text_outside_links

#: PDFium may run in one thread at a time; a server has one for each reader.
_ONE_AT_A_TIME = RLock()
_COLOURS = 64


class Font(NamedTuple):
    """A font of a PDF: its name, and whether the file brings it along."""

    name: str
    is_embedded: bool


def page_count(path: Path) -> int:
    """How many pages the file has."""
    with _opened(path) as document:
        return len(document)


def page_png(path: Path, page: int, *, width: int = 1000) -> bytes:
    """A page as a PNG picture, so many pixels wide.

    Of 64 colours, which paper and its charts need no more of: a third of the bytes.
    """
    with _opened(path) as document:
        sheet = document[page - 1]
        picture = io.BytesIO()
        drawn = sheet.render(scale=width / sheet.get_width()).to_pil().convert("RGB")
        drawn.quantize(_COLOURS, dither=Image.Dither.NONE).save(picture, "PNG")
        return picture.getvalue()


def page_sizes(path: Path) -> list[tuple[float, float]]:
    """Width and height of each page, in points."""
    with _opened(path) as document:
        return [sheet.get_size() for sheet in document]


def page_texts(path: Path) -> list[str]:
    """The words of each page, in the order in which they were set; lines end as the paper's do."""
    with _opened(path) as document:
        texts = [sheet.get_textpage().get_text_range() for sheet in document]
    return [text.replace("\r\n", "\n").translate(HYPHENS) for text in texts]


def headings(path: Path) -> list[tuple[int, str, int]]:
    """The bookmarks: level from 1, words, page."""
    with _opened(path) as document:
        return [
            (mark.level + 1, mark.get_title(), mark.get_dest().get_index() + 1)
            for mark in document.get_toc()
        ]


def told_of(path: Path) -> dict[str, str]:
    """What the file says of itself: Title, Author, Subject, Keywords, CreationDate."""
    with _opened(path) as document:
        told: dict[str, str] = document.get_metadata_dict(skip_empty=True)
        return told


def pictures(path: Path) -> list[str]:
    """What each picture tells to those who cannot see it, in the order of the pages."""
    with _opened(path) as document:
        return [alt for sheet in document for alt in _alternatives(sheet)]


def fonts(path: Path) -> set[Font]:
    """Every font that the words on its pages are set in."""
    with _opened(path) as document:
        return {
            _font_of(thing)
            for sheet in document
            for thing in sheet.get_objects([pdfium_c.FPDF_PAGEOBJ_TEXT])
        }


def links(path: Path) -> list[Link]:
    """Every link to an address, in the order of the pages."""
    with _opened(path) as document:
        return [link for n, sheet in enumerate(document, 1) for link in links_of(sheet, n)]


def whole_links(path: Path) -> list[Link]:
    """As `links`, but one that goes on at the top of the next page is one, with all its words."""
    widths = [width for width, _ in page_sizes(path)]
    whole: list[Link] = []
    before: Link | None = None
    for link in links(path):
        if before and goes_on(before, link, widths[before.page - 1]):
            whole[-1] = whole[-1]._replace(words=whole[-1].words + link.words)
        else:
            whole.append(link)
        before = link
    return whole


def texts_outside_links(path: Path) -> list[str]:
    """The letters of each page that stand under no link to an address, without blanks."""
    with _opened(path) as document:
        return [text_outside_links(sheet, number) for number, sheet in enumerate(document, 1)]


@contextmanager
def _opened(path: Path) -> Iterator[Any]:
    with _ONE_AT_A_TIME:
        document = pdfium.PdfDocument(path)
        try:
            yield document
        finally:
            document.close()


def _alternatives(sheet: Any) -> list[str]:
    tree = pdfium_c.FPDF_StructTree_GetForPage(sheet)
    tops = range(pdfium_c.FPDF_StructTree_CountChildren(tree))
    found = [
        alt
        for top in tops
        for alt in _alternatives_below(pdfium_c.FPDF_StructTree_GetChildAtIndex(tree, top))
    ]
    pdfium_c.FPDF_StructTree_Close(tree)
    return found


def _alternatives_below(element: Any) -> Iterator[str]:
    length = pdfium_c.FPDF_StructElement_GetAltText(element, None, 0)
    if length:
        buffer = ctypes.create_string_buffer(length)
        pdfium_c.FPDF_StructElement_GetAltText(element, buffer, length)
        yield buffer.raw.decode("utf-16-le").rstrip("\0")
    for place in range(pdfium_c.FPDF_StructElement_CountChildren(element)):
        child = pdfium_c.FPDF_StructElement_GetChildAtIndex(element, place)
        if child:
            yield from _alternatives_below(child)


def _font_of(thing: Any) -> Font:
    font = pdfium_c.FPDFTextObj_GetFont(thing)
    length = pdfium_c.FPDFFont_GetBaseFontName(font, None, 0)
    name = ctypes.create_string_buffer(length)
    pdfium_c.FPDFFont_GetBaseFontName(font, name, length)
    return Font(name.value.decode(), bool(pdfium_c.FPDFFont_GetIsEmbedded(font)))
