"""实时事件 as a list without motion: the newest steps of the loop, for displays with seams."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import streamlit as st

from pages.kit.data import cached
from pages.kit.html import Markup, tag
from pages.kit.place_names import short_path
from pages.kit.wall_boxes import Layout
from pages.kit.wall_frame import living
from pages.kit.wall_links import anchor, head, link
from warehouse.access.scope import Scope
from warehouse.read import overview

# Height of a row in lines of its type.
LINES = 1.9


def events(scope: Scope, layout: Layout) -> None:
    """Draw the panel: as many of the newest as it has room for."""
    site = cached(overview.site, scope).row(0, named=True)
    rows = cached(overview.latest, scope).to_dicts()
    room = int((layout.boxes["events"].height - 3.5) / (layout.sizes["fs-body"] * LINES))
    st.html(events_html(rows[:room], site["build_id"], site["as_of"]))


def events_html(rows: list[dict[str, Any]], build_id: str, as_of: datetime) -> Markup:
    """The panel's HTML."""
    top = head("events", "实时事件", caption=f"版本 {build_id}")
    if not rows:
        calm = tag("div", tag("b", "近 24 小时没有事件流转"), class_="calm")
        return tag("section", top, calm, class_="panel")
    return tag("section", top, *[event_html(row, as_of) for row in rows], class_="panel")


def event_html(row: dict[str, Any], as_of: datetime) -> Markup:
    """When, where, what, which step, who; a click opens the event."""
    return anchor(
        tag("time", living(row["step_at"], as_of)),
        tag("span", short_path(row["place"]), class_="t2"),
        tag("span", row["subject"]),
        tag("span", row["state_name"], class_="st"),
        tag("span", row["owner_name"] or "", class_="t2"),
        href=link("events", event=row["event_id"]),
        class_="ev",
    )
