"""The links of a page of a PDF, with the words that stand under each.

PDFium must run in one thread at a time: who calls these holds the lock of `pdf_pages`. Lengths
are points (1/72 inch) from the lower left corner of the page.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium_c

#: What PDFium says instead of a hyphen at the end of a line, and of the line's end.
HYPHENS = str.maketrans({"\x02": "-", "\ufffe": "-"})

#: Where lines of text begin and end, as shares of the width of a page.
_LEFT, _RIGHT = 0.2, 0.8


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


def links_of(sheet: Any, number: int) -> Iterator[Link]:
    """The links of a page to addresses, in the order of the page."""
    text = sheet.get_textpage()
    for address, places in _whole_links(sheet):
        shown = "".join(text.get_text_bounded(*_inside(place)) for place in places)
        words = "".join(shown.translate(HYPHENS).split())
        yield Link(number, address, words, tuple(places))


def goes_on(before: Link, link: Link, width: float) -> bool:
    """Whether a link ends at the right of a page so wide, and goes on at the left of the next."""
    is_next = link.address == before.address and link.page == before.page + 1
    return (
        is_next and before.places[-1].right > width * _RIGHT and link.places[0].left < width * _LEFT
    )


def text_outside_links(sheet: Any, number: int) -> str:
    """The letters of a page under no link, without blanks; a □ for each that is under one."""
    spots = [spot for link in links_of(sheet, number) for spot in link.places]
    words = sheet.get_textpage()
    left = []
    for index in range(words.count_chars()):
        place = Rectangle(*words.get_charbox(index, loose=True))
        across, up = (place.left + place.right) / 2, (place.bottom + place.top) / 2
        is_linked = any(
            spot.left <= across <= spot.right and spot.bottom <= up <= spot.top for spot in spots
        )
        left.append("□" if is_linked else words.get_text_range(index, 1))
    return "".join("".join(left).translate(HYPHENS).split())


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
