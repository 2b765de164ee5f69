"""What the tables of the data page are made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import streamlit as st

from pages.kit.formats import NO_VALUE, number
from pages.kit.html import Markup, scroll_area, tag
from pages.kit.icons import mark


def file_line(file: str | None, row: int | None) -> Markup:
    """A line of a file by the file's short name; the whole path shows under the pointer."""
    if file is None:
        return Markup(NO_VALUE)
    return tag("code", f"{file.rpartition('/')[2]} : {row}", title=f"{file} : {row}")


def near_path(path: str | None, parts: int = 2) -> Markup:
    """The last parts of a place's path; the whole path shows under the pointer."""
    return tag("span", "·".join((path or NO_VALUE).split("·")[-parts:]), title=path)


def scrolled(table: Markup, height: int | None, label: str) -> None:
    """Draw a table that scrolls by itself.

    Args:
        table: As HTML.
        height: Beyond so many pixels; None for what the window leaves below the page's head.
        label: Read aloud.
    """
    if height is None:
        st.html(scroll_area(table, label=label, class_="scroll tall"))
    else:
        st.html(scroll_area(table, label=label, style=f"max-height:{height}px"))


def plain_table(
    columns: Sequence[str], rows: Iterable[Sequence[Any]], right: set[int] | None = None
) -> Markup:
    """A table of the data pages; `right` are the columns set to the right."""
    sides = ["r" if place in (right or set()) else None for place in range(len(columns))]
    head = tag(
        "tr", *(tag("th", name, class_=side) for name, side in zip(columns, sides, strict=True))
    )
    body = [
        tag("tr", *(tag("td", cell, class_=side) for cell, side in zip(row, sides, strict=True)))
        for row in rows
    ]
    return tag("table", tag("thead", head), tag("tbody", *body), class_="dt")


def status_mark(words: tuple[str, str]) -> Markup:
    """A shape and a word."""
    shape, word = words
    return tag("span", Markup(mark(shape, "12px")), " ", word, class_=f"st c-{shape}")


def percent(share: float | None) -> str:
    """A share of 100; what is there but rounds to nothing says so."""
    if share is not None and 0 < share < 0.05:
        return "<0.1%"
    return NO_VALUE if share is None else f"{number(share, 1)}%"
