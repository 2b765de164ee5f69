"""Header of the wall: which place, how fresh each feed is, what time it is."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import streamlit as st

from pages.kit.data import cached
from pages.kit.formats import duration, moment
from pages.kit.html import Markup, tag
from pages.kit.icons import mark
from pages.kit.wall_frame import when
from warehouse.access.scope import Scope
from warehouse.read import overview
from warehouse.settings import settings

# Older than this, the whole picture is said to be old, whatever the feeds were then.
OLD_HOURS = 24
LABELS = {"grid": "网格", "case": "纠纷", "petition": "信访", "volunteer": "志愿"}


@st.fragment(run_every="60s")
def header(scope: Scope, site: dict[str, Any]) -> None:
    """Draw it; once a minute, because data grow old while nothing else changes."""
    feeds = cached(overview.feeds, scope).to_dicts()
    st.html(header_html(site, feeds, settings().now()))


def header_html(site: dict[str, Any], feeds: list[dict[str, Any]], now: datetime) -> Markup:
    """The header's HTML at the moment `now` of the site's clock."""
    logo = tag("span", *[tag("i") for _ in range(9)], class_="logo", aria_hidden="true")
    title = tag("h1", f"{site['site_name']}{site['product_title']}", tag("span", "一屏统管"))
    demo = tag("span", "演示数据", class_="tag") if site["demo"] else ""
    age = (now - site["as_of"]).total_seconds() / 3600
    cut = tag("span", "数据截至 ", tag("b", when(site["as_of"], now)))
    if age > OLD_HOURS:
        words = f" 数据截至 {moment(site['as_of'])} · {duration(age)}前"
        cut = tag("span", mark("stale", ".95em"), words, class_="stale")
    chips = [chip(feed, site["as_of"]) for feed in feeds]
    return tag(
        "header",
        tag("div", logo, title, demo, class_="l"),
        tag(
            "div",
            tag("div", cut, *chips, class_="fresh"),
            # The browser fills these in (wall.js), so that a clock needs no server.
            tag("div", tag("div"), tag("div"), class_="date", id="wall-date"),
            tag("div", tag("b"), tag("span"), class_="clock", id="wall-clock"),
            class_="r",
        ),
        class_="hdr",
    )


def chip(feed: dict[str, Any], as_of: datetime) -> Markup:
    """Newest time of one family of feeds; amber when it is later than agreed."""
    label = LABELS.get(feed["family"], feed["feed_name"])
    if feed["freshness"] == "none":
        return tag("span", mark("none", ".8em"), f" {label} ", tag("b", "未接入"), class_="off")
    if feed["freshness"] == "normal":
        time = when(feed["latest_at"], as_of)
        return tag("span", mark("good", ".8em"), f" {label} ", tag("b", time))
    late = f"滞后 {duration(feed['delay_hours'])}"
    return tag("span", mark("stale", ".95em"), f" {label} ", tag("b", late), class_="stale")
