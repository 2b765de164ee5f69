"""Read a Word file back: content controls are numbers, everything else is text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
from docx.oxml.ns import qn

from warehouse.report.check.found import Found, Loose, ReadBack

_CONTROL, _RUN, _TEXT, _PROPERTIES = (qn(f"w:{name}") for name in ("sdt", "r", "t", "docPr"))
_TOLD = re.compile(r"^.*?(?P<words>\S+)\s+(?P<mark>[A-Z]{3}-\S+#\S+)$")


def read_word(path: Path) -> ReadBack:
    """Every content control with a tag, the alternative texts of pictures, and the text between."""
    body = docx.Document(str(path)).element.body
    found: list[Found] = []
    loose: list[Loose] = []
    for place, line in enumerate(body.iter(qn("w:p")), 1):
        where = f"第{place}段"
        text = ""
        for piece in line:
            if piece.tag == _CONTROL:
                found.append(Found(_tag(piece), _text(piece), None, where))
                text += "□"
            else:
                text += _text(piece)
        loose.append(Loose(text, where))
    for picture in body.iter(qn("wp:docPr")):
        found += picture_numbers(picture.get("descr", ""), picture.get("name", "图"))
    return ReadBack(found, loose)


def picture_numbers(told: str, where: str) -> Iterator[Found]:
    """The numbers of a chart's picture, as its alternative text lists them line by line."""
    for line in told.splitlines():
        if parts := _TOLD.match(line.strip()):
            yield Found(parts["mark"], parts["words"], None, where)


def _tag(control: Any) -> str:
    tags = [tag.get(qn("w:val")) for tag in control.iter(qn("w:tag"))]
    return str(tags[0]) if tags else ""


def _text(element: Any) -> str:
    return "".join(piece.text or "" for piece in element.iter(_TEXT))
