"""The pages of a PDF as pictures, with what is written on them and where its links lie."""

from __future__ import annotations

import base64
import hashlib
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from pages.kit.html import Markup, tag
from warehouse.report import pdf_pages
from warehouse.report.pdf_links import Link

# Of the papers and pictures that were looked at last; a picture has about 120 kB.
_PAPERS, _PICTURES = 24, 96
# Pixels: sharp on a screen of 3840 with two pages beside each other.
_WIDTH = 1600


@dataclass(frozen=True)
class Spot:
    """A number on a page that leads to its trace; in % of the page's width and height."""

    words: str
    address: str
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True)
class Paper:
    """A PDF.

    Attributes:
        digest: Hash of the file.
        content: The file.
        texts: What is written on each page.
        spots: The links of each page.
        ratios: Width of each page by its height.
    """

    digest: str
    content: bytes
    texts: tuple[str, ...]
    spots: tuple[tuple[Spot, ...], ...]
    ratios: tuple[float, ...]

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self.texts)


def paper_of(content: bytes) -> Paper:
    """Read a PDF, once for all readers."""
    paper: Paper = _paper(hashlib.sha256(content).hexdigest(), content)
    return paper


def sheet(paper: Paper, number: int) -> Markup:
    """A page as HTML: its picture, its words for who cannot see it, its links.

    Args:
        paper: Of which file.
        number: Of the page, from 1.
    """
    picture = _picture(paper.digest, number, paper.content)
    data = base64.b64encode(picture).decode()
    alt = f"第{number}页，共{paper.count}页：{paper.texts[number - 1]}"
    return tag(
        "div",
        tag("img", alt=alt, src=f"data:image/png;base64,{data}", translate="no"),
        *(_link(spot) for spot in paper.spots[number - 1]),
        class_="sheet",
        style=f"--ratio:{paper.ratios[number - 1]:.4f}",
    )


def _link(spot: Spot) -> Markup:
    place = "".join(
        f"{side}:{getattr(spot, side):.2f}%;" for side in ("left", "top", "width", "height")
    )
    return tag(
        "a",
        href=spot.address,
        target="_blank",
        title=f"{spot.words}：溯源",
        aria_label=f"{spot.words}：溯源",
        style=place,
    )


@st.cache_data(max_entries=_PAPERS, show_spinner=False)
def _paper(digest: str, _content: bytes) -> Paper:
    with _on_disk(_content) as path:
        sizes = pdf_pages.page_sizes(path)
        texts = [re.sub(r"\s+", " ", text).strip() for text in pdf_pages.page_texts(path)]
        spots: list[list[Spot]] = [[] for _ in sizes]
        for link in pdf_pages.links(path):
            spots[link.page - 1] += _spots(link, sizes[link.page - 1])
    ratios = tuple(width / height for width, height in sizes)
    return Paper(digest, _content, tuple(texts), tuple(map(tuple, spots)), ratios)


def _spots(link: Link, size: tuple[float, float]) -> list[Spot]:
    # Relative, as the reader may know this site under another name than the paper does.
    address = "trace?" + link.address.partition("trace?")[2]
    width, height = size
    return [
        Spot(
            link.words,
            address,
            100 * place.left / width,
            100 * (1 - place.top / height),
            100 * (place.right - place.left) / width,
            100 * (place.top - place.bottom) / height,
        )
        for place in link.places
    ]


@st.cache_data(max_entries=_PICTURES, show_spinner=False)
def _picture(digest: str, number: int, _content: bytes) -> bytes:
    with _on_disk(_content) as path:
        return pdf_pages.page_png(path, number, width=_WIDTH)


@contextmanager
def _on_disk(content: bytes) -> Iterator[Path]:
    """The PDF as a file for as long as the block lasts: its reader takes no bytes."""
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(content)
        file.flush()
        yield Path(file.name)
