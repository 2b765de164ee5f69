"""The frame of a desk page: its style, navigation, demo mark and data cut, and its panels."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import lru_cache
from pathlib import Path

import polars as pl
import streamlit as st

from pages.kit.data import cached, page_scope
from pages.kit.filters import told
from pages.kit.html import Markup, join, tag
from pages.kit.icons import icon_css
from pages.kit.navigation import late_feeds, nav_bar
from pages.kit.states import is_outside, not_permitted, nothing_here
from pages.kit.theme import css_variables, desk_palette
from warehouse.read import data

__all__ = ["desk_frame", "desk_style", "nothing_here", "panel", "panel_head"]

_STATIC = Path(__file__).parent / "static"


def desk_frame(active: str, *, data_cut: datetime | None, warning: str = "") -> None:
    """Draw the top of a desk page; call it first. Ends the page for a place that is closed.

    Args:
        active: Path of the page shown, such as `events`.
        data_cut: The moment up to which data count; None shows a dash.
        warning: What is wrong with the data, such as `信访滞后 6 小时`; unless told, which feeds
            are later than agreed.
    """
    st.html(f"<style>{css_variables(desk_palette())}{_style()}</style>")
    with st.container(key="desk_nav"):
        st.html(nav_bar(active, data_cut, warning or late_feeds(_freshness())))
    if is_outside(page_scope(), told("area")):
        with panel("pn_closed"):
            not_permitted("地址里的区域不在本机的查看范围内。")
        st.stop()


def desk_style(name: str) -> None:
    """Add the style sheet of one page, a file of `static/`."""
    st.html(f"<style>{(_STATIC / name).read_text()}</style>")


@contextmanager
def panel(key: str, title: str = "", caption: str | Markup = "") -> Iterator[None]:
    """A white panel with a title line; what is drawn inside it follows below.

    Args:
        key: Becomes the CSS class `st-key-<key>`; begins with `pn_`.
        title: Bold, at the left. A panel without title has no title line.
        caption: Small, at the right: unit, period, how to read it.
    """
    with st.container(key=key):
        if title:
            st.html(panel_head(title, caption))
        yield


def panel_head(title: str | Markup, caption: str | Markup = "") -> Markup:
    """The title line of a panel."""
    return tag("div", tag("h2", title), tag("span", caption, class_="cap"), class_="ph")


def _freshness() -> pl.DataFrame:
    return cached(data.freshness, page_scope())


@lru_cache(maxsize=1)
def _style() -> str:
    return join(
        [
            Markup(icon_css()),
            Markup((_STATIC / "desk.css").read_text()),
            Markup((_STATIC / "print.css").read_text()),
        ]
    )
