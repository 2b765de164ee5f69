"""Rows of a drawing that can be clicked: invisible buttons over them, one a row."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import streamlit as st


@dataclass(frozen=True)
class Hit:
    """One button.

    Attributes:
        key: Unique on the page.
        label: What a click does, for those who hear the page.
        go: Called before the page runs again.
        args: Of `go`.
    """

    key: str
    label: str
    go: Callable[..., Any]
    args: tuple[Any, ...] = ()


def row_hits(name: str, hits: Iterable[Hit]) -> None:
    """Lay the buttons over the drawing before them in the container `rows_<name>`.

    The style gives rows and buttons the same height by the variable `--row`.
    """
    with st.container(key=f"rowhits_{name}"):
        for hit in hits:
            st.button(hit.label, key=hit.key, type="tertiary", on_click=hit.go, args=hit.args)
