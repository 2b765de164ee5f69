"""Which version the wall shows: the one served, or the last that could be read, or none yet."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Any

import streamlit as st

from pages.kit.data import cached, page_scope
from pages.kit.html import tag
from pages.kit.wall_boxes import Layout
from pages.kit.wall_frame import LOOK_EVERY, style, track
from warehouse.access.scope import Scope
from warehouse.read import overview
from warehouse.read.connection import WarehouseNotBuiltError, current_version

log = logging.getLogger(__name__)

# The last scope that could be read, by the place it is narrowed to; one process, all displays.
_readable: dict[str | None, Scope] = {}
_complained: set[str] = set()


@dataclass(frozen=True)
class Found:
    """What a wall draws.

    Attributes:
        scope: With the version that is drawn.
        site: Its row of `overview.site`.
        served: The version that is served; another one where that could not be read.
    """

    scope: Scope
    site: dict[str, Any]
    served: str


def newest_readable() -> Found | None:
    """The newest version that can be drawn; None before the first one.

    A version that cannot be read takes no picture off the wall: the one before stays until the
    next is published.
    """
    try:
        scope = page_scope()
    except WarehouseNotBuiltError:
        return None
    try:
        site = cached(overview.site, scope).row(0, named=True)
    except Exception:
        before = _readable.get(scope.area_code)
        if before is None:
            raise
        if scope.version not in _complained:
            _complained.add(scope.version)
            log.exception("Version %s cannot be read; %s stays", scope.version, before.version)
        site = cached(overview.site, before).row(0, named=True)
        return Found(before, site, scope.version)
    _readable[scope.area_code] = scope
    return Found(scope, site, scope.version)


def waiting(layout: Layout) -> None:
    """What a wall shows that hangs before there are data; it goes on by itself."""
    st.html(f"<style>{style(layout)}</style>")
    with track("wall"):
        words = tag("b", "尚无已发布的数据版本"), tag("span", "数据装载并构建后自动显示")
        st.html(tag("section", tag("div", *words, class_="calm"), class_="panel"))
        _look()


@st.fragment(run_every=LOOK_EVERY)
def _look() -> None:
    try:
        current_version()
    except WarehouseNotBuiltError:
        return
    st.rerun()
