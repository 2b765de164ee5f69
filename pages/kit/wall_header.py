"""Header of the wall: which place, how fresh each feed is, what time it is, a code for phones."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import polars as pl
import streamlit as st

from pages.kit.data import cached
from pages.kit.formats import duration, number
from pages.kit.html import Markup, tag
from pages.kit.icons import mark
from pages.kit.place_names import whole_place
from pages.kit.wall_boxes import Layout
from pages.kit.wall_frame import epoch, living, track, when
from pages.kit.wall_links import anchor, link
from pages.kit.wall_qr import qr_html
from warehouse.access.scope import Scope
from warehouse.read import overview
from warehouse.settings import settings

# Older than this, the whole picture is said to be old, whatever the feeds were then.
OLD_HOURS = 24
LABELS = {"grid": "网格", "case": "纠纷", "petition": "信访", "volunteer": "志愿"}


def header(scope: Scope, layout: Layout) -> None:
    """Draw every piece in its box; clock.js keeps times and ages true without the server."""
    site = cached(overview.site, scope).row(0, named=True)
    feeds = cached(overview.feeds, scope).to_dicts()
    levels = cached(overview.map_levels, scope)
    pieces: dict[str, Callable[[], Markup]] = {
        "title": lambda: title_html(site),
        "extent": lambda: extent_html(site, levels),
        "fresh": lambda: fresh_html(site, feeds, settings().now()),
        "clock": clock_html,
        "qr": lambda: qr_html(layout.focus),
    }
    for place, (_, named) in enumerate(layout.header):
        with track(f"head_{place}"):
            st.html(tag("header", *[pieces[name]() for name in named], class_="hdr"))


def title_html(site: dict[str, Any]) -> Markup:
    """The place, the product, and whether the data are made up."""
    logo = tag("span", *[tag("i") for _ in range(9)], class_="logo", aria_hidden="true")
    title = tag("h1", f"{site['site_name']}{site['product_title']}", tag("span", "一屏统管"))
    demo = tag("span", "演示数据", class_="tag") if site["demo"] else ""
    return tag("div", logo, title, demo, class_="l")


def extent_html(site: dict[str, Any], levels: pl.DataFrame) -> Markup:
    """How much the wall is about: 全区 · 6 街道 · 65 社区 · 793 网格."""
    whole = whole_place(site["root_level"] or "", site["root_area_name"] or site["site_name"])
    counts = levels.sort("level_rank").select("place_count", "level_name").iter_rows()
    words = " · ".join([whole, *(f"{number(count)} {name}" for count, name in counts)])
    return tag("div", words, class_="extent")


def fresh_html(site: dict[str, Any], feeds: list[dict[str, Any]], now: datetime) -> Markup:
    """The data cut, and a chip for every family of feeds."""
    late = _hours(site["as_of"], now) > OLD_HOURS
    cut = tag(
        "span",
        tag("i", class_=f"mk {'i-stale c-watch' if late else ''}", style="width:.95em"),
        "数据截至 ",
        living(site["as_of"], now),
        tag("small", f" · {duration(_hours(site['as_of'], now))}前" if late else ""),
        id="wall-cut",
        class_="cut",
        data_at=str(epoch(site["as_of"])),
        data_state="late" if late else "normal",
    )
    chips = [chip(feed, now) for feed in feeds]
    return tag("div", anchor(cut, href=link("data")), *chips, class_="fresh")


def chip(feed: dict[str, Any], now: datetime) -> Markup:
    """Newest time of a family of feeds; amber when it is later than agreed, red beyond its limit.

    The browser goes on from here: the element tells it the newest time and the two borders.
    """
    label = LABELS.get(feed["family"], feed["feed_name"])
    if feed["latest_at"] is None:
        return tag("span", mark("none", ".8em"), f" {label} ", tag("b", "未接入"), class_="off")
    age = _hours(feed["latest_at"], now)
    state, shape, words = "normal", "good", ""
    if age > feed["limit_hours"]:
        state, shape, words = "over", "alert", duration(age)
    elif age > feed["expected_hours"]:
        state, shape, words = "late", "stale", f"滞后 {duration(age)}"
    return tag(
        "span",
        mark(shape, ".9em"),
        f" {label} ",
        tag("b", words or when(feed["latest_at"], now)),
        class_="chip",
        data_latest=str(epoch(feed["latest_at"])),
        data_expected=str(feed["expected_hours"]),
        data_limit=str(feed["limit_hours"]),
        data_state=state,
    )


def clock_html() -> Markup:
    """Date and clock; the browser fills them in, so that a clock needs no server."""
    return tag(
        "div",
        tag("div", tag("div"), tag("div"), class_="date", id="wall-date"),
        tag("div", tag("b"), tag("span"), class_="clock", id="wall-clock"),
        class_="now r",
    )


def _hours(then: datetime, now: datetime) -> float:
    return (now - then).total_seconds() / 3600
