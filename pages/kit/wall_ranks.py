"""街道考核: the newest assessment that is complete; ties are joined, not hidden."""

from __future__ import annotations

from typing import Any

import streamlit as st

from pages.kit.data import cached
from pages.kit.formats import number
from pages.kit.html import Markup, tag
from pages.kit.place_names import short_place
from pages.kit.wall_boxes import Layout
from pages.kit.wall_composition import composed_html
from pages.kit.wall_links import anchor, head, link
from pages.kit.wall_rank_rows import (
    CARDS,
    ROWS,
    best_and_worst,
    group_name,
    movement,
    tie_html,
)
from warehouse.access.scope import Scope
from warehouse.read import overview

# Height of a row in lines of its type; from this width on, in rem, a score is taken apart.
LINES, WIDE = 1.45, 40.0


def ranks(scope: Scope, layout: Layout) -> None:
    """Draw the panel; where it is broad, every score is shown as what it is made of."""
    site = cached(overview.site, scope).row(0, named=True)
    rows = cached(overview.ranks, scope).to_dicts()
    box = layout.boxes["ranks"]
    is_wide = box.width > WIDE and bool(rows)
    used = 5.4 if is_wide else 3.5
    room = max(int((box.height - used) / (layout.sizes["fs-h"] * LINES)), ROWS)
    unit_name = rows[0]["level_name"] if rows else site["unit_level_name"]
    if is_wide:
        items = cached(overview.rank_items, scope, rows[0]["scheme_code"], rows[0]["period_start"])
        st.html(composed_html(rows, items.to_dicts(), room, unit_name=unit_name))
    else:
        st.html(ranks_html(rows, room, unit_name=unit_name, is_far=layout.is_far))


def ranks_html(
    rows: list[dict[str, Any]], room: int = ROWS, *, unit_name: str, is_far: bool = False
) -> Markup:
    """The panel's HTML."""
    label = rows[0]["period_label"] if rows else ""
    caption = "点线相连=差异不显著"
    if rows and rows[0]["green_line"] is not None and not is_far:
        caption += f" · 白线={number(rows[0]['green_line'])}"
    top = head("ranks", f"{unit_name}考核", label, caption=caption)
    if not rows:
        calm = tag(
            "div",
            tag("b", "数据未齐，暂不排名"),
            tag("span", "考核期结束且所需数据到齐后自动生成"),
            class_="calm",
        )
        return tag("section", top, calm, class_="panel")
    shown = best_and_worst(rows, room)
    grouped = len({row["peer_group"] for row in rows}) > 1
    drawn = [
        rank_html(row, group_name(row, before) if grouped else None)
        for row, before in zip(shown, [None, *shown], strict=False)
    ]
    return tag("section", top, *drawn, class_="panel grouped" if grouped else "panel")


def rank_html(row: dict[str, Any], group: str | None = None) -> Markup:
    """One unit: tie, rank, movement, name, bar with the line of the green card, score, card.

    A click shows how the score came about.
    """
    card = CARDS.get(row["card"] or "")
    colour = {"yellow": "w", "red": "a"}.get(row["card"] or "")
    line = row["green_line"]
    tick = tag("u", style=f"left:{line:.1f}%") if line is not None else ""
    return anchor(
        tie_html(row),
        tag("div", row["rank"], class_="no"),
        tag("div", *movement(row["rank_change"]), class_="ch"),
        tag("div", short_place(row["unit_name"]), class_="nm"),
        "" if group is None else tag("div", group, class_="gr"),
        tag("div", tag("i", class_=colour, style=f"width:{row['score']:.1f}%"), tick, class_="bar"),
        tag("div", number(row["score"], 1), class_="sc"),
        tag("div", tag("span", card, class_=f"card {row['card']}") if card else ""),
        class_="rk begins" if group else "rk",
        href=link("ranking", unit=row["unit_code"]),
    )
