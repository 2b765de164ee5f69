"""谁来办: who must act, with what is overdue, how long at most, and how much is in hand."""

from __future__ import annotations

from typing import Any

import streamlit as st

from pages.kit.data import cached
from pages.kit.formats import duration, number
from pages.kit.html import Markup, tag
from pages.kit.wall_boxes import Layout
from pages.kit.wall_counts import counts_overlay
from pages.kit.wall_links import anchor, head, page_of
from warehouse.access.scope import Scope
from warehouse.read import overview

LINES = 1.6


def owners(scope: Scope, layout: Layout) -> None:
    """Draw the panel: as many units as it has room for, most overdue first."""
    room = int((layout.boxes["owners"].height - 5.4) / (layout.sizes["fs-body"] * LINES))
    st.html(owners_html(cached(overview.owners, scope).to_dicts(), room))
    counts_overlay(scope, "alerts", "谁来办", panel="_owners")


def owners_html(rows: list[dict[str, Any]], room: int) -> Markup:
    """The panel's HTML; what does not fit is put together in the caption, never dropped."""
    owing = [row for row in rows if row["overdue_count"]]
    in_hand = sum(row["open_count"] for row in rows)
    overdue = sum(row["overdue_count"] for row in rows)
    caption = f"在办 {number(in_hand)} · 超期 {number(overdue)}"
    if len(owing) > room:
        caption = f"前 {room} 家 · 共 {len(owing)} 家超期 {number(overdue)}"
    top = head("owners", "谁来办", caption=caption)
    if not owing:
        calm = tag("div", tag("b", "当前无超期"), tag("span", f"在办 {number(in_hand)} 件"))
        return tag("section", top, calm, class_="panel")
    names = ("责任单位", "超期件数", "最长", "在办")
    labels = tag("div", *[tag("span", name) for name in names], class_="un h")
    most = owing[0]["overdue_count"]
    drawn = [owner_html(row, most) for row in owing[:room]]
    return tag("section", top, labels, *drawn, class_="panel")


def owner_html(row: dict[str, Any], most: int) -> Markup:
    """One unit: name, bar with its count, longest time over the limit, in hand."""
    bar = tag("i", style=f"width:{row['overdue_count'] / most * 78:.1f}%")
    return anchor(
        tag("span", row["owner_name"], class_="nm"),
        tag("span", bar, tag("b", number(row["overdue_count"])), class_="late"),
        tag("span", duration(row["longest_hours"]), class_="t2"),
        tag("span", number(row["open_count"]), class_="t2"),
        href=page_of("owners"),
        class_="un",
    )
