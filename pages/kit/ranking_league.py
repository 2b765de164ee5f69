"""The league table of an assessment: ranks with their range, totals with their interval, slots."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import polars as pl
import streamlit as st

from pages.kit.formats import MINUS, NO_VALUE, direction, number
from pages.kit.html import Markup, join, svg_image, tag
from pages.kit.icons import arrow
from pages.kit.ranking_filters import choose_unit
from pages.kit.ranking_interval import WIDTH, Axis, interval
from pages.kit.theme import DESK

HEAD, GROUP_HEAD = 44, 26
# Height of a row in px: at least, at most, and in a table that scrolls. Drawings have the
# greatest height, and a row shows the middle of them.
ROW, TALLEST, LOW = 44, 64, 40
LONGEST = 420
# What is above, between and below the rows of this table and of the one of lost points, whose
# rows are lower by `CELL_LESS`, in px.
AROUND, CELL_LESS = 402, 16
#: What is above and below a table that scrolls, in px: it takes the rest of the window.
AROUND_SCROLLING = 526
#: With more items than this, only their names fit above the slots, not their weights.
MOST_WEIGHTS = 7
#: A share of its points below this is marked: the item costs the place its rank.
WEAK_SHARE = 0.85
CARDS = {"green": ("绿", "g"), "yellow": ("黄", "y"), "red": ("红", "r")}

Row = dict[str, Any]


def league_table(board: pl.DataFrame, items: pl.DataFrame, *, selected: str) -> None:
    """Draw the table; a click on a row chooses the place whose composition is shown.

    Args:
        board: Rows of `mart_rank_board` in the order shown.
        items: Rows of `mart_rank_items` of the same period and level.
        selected: Code of the place that is shown beside the table.
    """
    axis = Axis(board)
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
            parts.append(_row(row, own, axis))
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


def _row(row: Row, items: list[Row], axis: Axis) -> Markup:
    return tag(
        "div",
        _tie(tied_above=row["tied_above"], tied_below=row["is_tied_with_next"]),
        tag("div", tag("b", row["rank"] or NO_VALUE), " ", tag("span", _span(row)), class_="rk"),
        _moved(row["rank_change"]),
        _name(row),
        _total(row),
        tag("div", interval(row, axis, TALLEST), class_="iv"),
        tag("div", *(_slot(item) for item in items), class_="slots"),
        _card(row),
        class_="lt row on" if row["is_on"] else "lt row",
    )


def _name(row: Row) -> Markup:
    """The name, and below it why the place moved."""
    reason = row["change_reason"] or ""
    return tag(
        "div",
        tag("span", row["area_name"], class_="nm"),
        # The item behind it stands in the tip, and beside the table.
        tag("span", reason.partition("（")[0], class_="sm why"),
        class_="who",
        title=f"{row['area_name']}：{reason}" if reason else row["area_name"],
    )


def _tie(*, tied_above: bool, tied_below: bool) -> Markup:
    top = "-1px" if tied_above else "50%"
    bottom = "-1px" if tied_below else "50%"
    line = tag("i", class_="ln", style=f"top:{top};bottom:{bottom}")
    return tag("div", line if tied_above or tied_below else "", tag("i", class_="dt"), class_="tie")


def _span(row: Row) -> str:
    best, worst = row["rank_best"], row["rank_worst"]
    return "" if best is None or best == worst else f"{best}–{worst}"


def _moved(change: int | None) -> Markup:
    if change is None:
        return tag("span", NO_VALUE, class_="t3")
    return tag("span", Markup(arrow(direction(change))), f" {abs(change)}" if change else "")


def _total(row: Row) -> Markup:
    change = row["total_change"]
    if row["total"] is None:
        return tag("div", tag("span", "暂不排名", class_="sm"), class_="r")
    below = NO_VALUE if change is None else _signed(change)
    if row["is_sealed"] and row["total_today"] != row["total"]:
        below = f"现 {number(row['total_today'], 2)}"
    if row["note"]:
        below = f"{below} ※"
    return tag(
        "div",
        tag("b", number(row["total"], 2), class_="lnk"),
        tag("div", below, class_="sm"),
        class_="r tot",
        title=row["note"] or None,
    )


def _signed(change: float) -> str:
    words = number(change, 1)
    return words if words == "0.0" or words.startswith(MINUS) else f"+{words}"


def _slot(item: Row) -> Markup:
    style = f"flex:{item['weight']:g} 1 0"
    if item["is_missing"]:
        return tag("div", "缺", class_="gone", style=style, title=f"{item['item_name']}：不计分")
    weak = "weak" if item["share"] < WEAK_SHARE else None
    points = f"{number(item['points'], 1)}／{number(item['weight'])}"
    fill = tag("i", class_=weak, style=f"width:{100 * item['share']:.1f}%")
    return tag("div", fill, style=style, title=f"{item['item_name']} {points}")


def _card(row: Row) -> Markup:
    if row["card"] not in CARDS:
        return tag("div")
    word, kind = CARDS[row["card"]]
    return tag(
        "div",
        tag("span", word, class_=f"card {kind}", title=row["card_reason"]),
        class_="r",
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
