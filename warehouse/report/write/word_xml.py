"""Runs, paragraphs and content controls of a Word file, as text of WordprocessingML."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from warehouse.report.document import Figure, Part

#: Twentieths of a point.
TWIPS = 20
_SIGNS = {"\n": "<w:br/>", "\t": "<w:tab/>", "-": "<w:noBreakHyphen/>"}
#: What is no text: ends of lines, tabs, and the hyphen in a date, behind which Word breaks lines.
_SIGN = re.compile(r"([\n\t]|(?<=\d)-(?=\d))")


class Marks:
    """Puts the 溯源码 of a figure around its words; one of these for each file.

    Controls are numbered as they come, so that the same report gives the same numbers.
    """

    def __init__(self, version: str) -> None:
        self._version = version
        self._count = 0

    def around(self, figure: Figure, run: str) -> str:
        """An inline control: its tag is the mark, its title (shown on a click) the 溯源码."""
        self._count += 1
        mark = figure.source.mark(self._version)
        return (
            f"<w:sdt><w:sdtPr><w:alias w:val={quoteattr(mark.partition('#')[0])}/>"
            f'<w:tag w:val={quoteattr(mark)}/><w:id w:val="{self._count}"/></w:sdtPr>'
            f"<w:sdtContent>{run}</w:sdtContent></w:sdt>"
        )

    def runs(self, parts: Iterable[Part], look: str = "") -> str:
        """Text and figures one after the other, all with the same run properties."""
        return "".join(
            run(part, look) if isinstance(part, str) else self.around(part, run(part.words, look))
            for part in parts
        )


def run(words: str, look: str = "") -> str:
    """Text with run properties; line ends and tabs stay what they are, dates are not broken."""
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    pieces = [_SIGNS.get(piece) or _text(piece) for piece in _SIGN.split(words)]
    return f"<w:r>{properties}{''.join(pieces)}</w:r>"


def sized(points: float) -> str:
    """Run properties of a size."""
    return f'<w:sz w:val="{points * 2:.0f}"/><w:szCs w:val="{points * 2:.0f}"/>'


def paragraph(style: str, content: str, properties: str = "") -> str:
    """A paragraph of a style, by its id.

    Args:
        style: Id of the style.
        content: Runs and controls.
        properties: What differs from the style, in the order of the schema.
    """
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'


def exactly(points: float) -> str:
    """Paragraph properties of lines of a fixed height."""
    return f'<w:spacing w:line="{points * TWIPS:.0f}" w:lineRule="exact"/>'


def _text(words: str) -> str:
    return f'<w:t xml:space="preserve">{escape(words)}</w:t>' if words else ""


def element(xml: str) -> Any:
    """The text as an element; it has one root."""
    head, blank, rest = xml.partition(">")
    closed = head.endswith("/")
    head = f"{head.rstrip('/')} {nsdecls('w')}{'/' if closed else ''}"
    return parse_xml(f"{head}{blank}{rest}")
