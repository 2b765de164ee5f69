"""How many alerts of each kind there are, who must act, and by which rules they came."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import polars as pl
import streamlit as st

from pages.kit.as_table import chart_panel
from pages.kit.data import cached
from pages.kit.filters import tell
from pages.kit.formats import duration, number
from pages.kit.frame import nothing_here
from pages.kit.html import Markup, tag
from pages.kit.tiles import Tile, tile_row
from warehouse.access.scope import Scope
from warehouse.read import alert_list
from warehouse.read.record_filters import RecordFilter

_OWNERS = 6
_HEADINGS = {
    "owner_name": "责任单位",
    "alerts": "预警（条）",
    "severe": "严重",
    "watch": "关注",
    "longest_hours": "最长超期（小时）",
}


def kind_tiles(scope: Scope, asked: RecordFilter) -> None:
    """Draw a tile for each kind; a click narrows the page to it, another widens it again."""
    rows = cached(alert_list.kinds, scope, replace(asked, kind=None))
    tiles = [_tile(row, asked.kind) for row in rows.iter_rows(named=True)]
    tile_row("kinds", tiles, chooses=lambda tile: tell("kind", None if tile.is_on else tile.key))


def owners_panel(scope: Scope, asked: RecordFilter) -> None:
    """Draw who must act; a click narrows the page to one of them."""
    rows = cached(alert_list.owners, scope, replace(asked, department_code=None))
    chart_panel(
        "owners",
        ("谁来办", f"{number(rows.height)} 个单位 · 深色=严重，浅色=关注 · 最长超期"),
        rows=rows,
        headings=_HEADINGS,
        draw=lambda: _owners(rows, asked.department_code),
    )


def rules_button(scope: Scope) -> None:
    """A button that shows every rule with its thresholds."""
    with st.popover("预警口径", icon=":material/rule:"):
        rows = cached(alert_list.rules, scope)
        st.html(tag("div", *(_rule(row) for row in rows.iter_rows(named=True)), class_="rules"))


def _tile(row: dict[str, Any], chosen: str | None) -> Tile:
    new = row["new_this_week"]
    is_on = row["kind"] == chosen
    shape = "alert" if row["severe"] else "watch"
    return Tile(
        key=row["kind"],
        name=row["kind"],
        value=row["alerts"],
        unit="条",
        note=f"周一以来新增 {number(new)} 条" if row["alerts"] else "没有，规则在运行",
        status=shape if row["alerts"] else "none",
        leads="取消只看" if is_on else "只看",
        is_on=is_on,
    )


def _owners(rows: pl.DataFrame, chosen: str | None) -> None:
    if rows.is_empty():
        nothing_here("没有需要督促的单位。", "当前条件下没有预警。")
        return
    listed = rows.head(_OWNERS)
    if chosen is not None and chosen not in listed["owner_code"]:
        listed = pl.concat([listed.head(_OWNERS - 1), rows.filter(pl.col("owner_code") == chosen)])
    top = max(listed["alerts"])
    with st.container(key="bars_owners"):
        st.html(
            tag(
                "div",
                *(_owner(row, top, chosen) for row in listed.iter_rows(named=True)),
                class_="bars owners",
            )
        )
        with st.container(key="hits_owners"):
            for code, name in listed.select("owner_code", "owner_name").iter_rows():
                is_on = code == chosen
                st.button(
                    f"取消筛选 {name}" if is_on else f"只看 {name}",
                    key=f"hit_owner_{code}",
                    type="tertiary",
                    on_click=tell,
                    args=("department", None if is_on else code),
                )


def _owner(row: dict[str, Any], top: int, chosen: str | None) -> Markup:
    parts = [
        tag("i", style=f"width:{row[name] / top:.1%}", class_=name)
        for name in ("severe", "watch")
        if row[name]
    ]
    return tag(
        "div",
        tag("span", row["owner_name"], title=row["owner_name"]),
        tag("div", *parts, class_="track"),
        tag("b", number(row["alerts"])),
        tag("em", duration(row["longest_hours"]) if row["longest_hours"] else "—"),
        class_="chosen" if row["owner_code"] == chosen else None,
    )


def _rule(row: dict[str, Any]) -> Markup:
    return tag(
        "div",
        tag("b", row["kind"]),
        tag("span", row["subject"]),
        tag("p", row["rule"], tag("small", row["basis"])),
        tag("em", f"{number(row['alert_count'])} 条"),
    )
