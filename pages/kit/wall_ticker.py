"""实时事件: the newest steps of the loop, running below the wall."""

from __future__ import annotations

from typing import Any

import streamlit as st

from pages.kit.data import cached
from pages.kit.formats import clock
from pages.kit.html import Markup, tag
from pages.kit.place_names import short_path
from warehouse.access.scope import Scope
from warehouse.read import overview

# About 40 px a second: an item is some 430 px wide.
SECONDS_PER_ITEM = 11


def ticker(scope: Scope, site: dict[str, Any]) -> None:
    """Draw the band, with the version that is shown at its end."""
    st.html(ticker_html(cached(overview.latest, scope).to_dicts(), str(site["build_id"])))


def ticker_html(rows: list[dict[str, Any]], build_id: str) -> Markup:
    """The items twice, so that the loop has no seam."""
    items = [item_html(row) for row in rows]
    if not items:
        items = [tag("span", tag("span", "近 24 小时没有事件流转", class_="pl"), class_="it")]
    run = tag("div", *items, *items, class_="run", style=f"--loop:{SECONDS_PER_ITEM * len(items)}s")
    return tag(
        "footer",
        tag("span", "实时事件", class_="lab"),
        tag("div", run, class_="win"),
        tag("span", f"版本 {build_id}", class_="ver"),
        class_="ticker",
    )


def item_html(row: dict[str, Any]) -> Markup:
    """When, where, what, which step, who."""
    return tag(
        "span",
        tag("time", clock(row["step_at"])),
        tag("span", short_path(row["place"]), class_="pl"),
        tag("span", row["subject"]),
        tag("span", row["state_name"], class_="st"),
        tag("span", row["owner_name"], class_="t2") if row["owner_name"] else "",
        class_="it",
    )
