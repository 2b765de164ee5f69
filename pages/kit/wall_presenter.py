"""Presenter mode: one part after the other over the whole display, by keyboard or remote."""

from __future__ import annotations

import streamlit as st

from pages.kit.html import tag
from pages.kit.wall_boxes import Layout
from pages.kit.wall_frame import track
from pages.kit.wall_layouts import PARTS
from pages.kit.wall_parts import TITLES
from pages.kit.wall_view import show_alone


def presenter(layout: Layout) -> None:
    """The buttons that keys.js presses, and at the bottom which part of how many this is."""
    with track("steps"):
        for part in (None, *PARTS):
            name = part or "whole"
            st.button(
                TITLES[part] if part else "全屏",
                key=f"go_{name}",
                on_click=show_alone,
                args=(part,),
            )
        told = {"data_parts": " ".join(PARTS), "data_part": layout.focus or ""}
        st.html(tag("i", id="wall-parts", **told))
    if layout.focus:
        place = PARTS.index(layout.focus) + 1
        words = tag("b", f"{place} / {len(PARTS)}"), f" {TITLES[layout.focus]}"
        with track("hint"):
            st.html(
                tag("div", *words, tag("span", "← → 翻页 · Esc 返回 · Q 二维码"), class_="hint")
            )
