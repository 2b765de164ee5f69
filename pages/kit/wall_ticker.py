"""实时事件: the newest steps of the loop, running below the wall."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import streamlit as st

from pages.kit.data import cached
from pages.kit.html import Markup, tag
from pages.kit.place_names import short_path
from pages.kit.wall_boxes import Layout
from pages.kit.wall_frame import living
from pages.kit.wall_links import anchor, link, page_of
from warehouse.access.scope import Scope
from warehouse.read import overview

# About 40 px a second: an item is some 430 px wide.
SECONDS_PER_ITEM = 11


def ticker(scope: Scope, layout: Layout) -> None:
    """Draw the band, with the version that is shown at its end."""
    site = cached(overview.site, scope).row(0, named=True)
    rows = cached(overview.latest, scope).to_dicts()
    st.html(ticker_html(rows, site["build_id"], site["as_of"]))


def ticker_html(rows: list[dict[str, Any]], build_id: str, as_of: datetime) -> Markup:
    """The items twice, so that the loop has no seam."""
    items = [item_html(row, as_of) for row in rows]
    if not items:
        items = [tag("span", tag("span", "近 24 小时没有事件流转", class_="pl"), class_="it")]
    run = tag("div", *items, *items, class_="run", style=f"--loop:{SECONDS_PER_ITEM * len(items)}s")
    return tag(
        "footer",
        anchor("实时事件", href=page_of("ticker"), class_="lab"),
        tag("div", run, class_="win"),
        tag("span", f"版本 {build_id}", class_="ver"),
        class_="ticker",
    )


def item_html(row: dict[str, Any], as_of: datetime) -> Markup:
    """When, where, what, which step, who."""
    return anchor(
        tag("time", living(row["step_at"], as_of)),
        tag("span", short_path(row["place"]), class_="pl"),
        tag("span", row["subject"]),
        tag("span", row["state_name"], class_="st"),
        tag("span", row["owner_name"], class_="t2") if row["owner_name"] else "",
        href=link("events", event=row["event_id"]),
        class_="it",
    )
