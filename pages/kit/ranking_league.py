"""The league table of an assessment: ranks with their range, totals with their interval, slots."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

import polars as pl
import streamlit as st

from pages.kit.formats import MINUS, NO_VALUE, direction, number
from pages.kit.html import Markup, join, svg_image, tag
from pages.kit.icons import arrow
from pages.kit.ranking_filters import choose_unit
from pages.kit.theme import DESK

HEAD, GROUP_HEAD = 44, 26
# Height of a row in px: at least, at most, and in a table that scrolls. Drawings have the
# greatest height, and a row shows the middle of them.
ROW, TALLEST, LOW = 46, 64, 42
LONGEST = 420
# What is above, between and below the rows of this table and of the one of lost points, whose
# rows are lower by `CELL_LESS`, in px.
AROUND, CELL_LESS = 388, 16
AXIS = 160
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
    axis = _Axis(board)
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


class _Axis:
    """Where a total lies on the cut axis of the interval column."""

    def __init__(self, board: pl.DataFrame) -> None:
        lows = board.select(pl.min_horizontal("total_low", "previous_total").min()).item()
        highs = board.select(pl.max_horizontal("total_high", "previous_total").max()).item()
        self.low = 5 * math.floor((70 if lows is None else lows) / 5)
        self.high = max(5 * math.ceil((100 if highs is None else highs) / 5), self.low + 10)
        # At most five labels fit beside each other.
        step = next(step for step in (5, 10, 20, 25, 50) if (self.high - self.low) / step <= 6)
        first = step * (self.low // step + 1)
        self.ticks = list(range(first, self.high, step))

    def x(self, total: float) -> float:
        return 6 + (AXIS - 12) * (total - self.low) / (self.high - self.low)


def _groups(board: pl.DataFrame) -> Iterator[tuple[str, list[Row]]]:
    for (group,), rows in board.group_by("peer_group", maintain_order=True):
        yield str(group), rows.to_dicts()


def _head(items: pl.DataFrame, axis: _Axis) -> Markup:
    names = items.unique("item_no").sort("item_no").select("short_name", "weight").iter_rows()
    ticks = "".join(
        f'<text x="{axis.x(tick):.0f}" y="13" font-size="12" fill="{DESK.t3}"'
        f' text-anchor="middle">{tick}</text>'
        for tick in axis.ticks
    )
    slots = [
        tag("span", name, " ", tag("b", number(weight)), style=f"flex:{weight:g} 1 0")
        for name, weight in names
    ]
    return tag(
        "div",
        *(tag("span", words) for words in ("", "名次", "变化", "单位")),
        tag("span", "得分", class_="r"),
        tag(
            "div",
            tag("div", "得分与 90% 区间"),
            svg_image(ticks, (AXIS, 16), alt="得分刻度", style=f"width:{AXIS}px;height:16px"),
        ),
        tag(
            "div",
            tag("div", "得分构成：空格为失分，黄色为得分率低于 85%，数字为权重"),
            tag("div", *slots, class_="slots names"),
        ),
        tag("span", ""),
        class_="lt h",
    )


def _row(row: Row, items: list[Row], axis: _Axis) -> Markup:
    return tag(
        "div",
        _tie(tied_above=row["tied_above"], tied_below=row["is_tied_with_next"]),
        tag("div", tag("b", row["rank"] or NO_VALUE), " ", tag("span", _span(row)), class_="rk"),
        _moved(row["rank_change"]),
        _name(row),
        _total(row),
        tag("div", _interval(row, axis), class_="iv"),
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


def _interval(row: Row, axis: _Axis) -> Markup:
    height, middle = TALLEST, TALLEST / 2
    drawing = "".join(
        f'<path d="M{axis.x(tick):.1f} 0V{height}" stroke="{DESK.line}"/>' for tick in axis.ticks
    )
    words = "暂不排名"
    if row["total"] is not None:
        colour = DESK.watch if row["card"] in {"yellow", "red"} else DESK.acc
        x, low, high = (axis.x(row[key]) for key in ("total", "total_low", "total_high"))
        low, high = max(low, 0), min(high, AXIS)
        drawing += f'<path d="M{low:.1f} {middle}H{high:.1f}" stroke="{colour}" stroke-width="7"'
        drawing += ' opacity=".28"/>'
        if row["previous_total"] is not None:
            drawing += (
                f'<circle cx="{axis.x(row["previous_total"]):.1f}" cy="{middle}" r="4"'
                f' fill="{DESK.bg1}" stroke="{DESK.t3}" stroke-width="1.4"/>'
            )
        drawing += f'<circle cx="{x:.1f}" cy="{middle}" r="5.2" fill="{colour}"/>'
        words = f"{number(row['total'], 1)} 分，90% 区间 " + "至".join(
            number(row[key], 1) for key in ("total_low", "total_high")
        )
    return svg_image(drawing, (AXIS, height), alt=words, style=f"width:{AXIS}px;height:{height}px")


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
