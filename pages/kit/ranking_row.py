"""A row of the league table: tie, rank, name, total, interval, slots, card."""

from __future__ import annotations

from typing import Any

from pages.kit.formats import MINUS, NO_VALUE, direction, number
from pages.kit.html import Markup, tag
from pages.kit.icons import arrow
from pages.kit.ranking_interval import Axis, interval

#: A share of its points below this is marked: the item costs the place its rank.
WEAK_SHARE = 0.85
CARDS = {"green": ("绿", "g"), "yellow": ("黄", "y"), "red": ("红", "r")}

Row = dict[str, Any]


def league_row(row: Row, items: list[Row], axis: Axis, tallest: int) -> Markup:
    """Draw a row.

    Args:
        row: Of `mart_rank_board`, with `tied_above` and `is_on` (shown beside the table).
        items: The place's rows of `mart_rank_items`.
        axis: Of the intervals, shared by the table.
        tallest: The greatest height of a row in px.
    """
    return tag(
        "div",
        _tie(tied_above=row["tied_above"], tied_below=row["is_tied_with_next"]),
        tag("div", tag("b", row["rank"] or NO_VALUE), " ", tag("span", _span(row)), class_="rk"),
        _moved(row["rank_change"]),
        _name(row),
        _total(row),
        tag("div", interval(row, axis, tallest), class_="iv"),
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
