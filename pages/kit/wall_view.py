"""Which wall is asked for: the address says it, or else the shape of the display."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from pages.kit.wall_boxes import Layout
from pages.kit.wall_layouts import BY_SHAPE, LAYOUTS, PARTS, alone, far

FAR = "far"


def asked_layout() -> Layout:
    """The layout that the address of this session asks for."""
    return layout_of(st.query_params.to_dict())


def layout_of(told: Mapping[str, str]) -> Layout:
    """`layout=` wins over `shape=` (written by the browser, see server.py); else one screen.

    `density=far` makes type larger; `focus=` shows one part alone. What is not known is not
    followed: a wall never answers with an error.
    """
    named = told.get("layout", "")
    shaped = told.get("shape", "")
    chosen = LAYOUTS.get(named) or (LAYOUTS[shaped] if shaped in BY_SHAPE else LAYOUTS["16x9"])
    if told.get("density") == FAR:
        chosen = far(chosen)
    focus = told.get("focus", "")
    return alone(focus, chosen) if focus in PARTS else chosen


def show_alone(part: str | None) -> None:
    """Write into the address which part is shown alone; None shows the whole wall again."""
    if part is None:
        st.query_params.pop("focus", None)
    else:
        st.query_params["focus"] = part
