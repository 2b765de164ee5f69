"""The league table of an assessment: ranks with their range, totals with their interval, slots."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import polars as pl
import streamlit as st

from pages.kit.crumbs import crumbs
from pages.kit.formats import number
from pages.kit.frame import panel
from pages.kit.html import Markup, join, svg_image, tag
from pages.kit.ranking_filters import choose_unit
from pages.kit.ranking_interval import WIDTH, Axis
from pages.kit.ranking_row import league_row
from pages.kit.ranking_view import RankView
from pages.kit.tables import pager
from pages.kit.theme import DESK

HEAD, GROUP_HEAD = 44, 26
# Height of a row in px: at least, at most, and in a table that scrolls. Drawings have the
# greatest height, and a row shows the middle of them.
ROW, TALLEST, LOW = 41, 64, 40
LONGEST = 420
# What is above, between and below the rows of this table and of the one of lost points, whose
# rows are lower by `CELL_LESS`, in px.
AROUND, CELL_LESS = 430, 16
#: What is above and below a table that scrolls, in px: it takes the rest of the window.
AROUND_SCROLLING = 544
#: With more items than this, only their names fit above the slots, not their weights.
MOST_WEIGHTS = 7

READING = "名次旁为名次区间 · 竖线相连者差异不显著，宜并列 · ○ 上期 · ※ 小样本、缺项或加扣分"

Row = dict[str, Any]


def league_panel(view: RankView, path: list[dict[str, str]]) -> None:
    """Draw the panel: where one is, how to read the table, its pages, and the table.

    Args:
        view: The ranking.
        path: The place of the address and those above it, the root first.
    """
    with panel("pn_rk_league"):
        with st.container(key="rk_league_head", horizontal=True):
            st.html(tag("h2", f"{view.level_name}排名"))
            if len(path) > 1:
                crumbs(path)
            st.html(tag("span", READING, class_="cap", title=READING))
            if view.pages > 1:
                pager(view.page, view.pages)
        league_table(view)


def league_table(view: RankView) -> None:
    """Draw the table; a click on a row chooses the place whose composition is shown."""
    board, items, selected = view.shown, view.scored, view.chosen["area_code"]
    axis = Axis(view.board)
    slots = items.partition_by("area_code", as_dict=True)
    groups = board["peer_group"].n_unique()
    grouped = groups > 1
    heads = HEAD + GROUP_HEAD * groups * grouped
    scrolls = heads + ROW * board.height > LONGEST
    parts: list[Markup] = [_head(items, axis)]
    places: list[tuple[str, str, Markup]] = []
    above = HEAD
    for group, rows in _groups(board):
        if grouped:
            parts.append(tag("div", group, tag("span", f"{len(rows)} 个单位"), class_="lt-group"))
            above += GROUP_HEAD
        tied_above = False
        for row in rows:
            code = row["area_code"]
            own = slots[(code,)].to_dicts() if (code,) in slots else []
            row |= {"tied_above": tied_above, "is_on": code == selected}
            parts.append(league_row(row, own, axis, TALLEST))
            top = Markup(f"calc({above}px + {len(places)} * var(--row))")
            places.append((code, row["area_name"], top))
            tied_above = row["is_tied_with_next"]
    with st.container(
        key="rk_league", height=LONGEST if scrolls else "content", border=False, gap=None
    ):
        st.html(tag("div", *parts, class_="league"))
        st.html(_overlay_style(places, f"{LOW}px" if scrolls else row_height(board.height, heads)))
        if scrolls:
            st.html(_scrolling_style())
        for place, (code, name, _) in enumerate(places):
            st.button(
                f"{name} 得分构成",
                key=f"rk_row_{place}",
                type="tertiary",
                on_click=choose_unit,
                args=(code,),
            )


def row_height(rows: int, heads: int) -> str:
    """Height of a row as CSS: what the window has to give, shared by the rows of both tables.

    Args:
        rows: How many places there are.
        heads: Height of the headings of the table in px.
    """
    taken = AROUND + heads - HEAD - CELL_LESS * rows
    return f"clamp({ROW}px,calc((100vh - {taken}px)/{2 * rows}),{TALLEST}px)"


def _groups(board: pl.DataFrame) -> Iterator[tuple[str, list[Row]]]:
    for (group,), rows in board.group_by("peer_group", maintain_order=True):
        yield str(group), rows.to_dicts()


def _head(items: pl.DataFrame, axis: Axis) -> Markup:
    names = items.unique("item_no").sort("item_no").select("short_name", "weight").rows()
    crowded = len(names) > MOST_WEIGHTS
    ticks = "".join(
        f'<text x="{axis.x(tick):.0f}" y="13" font-size="12" fill="{DESK.t3}"'
        f' text-anchor="middle">{tick}</text>'
        for tick in axis.ticks
    )
    slots = [
        tag(
            "span",
            name,
            "" if crowded else join([" ", tag("b", number(weight))]),
            style=f"flex:{weight:g} 1 0",
            title=f"{name} {number(weight)} 分",
        )
        for name, weight in names
    ]
    reading = "得分构成：空格为失分，黄色为得分率低于 85%，" + (
        "宽度为权重" if crowded else "数字为权重"
    )
    return tag(
        "div",
        *(tag("span", words) for words in ("", "名次", "变化", "单位")),
        tag("span", "得分", class_="r"),
        tag(
            "div",
            tag("div", "得分与 90% 区间"),
            svg_image(ticks, (WIDTH, 16), alt="得分刻度", style=f"width:{WIDTH}px;height:16px"),
        ),
        tag(
            "div",
            tag("div", reading),
            tag("div", *slots, class_="slots names crowded" if crowded else "slots names"),
        ),
        tag("span", ""),
        class_="lt h",
    )


def _overlay_style(places: list[tuple[str, str, Markup]], height: str) -> Markup:
    """The height of all rows, and where the invisible buttons lie over them."""
    rules = join(
        Markup(f".st-key-rk_row_{place}{{top:{top};height:var(--row)}}")
        for place, (_, _, top) in enumerate(places)
    )
    return tag("style", Markup(f".st-key-rk_left{{--row:{height}}}"), rules)


def _scrolling_style() -> Markup:
    """The height of a table of many places: all that the window leaves."""
    return tag(
        "style",
        Markup(
            '.st-key-rk_league,[data-testid="stLayoutWrapper"]:has(>.st-key-rk_league)'
            "{flex:none!important;min-height:300px;"
            f"height:calc(100vh - {AROUND_SCROLLING}px)!important}}"
        ),
    )
