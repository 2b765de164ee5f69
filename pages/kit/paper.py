"""What a page says on paper and not on the screen: its filters in words, its tables whole."""

from __future__ import annotations

import polars as pl
import streamlit as st

from pages.kit.html import tag


def printed_words(words: str) -> None:
    """The filters in a sentence, under the title of a printed page."""
    st.html(tag("div", "筛选条件：", words, class_="print-only"))


def printed_table(rows: pl.DataFrame, *, without: tuple[str, ...] = ()) -> None:
    """The rows of a table that the screen draws on a canvas, which paper would cut.

    Args:
        rows: As shown, their columns named by their headings; values are text.
        without: Columns that hold pictures.
    """
    listed = rows.drop(*without, strict=False)
    head = tag("tr", *(tag("th", name, scope="col") for name in listed.columns))
    body = [tag("tr", *(tag("td", value) for value in row)) for row in listed.iter_rows()]
    table = tag("table", tag("thead", head), tag("tbody", *body), class_="printed")
    st.html(tag("div", table, class_="print-only"))
