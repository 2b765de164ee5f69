"""Read a PDF back: links to the page 数字溯源 are numbers."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

from warehouse.report import pdf_pages
from warehouse.report.check.found import Found, Loose, ReadBack
from warehouse.report.check.read_word import picture_numbers, picture_words

_ADDRESS = re.compile(r"trace\?n=(?P<mark>.+)$")


def read_pdf(path: Path) -> ReadBack:
    """Every link by its words, the numbers of pictures, and the text of the pages without them."""
    links = [(link, _ADDRESS.search(link.address)) for link in pdf_pages.whole_links(path)]
    found = [
        Found(unquote(parts["mark"]), link.words, None, f"第{link.page}页")
        for link, parts in links
        if parts
    ]
    pictures = pdf_pages.pictures(path)
    drawn = [told for alt in pictures for told in picture_numbers(alt, "图")]
    words = tuple(told.words for told in drawn)
    loose = [
        Loose(text, f"第{page}页", words, has_serials="序号" in text)
        for page, text in enumerate(pdf_pages.texts_outside_links(path), 1)
    ]
    beside = [told for alt in pictures for told in picture_words(alt, "图")]
    return ReadBack([*found, *drawn], loose, beside)
