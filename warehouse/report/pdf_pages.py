"""Reads a PDF back: its pages as pictures and words, its links, its fonts.

Pages count from 1. Lengths are points (1/72 inch) from the lower left corner of the page.
"""

from __future__ import annotations

import ctypes
import io
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import Any, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

#: PDFium may run in one thread at a time; a server has one for each reader.
_ONE_AT_A_TIME = RLock()
#: What PDFium says instead of a hyphen at the end of a line, and of the line's end.
_HYPHENS = str.maketrans({"\x02": "-", "\ufffe": "-"})


class Rectangle(NamedTuple):
    """A place on a page."""

    left: float
    bottom: float
    right: float
    top: float


class Link(NamedTuple):
    """A link of a page.

    Attributes:
        page: On which page.
        address: What it opens.
        words: What is printed under it, without blanks.
        places: Where; one for each line that it runs over.
    """

    page: int
    address: str
    words: str
    places: tuple[Rectangle, ...]


class Font(NamedTuple):
    """A font of a PDF: its name, and whether the file brings it along."""

    name: str
    is_embedded: bool


def page_count(path: Path) -> int:
    """How many pages the file has."""
    with _opened(path) as document:
        return len(document)


def page_png(path: Path, page: int, *, width: int = 1000) -> bytes:
    """A page as a PNG picture, so many pixels wide."""
    with _opened(path) as document:
        sheet = document[page - 1]
        picture = io.BytesIO()
        sheet.render(scale=width / sheet.get_width()).to_pil().save(picture, "PNG")
        return picture.getvalue()


def page_sizes(path: Path) -> list[tuple[float, float]]:
    """Width and height of each page, in points."""
    with _opened(path) as document:
        return [sheet.get_size() for sheet in document]


def page_texts(path: Path) -> list[str]:
    """The words of each page, in the order in which they were set; lines end as the paper's do."""
    with _opened(path) as document:
        texts = [sheet.get_textpage().get_text_range() for sheet in document]
    return [text.replace("\r\n", "\n").translate(_HYPHENS) for text in texts]


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
        return [link for n, sheet in enumerate(document, 1) for link in _links_of(sheet, n)]


def texts_outside_links(path: Path) -> list[str]:
    """The letters of each page that stand under no link to an address, without blanks."""
    with _opened(path) as document:
        return [_text_outside(sheet, number) for number, sheet in enumerate(document, 1)]


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


def _text_outside(sheet: Any, number: int) -> str:
    spots = [spot for link in _links_of(sheet, number) for spot in link.places]
    words = sheet.get_textpage()
    left = []
    for index in range(words.count_chars()):
        place = Rectangle(*words.get_charbox(index, loose=True))
        across, up = (place.left + place.right) / 2, (place.bottom + place.top) / 2
        is_linked = any(
            spot.left <= across <= spot.right and spot.bottom <= up <= spot.top for spot in spots
        )
        left.append("□" if is_linked else words.get_text_range(index, 1))
    return "".join("".join(left).replace(_HYPHEN, "-").split())


def _links_of(sheet: Any, number: int) -> Iterator[Link]:
    text = sheet.get_textpage()
    for address, places in _whole_links(sheet):
        shown = "".join(text.get_text_bounded(*_inside(place)) for place in places)
        words = "".join(shown.translate(_HYPHENS).split())
        yield Link(number, address, words, tuple(places))


def _whole_links(sheet: Any) -> list[tuple[str, list[Rectangle]]]:
    """Address and places of each link; those that touch on a line are one.

    Some files have a place, some a whole link of its own for each script on a line.
    """
    found: list[tuple[str, list[Rectangle]]] = []
    place, link = ctypes.c_int(0), pdfium_c.FPDF_LINK()
    while pdfium_c.FPDFLink_Enumerate(sheet, place, link):
        address = _address_of(sheet.pdf, link)
        if address is None:
            continue
        lines = _lines_of(_places_of(link))
        if found and found[-1][0] == address and _touch(found[-1][1][-1], lines[0]):
            lines = _lines_of([*found.pop()[1], *lines])
        found.append((address, lines))
    return found


def _address_of(document: Any, link: Any) -> str | None:
    action = pdfium_c.FPDFLink_GetAction(link)
    if not action or pdfium_c.FPDFAction_GetType(action) != pdfium_c.PDFACTION_URI:
        return None
    length = pdfium_c.FPDFAction_GetURIPath(document, action, None, 0)
    buffer = ctypes.create_string_buffer(length)
    pdfium_c.FPDFAction_GetURIPath(document, action, buffer, length)
    return buffer.value.decode()


def _places_of(link: Any) -> Iterator[Rectangle]:
    count = pdfium_c.FPDFLink_CountQuadPoints(link)
    corners = pdfium_c.FS_QUADPOINTSF()
    for index in range(count):
        pdfium_c.FPDFLink_GetQuadPoints(link, index, corners)
        across = (corners.x1, corners.x2, corners.x3, corners.x4)
        up = (corners.y1, corners.y2, corners.y3, corners.y4)
        yield Rectangle(min(across), min(up), max(across), max(up))
    if not count:
        whole = pdfium_c.FS_RECTF()
        pdfium_c.FPDFLink_GetAnnotRect(link, whole)
        yield Rectangle(whole.left, whole.bottom, whole.right, whole.top)


def _lines_of(places: Iterable[Rectangle]) -> list[Rectangle]:
    """The places, those that touch on a line as one."""
    lines: list[Rectangle] = []
    for place in places:
        if lines and _touch(lines[-1], place):
            lines[-1] = lines[-1]._replace(right=place.right)
        else:
            lines.append(place)
    return lines


def _touch(left: Rectangle, right: Rectangle) -> bool:
    return abs(left.right - right.left) < 1 and abs(left.bottom - right.bottom) < 1


def _inside(place: Rectangle) -> Rectangle:
    """A little smaller, so that neighbours that touch the rectangle are not in it."""
    return Rectangle(place.left + 0.3, place.bottom + 0.3, place.right - 0.3, place.top - 0.3)


def _font_of(thing: Any) -> Font:
    font = pdfium_c.FPDFTextObj_GetFont(thing)
    length = pdfium_c.FPDFFont_GetBaseFontName(font, None, 0)
    name = ctypes.create_string_buffer(length)
    pdfium_c.FPDFFont_GetBaseFontName(font, name, length)
    return Font(name.value.decode(), bool(pdfium_c.FPDFFont_GetIsEmbedded(font)))
