"""The frame of a desk page: its style, navigation, demo mark and data cut, and its panels."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import lru_cache
from pathlib import Path

import streamlit as st

from pages.kit.addresses import Address, navigation, wall_address
from pages.kit.formats import moment
from pages.kit.html import Markup, join, tag
from pages.kit.icons import icon_css, mark
from pages.kit.theme import DESK, css_variables
from warehouse.read.site import site_names
from warehouse.settings import settings

_STATIC = Path(__file__).parent / "static"


def desk_frame(active: str, *, data_cut: datetime | None, warning: str = "") -> None:
    """Draw the top of a desk page; call it first.

    Args:
        active: Path of the page shown, such as `events`.
        data_cut: The moment up to which data count; None shows a dash.
        warning: What is wrong with the data, such as `信访滞后 6 小时`; empty when nothing is.
    """
    st.html(f"<style>{_style()}</style>")
    site = settings()
    facts = [
        tag("span", "演示数据", class_="demo") if site.demo else "",
        tag("span", "数据截至 ", tag("b", moment(data_cut))),
        tag("span", Markup(mark("stale", "12px")), " ", warning, class_="c-watch")
        if warning
        else "",
    ]
    with st.container(key="desk_nav"):
        st.html(
            tag(
                "nav",
                tag("div", _logo(), site_names().brand, class_="brand"),
                tag("div", *(_link(address, active) for address in navigation()), class_="items"),
                tag("div", *facts, class_="facts"),
                aria_label="主导航",
            )
        )


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


def nothing_here(words: str, advice: str) -> None:
    """An empty state that names its reason and says how to get out of it."""
    st.html(
        tag("div", Markup(mark("none", "14px")), tag("b", words), tag("span", advice), class_="nil")
    )


def _link(address: Address, active: str) -> Markup:
    is_active = address.path == active
    return tag(
        "a",
        address.title,
        href=wall_address() if address.path == "wall" else address.path,
        target="_self",
        class_="on" if is_active else None,
        aria_current="page" if is_active else None,
    )


def _logo() -> Markup:
    cells = [tag("i", class_="on" if place == 4 else None) for place in range(9)]
    return tag("span", *cells, class_="logo", aria_hidden="true")


@lru_cache(maxsize=1)
def _style() -> str:
    return join(
        [
            Markup(css_variables(DESK)),
            Markup(icon_css()),
            Markup((_STATIC / "desk.css").read_text()),
        ]
    )
