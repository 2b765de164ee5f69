"""Where one is: the path of places as links, and the view in words."""

from __future__ import annotations

import streamlit as st

from pages.kit.filters import tell
from pages.kit.html import tag
from pages.kit.periods import DeskPeriod
from pages.kit.place_names import whole_place
from pages.kit.words import SOURCES, STAGES, word
from warehouse.read.event_filters import EventFilter


def crumbs(path: list[dict[str, str]]) -> None:
    """The place shown and those above it; the ones above can be gone to."""
    with st.container(key="crumbs", horizontal=True):
        for place, area in enumerate(path[:-1]):
            st.button(
                whole_place(area["level"], area["area_name"]) if place == 0 else area["area_name"],
                key=f"crumb{place}",
                type="tertiary",
                on_click=tell,
                args=("area", None if place == 0 else area["area_code"]),
            )
            st.html(tag("i", "/"))
        if path:
            st.html(tag("b", path[-1]["area_name"]))
    # On a phone the boxes stand behind this; the style shows them while it is open.
    st.html(tag("div", tag("details", tag("summary", "筛选")), class_="fold"))


def view_words(
    path: list[dict[str, str]], period: DeskPeriod, asked: EventFilter, department: str | None
) -> str:
    """The filters in a sentence, for files made of the view; the department by its name."""
    parts = [
        "·".join(area["area_name"] for area in path),
        f"{period.label}（{asked.start_at:%Y-%m-%d %H:%M} 至 {asked.end_at:%Y-%m-%d %H:%M}）",
        asked.line,
        asked.class_name,
        word(SOURCES, asked.source) if asked.source else None,
        word(STAGES, asked.stage) if asked.stage else None,
        department,
        f"关键词“{asked.text}”" if asked.text else None,
    ]
    return "；".join(part for part in parts if part)
