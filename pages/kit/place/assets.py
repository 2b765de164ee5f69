"""Facilities, people in their roles and organisations of a place, beside its peers."""

from __future__ import annotations

from typing import Any

import polars as pl
import streamlit as st

from pages.kit.as_table import chart_panel
from pages.kit.data import cached
from pages.kit.formats import number
from pages.kit.frame import nothing_here
from pages.kit.html import Markup, tag
from warehouse.access.scope import Scope
from warehouse.read import place

_HEADINGS = {
    "group_name": "类",
    "asset_name": "名称",
    "asset_count": "数量",
    "per_ten_thousand": "每万人",
    "peer_per_ten_thousand": "同类中位（每万人）",
}


def assets_panel(scope: Scope, profile: dict[str, Any]) -> None:
    """Draw them by group; a bar is the number per 10,000 residents, the tick the peers' median."""
    rows = cached(place.assets, scope, profile["area_code"])
    caption = "条=每万人 · 刻度=同类中位" if profile["peer_key"] else "右列=每万人"
    chart_panel(
        "assets",
        ("设施、力量、组织", caption),
        rows=rows,
        headings=_HEADINGS,
        draw=lambda: _draw(rows),
    )


def _draw(rows: pl.DataFrame) -> None:
    if rows.is_empty():
        nothing_here("台账里没有登记。", "设施、名册和组织登记到网格、社区或街道。")
        return
    groups = [
        tag(
            "section",
            tag("h3", str(name)),
            *(_asset(row) for row in part.iter_rows(named=True)),
        )
        for (name,), part in rows.group_by("group_name", maintain_order=True)
    ]
    st.html(tag("div", *groups, class_="assets"))


def _asset(row: dict[str, Any]) -> Markup:
    own, peers = row["per_ten_thousand"], row["peer_per_ten_thousand"]
    top = max(own or 0, peers or 0) * 1.15 or 1
    tick = (
        tag("u", style=f"left:{peers / top:.1%}", title=f"同类中位 {number(peers, 2)}")
        if peers is not None
        else ""
    )
    return tag(
        "div",
        tag("span", row["asset_name"]),
        # Without peers there is nothing that a bar could be held against.
        tag("div", tag("i", style=f"width:{(own or 0) / top:.1%}"), tick, class_="track")
        if peers is not None
        else tag("div"),
        tag("b", number(row["asset_count"]), tag("small", row["unit"])),
        tag("em", number(own, 2 if own is not None and own < 10 else 0)),
    )
