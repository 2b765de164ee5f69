"""街道考核: the newest assessment that is complete; ties are joined, not hidden."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

import streamlit as st

from pages.kit.data import cached
from pages.kit.formats import number
from pages.kit.html import Markup, tag
from pages.kit.icons import arrow
from pages.kit.place_names import short_place
from warehouse.access.scope import Scope
from warehouse.read import overview

# More units than rows: the best and the worst are shown, the middle is left out.
ROWS = 6
CARDS = {"green": "绿", "yellow": "黄", "red": "红"}


def ranks(scope: Scope) -> None:
    """Draw the panel."""
    site = cached(overview.site, scope).row(0, named=True)
    rows = cached(overview.ranks, scope).to_dicts()
    st.html(ranks_html(rows, unit_name=rows[0]["level_name"] if rows else site["unit_level_name"]))


def ranks_html(rows: list[dict[str, Any]], *, unit_name: str) -> Markup:
    """The panel's HTML."""
    label = rows[0]["period_label"] if rows else ""
    caption = "点线相连=差异不显著"
    if rows and rows[0]["green_line"] is not None:
        caption += f" · 白线={number(rows[0]['green_line'])}"
    head = tag(
        "div",
        tag("h2", f"{unit_name}考核 ", tag("span", label)),
        tag("span", caption, class_="cap"),
        class_="ph",
    )
    if not rows:
        calm = tag(
            "div",
            tag("b", "数据未齐，暂不排名"),
            tag("span", "考核期结束且所需数据到齐后自动生成"),
            class_="calm",
        )
        return tag("section", head, calm, class_="panel")
    shown = best_and_worst(rows)
    grouped = len({row["peer_group"] for row in rows}) > 1
    drawn = [
        rank_html(row, group_name(row, before) if grouped else None)
        for row, before in zip(shown, [None, *shown], strict=False)
    ]
    return tag("section", head, *drawn, class_="panel grouped" if grouped else "panel")


def best_and_worst(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """All rows if there is room; else the best and the worst of each group, groups in order."""
    if len(rows) <= ROWS:
        return rows
    groups: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        groups.setdefault(row["peer_group"], []).append(row)
    room = max(ROWS // len(groups), 1)
    shown = []
    for group in groups.values():
        own = group
        if len(own) > room:
            best, worst = own[: (room + 1) // 2], own[len(own) - room // 2 :]
            # What stands between them is not shown, so nothing joins them.
            best[-1] = best[-1] | {"ties_with_next": False}
            worst[:1] = [row | {"ties_with_previous": False} for row in worst[:1]]
            own = [*best, *worst]
        shown += own
    return shown[:ROWS]


def group_name(row: dict[str, Any], before: dict[str, Any] | None) -> str:
    """Name of the peer group where it begins: ranks are only comparable inside one."""
    begins = before is None or before["peer_group"] != row["peer_group"]
    return str(row["peer_group"]) if begins else ""


def rank_html(row: dict[str, Any], group: str | None = None) -> Markup:
    """One unit: tie, rank, movement, name, bar with the line of the green card, score, card.

    A click shows how the score came about.
    """
    card = CARDS.get(row["card"] or "")
    colour = {"yellow": "w", "red": "a"}.get(row["card"] or "")
    line = row["green_line"]
    tick = tag("u", style=f"left:{line:.1f}%") if line is not None else ""
    return tag(
        "a",
        tie_html(row),
        tag("div", row["rank"], class_="no"),
        tag("div", *movement(row["rank_change"]), class_="ch"),
        tag("div", short_place(row["unit_name"]), class_="nm"),
        "" if group is None else tag("div", group, class_="gr"),
        tag("div", tag("i", class_=colour, style=f"width:{row['score']:.1f}%"), tick, class_="bar"),
        tag("div", number(row["score"], 1), class_="sc"),
        tag("div", tag("span", card, class_=f"card {row['card']}") if card else ""),
        class_="rk begins" if group else "rk",
        href=f"ranking?{urlencode({'unit': row['unit_code']})}",
        target="_self",
    )


def tie_html(row: dict[str, Any]) -> Markup:
    """A dot, with a line up or down to the neighbours that it cannot be told apart from."""
    up, down = row["ties_with_previous"], row["ties_with_next"]
    span = ""
    if up or down:
        top, bottom = "-1px" if up else "50%", "-1px" if down else "50%"
        span = tag("span", class_="ln", style=f"top:{top};bottom:{bottom}")
    return tag("div", span, tag("span", class_="dt"), class_="tie")


def movement(change: int | None) -> list[Markup | str]:
    """Ranks gained or lost since the period before."""
    if change is None:
        return ["—"]
    if change == 0:
        return [arrow("flat")]
    return [arrow("up" if change > 0 else "down"), str(abs(change))]
