"""The wall's frame: its styles, its boxes, its scripts, and the watch for a new version."""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import lru_cache
from pathlib import Path

import streamlit as st

from pages.kit.app_version import app_version
from pages.kit.formats import clock
from pages.kit.html import Markup, tag
from pages.kit.icons import icon_css, mark
from pages.kit.theme import WALL, css_variables
from pages.kit.wall_boxes import Box, Layout
from warehouse.read.connection import current_version
from warehouse.settings import settings

log = logging.getLogger(__name__)

STATIC = Path(__file__).parent / "static" / "wall"
STYLES = ("frame", "words", "figures", "map", "panels", "lists")
SCRIPTS = ("clock", "link", "keys")
# A new version is on the wall within this time.
LOOK_EVERY = "5s"


@contextmanager
def wall_frame(served: str, layout: Layout, as_of: datetime) -> Iterator[None]:
    """Everything inside stands on the wall's boxes, and follows what is served after `served`."""
    st.html(f"<style>{style(layout)}</style>")
    with st.container(key="offstage"):
        # A script that stands first is dropped by the sanitiser, so something goes before it.
        lost = tag("div", class_="lost", id="wall-lost", data_at=str(epoch(as_of)))
        st.html(f"{lost}<script>{script()}</script>", unsafe_allow_javascript=True)
        _watch(served)
    with st.container(key="wall"):
        yield


def style(layout: Layout) -> str:
    """The style sheet of a layout: tokens, icons, boxes, then what all layouts share."""
    tokens = css_variables(WALL, dict(layout.sizes))
    named = (*STYLES, *(["far"] if layout.is_far else []), *(["alone"] if layout.focus else []))
    return f"{tokens}{icon_css()}{_boxes(layout)}{''.join(_read(f'{name}.css') for name in named)}"


def script() -> str:
    """The scripts of the wall, told the site's time zone."""
    told = f"window.__wallZone={json.dumps(settings().timezone)};"
    return told + "".join(_read(f"{name}.js") for name in SCRIPTS)


def _boxes(layout: Layout) -> str:
    """Root size and the place of every part, from the numbers of the layout."""
    width, height = layout.width, layout.height
    rules = [
        f"html{{font-size:min(calc(100vw / {width:g}),calc(100vh / {height:g}))!important}}",
        f".st-key-wall{{width:{width:g}rem!important;height:{height:g}rem!important;"
        f"margin:calc((100vh - {height:g}rem)/2) calc((100vw - {width:g}rem)/2)!important}}",
    ]
    placed = {f"at_{part}": box for part, box in layout.boxes.items()}
    placed |= {f"head_{place}": box for place, (box, _) in enumerate(layout.header)}
    return "".join([*rules, *(_box_rule(key, box) for key, box in placed.items())])


def _box_rule(key: str, box: Box) -> str:
    return (
        f".st-key-{key}{{position:absolute!important;left:{box.left:.4f}rem;top:{box.top:.4f}rem;"
        f"width:{box.width:.4f}rem!important;height:{box.height:.4f}rem!important}}"
    )


@contextmanager
def track(key: str) -> Iterator[None]:
    """A named cell of the wall (see the style sheets)."""
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
    # By this beat the browser knows that the server is there, what time it is, and whether the
    # server has been replaced by a newer one.
    beat = tag("i", id="wall-beat", data_now=str(round(time.time() * 1000)), data_app=app_version())
    st.html(beat)


def epoch(moment: datetime) -> int:
    """A time of the site's wall clock as the browser counts it: milliseconds since 1970."""
    return round(moment.replace(tzinfo=settings().zone).timestamp() * 1000)


def when(moment_: datetime | None, as_of: datetime) -> str:
    """A time of day for today, `昨日 17:20` for yesterday, else the date."""
    if moment_ is None:
        return "—"
    days = (as_of.date() - moment_.date()).days
    if days == 0:
        return clock(moment_)
    return f"昨日 {clock(moment_)}" if days == 1 else f"{moment_:%m-%d}"


def living(moment_: datetime | None, as_of: datetime) -> Markup:
    """As `when`, in an element that the browser keeps true when the day changes."""
    at = None if moment_ is None else str(epoch(moment_))
    return tag("b", when(moment_, as_of), data_when=at)


@lru_cache(maxsize=32)
def _read(name: str) -> str:
    return (STATIC / name).read_text()
