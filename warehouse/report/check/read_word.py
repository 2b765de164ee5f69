"""Read a Word file back: content controls are numbers, everything else is text."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
from docx.oxml.ns import qn

from warehouse.report.check.found import Found, Loose, ReadBack

_CONTROL, _TEXT, _HYPHEN = (qn(f"w:{name}") for name in ("sdt", "t", "noBreakHyphen"))
_PICTURE = qn("wp:docPr")
_PAGE = re.compile(r"^\W*\d+\W*|\s")
_TOLD = re.compile(r"^.*?(?P<words>\S+)\s+(?P<mark>[A-Z]{3}-\S+#\S+)$")


def read_word(path: Path) -> ReadBack:
    """Every content control with a tag, the alternative texts of pictures, and the text between."""
    document = docx.Document(str(path))
    body = document.element.body
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
    beside = [Loose(text, "页眉页脚") for text in sorted(_around(document))]
    for place, picture in enumerate(body.iter(_PICTURE), 1):
        where = f"第{place}幅图"
        told = picture.get("descr", "")
        found += picture_numbers(told, where)
        beside += picture_words(told, where)
    beside += [Loose(seen, f"第{n}幅图") for n, seen in enumerate(_seen(document), 1)]
    return ReadBack(found, loose, beside)


def picture_numbers(told: str, where: str) -> Iterator[Found]:
    """The numbers of a chart's picture, as its alternative text lists them line by line."""
    for line in told.splitlines():
        if parts := _TOLD.match(line.strip()):
            yield Found(parts["mark"], parts["words"], None, where)


def picture_words(told: str, where: str) -> Iterator[Loose]:
    """What the alternative text of a picture says beside the numbers, and what each is of."""
    for line in told.splitlines():
        parts = _TOLD.match(line.strip())
        yield Loose(line[: parts.start("words")] if parts else line, where)


def _around(document: Any) -> set[str]:
    """What stands above and below the pages; programs repeat it and fill in the page."""
    frames = {
        frame
        for part in document.sections
        for frame in (part.header, part.footer, part.even_page_header, part.even_page_footer)
    }
    lines = (_text(line._p) for frame in frames for line in frame.paragraphs)
    return {bare for line in lines if (bare := _PAGE.sub("", line).strip())}


def _seen(document: Any) -> Iterator[str]:
    """A fingerprint of each picture, in the order of the text."""
    for shown in document.element.body.iter(qn("a:blip")):
        part = document.part.related_parts[shown.get(qn("r:embed"))]
        yield f"图像{hashlib.sha256(part.blob).hexdigest()[:12]}"


def _tag(control: Any) -> str:
    tags = [tag.get(qn("w:val")) for tag in control.iter(qn("w:tag"))]
    return str(tags[0]) if tags else ""


def _text(element: Any) -> str:
    pieces = element.iter(_TEXT, _HYPHEN)
    return "".join("-" if piece.tag == _HYPHEN else piece.text or "" for piece in pieces)
