"""Rows of a panel that can be clicked: their drawing, and a button over each of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import streamlit as st

from pages.kit.html import Markup


@dataclass(frozen=True)
class Hit:
    """What a click on a row does.

    Attributes:
        key: Tells it apart in its panel.
        words: What it does, read aloud.
        click: Called before the page runs again, as a change of the address wants it; None where
            the caller opens something in the run.
        is_on: Whether the row can be clicked at all.
    """

    key: str
    words: str
    click: Callable[[], None] | None = None
    is_on: bool = True


def rows_with_hits(name: str, drawn: Markup, hits: Sequence[Hit]) -> str | None:
    """Draw rows of the class `bars`, each under its button.

    Args:
        name: Of the panel, unique on the page.
        drawn: The rows.
        hits: One per row, from the top; rows below the last one cannot be clicked.

    Returns:
        Key of the row that was clicked, in the run of that click only.
    """
    clicked = None
    with st.container(key=f"bars_{name}"):
        st.html(drawn)
        with st.container(key=f"hits_{name}"):
            for hit in hits:
                if st.button(
                    hit.words,
                    key=f"hit_{name}_{hit.key}",
                    type="tertiary",
                    disabled=not hit.is_on,
                    on_click=hit.click,
                ):
                    clicked = hit.key
    return clicked
