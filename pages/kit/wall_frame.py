"""The wall's frame: its styles, its grid, the clock, and the watch for a new version."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import streamlit as st

from pages.kit.formats import clock, moment
from pages.kit.html import tag
from pages.kit.icons import icon_css, mark
from pages.kit.theme import WALL, WALL_SIZES, css_variables
from warehouse.access.scope import Scope
from warehouse.read.connection import current_version
from warehouse.settings import settings

log = logging.getLogger(__name__)

CSS = Path(__file__).parent / "static" / "wall.css"
SCRIPT = Path(__file__).parent / "static" / "wall.js"
# A new version is on the wall within this time.
LOOK_EVERY = "5s"


@contextmanager
def wall_frame(scope: Scope, as_of: datetime) -> Iterator[None]:
    """Everything inside stands on the wall's grid, and follows the served version."""
    tokens = css_variables(WALL, WALL_SIZES)
    st.html(f"<style>{tokens}{icon_css()}{CSS.read_text()}</style>")
    with st.container(key="offstage"):
        script = SCRIPT.read_text().replace("$ZONE", settings().timezone)
        # A script that stands first is dropped by the sanitiser, so something goes before it.
        lost = f'<div class="lost" id="wall-lost">连接中断，显示 {moment(as_of)} 的数据</div>'
        st.html(f"{lost}<script>{script}</script>", unsafe_allow_javascript=True)
        _watch(scope.version)
    with st.container(key="wall"):
        yield


@contextmanager
def track(key: str) -> Iterator[None]:
    """A named cell or row of cells of the grid (see wall.css)."""
    with st.container(key=key):
        yield


@contextmanager
def panel(title: str) -> Iterator[None]:
    """A part of the wall that may fail alone: the others stay, the reason goes to the log."""
    try:
        yield
    except Exception:
        log.exception("The wall's part %s failed", title)
        failed = tag("div", tag("b", mark("none"), f" {title}：查询失败"), class_="calm")
        st.html(tag("section", failed, class_="panel"))


@st.fragment(run_every=LOOK_EVERY)
def _watch(version: str) -> None:
    """Draw the whole wall anew when another version is served, and never before.

    All parts read the version that this run began with, so no two of them ever show
    different ones; until the new picture is there, the old one stays.
    """
    if current_version() != version:
        st.rerun()
    # The browser knows by this beat that the server is still there.
    st.html(f'<i id="wall-beat" data-at="{datetime.now():%H%M%S}"></i>')


def when(moment_: datetime | None, as_of: datetime) -> str:
    """A time of day for today, `昨日 17:20` for yesterday, else the date."""
    if moment_ is None:
        return "—"
    days = (as_of.date() - moment_.date()).days
    if days == 0:
        return clock(moment_)
    return f"昨日 {clock(moment_)}" if days == 1 else f"{moment_:%m-%d}"
