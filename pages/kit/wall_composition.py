"""考核 with composition: a slot per item as wide as its weight, filled with the points won."""

from __future__ import annotations

from typing import Any

from pages.kit.formats import number
from pages.kit.html import Markup, tag
from pages.kit.place_names import short_place
from pages.kit.wall_links import anchor, head, link
from pages.kit.wall_rank_rows import CARDS, best_and_worst, group_name, movement, tie_html

# Below this share of its points an item is marked.
MARKED_BELOW = 0.85


def composed_html(
    rows: list[dict[str, Any]], items: list[dict[str, Any]], room: int, *, unit_name: str
) -> Markup:
    """The panel's HTML.

    Args:
        rows: As `overview.ranks`; at least one.
        items: As `overview.rank_items`: the points of these units, and of others.
        room: How many rows fit.
        unit_name: What a unit is called, such as 街道.
    """
    of_unit: dict[str, list[dict[str, Any]]] = {}
    for item in items:
        if item["part"] == "base":
            of_unit.setdefault(item["area_code"], []).append(item)
    top = head(
        "ranks",
        f"{unit_name}考核",
        rows[0]["period_label"],
        caption="点线相连=差异不显著 · 空格为失分 · 得分不足 85% 标黄",
    )
    shown = best_and_worst(rows, room)
    grouped = len({row["peer_group"] for row in rows}) > 1
    drawn = [
        composed_row(
            row, of_unit.get(row["unit_code"], []), group_name(row, before) if grouped else ""
        )
        for row, before in zip(shown, [None, *shown], strict=False)
    ]
    first = of_unit.get(shown[0]["unit_code"], [])
    labels = [
        tag("span", item["short_name"], " ", tag("i", number(item["weight"])), style=_wide(item))
        for item in first
    ]
    line = [*[tag("span") for _ in range(4)], tag("div", *labels, class_="slots")]
    return tag("section", top, tag("div", *line, class_="rr h"), *drawn, class_="panel composed")


def composed_row(row: dict[str, Any], items: list[dict[str, Any]], group: str) -> Markup:
    """One unit: tie, rank, movement, name, its items, score, card."""
    card = CARDS.get(row["card"] or "")
    name = [short_place(row["unit_name"]), tag("small", group) if group else ""]
    return anchor(
        tie_html(row),
        tag("div", row["rank"], class_="no"),
        tag("div", *movement(row["rank_change"]), class_="ch"),
        tag("div", *name, class_="nm"),
        tag("div", *[slot(item) for item in items], class_="slots"),
        tag("div", number(row["score"], 1), class_="sc"),
        tag("div", tag("span", card, class_=f"card {row['card']}") if card else ""),
        href=link("ranking", unit=row["unit_code"]),
        class_="rr begins" if group else "rr",
    )


def slot(item: dict[str, Any]) -> Markup:
    """The points of one item in its slot; an item that could not be scored stays empty."""
    won = 0.0 if item["points"] is None else max(item["points"] / item["weight"], 0.0)
    few = "w" if item["points"] is not None and won < MARKED_BELOW else None
    fill = tag("i", class_=few, style=f"width:{min(won, 1.0) * 100:.1f}%")
    words = "未计分" if item["points"] is None else f"{number(item['points'], 1)} 分"
    return tag("span", fill, style=_wide(item), title=f"{item['short_name']} {words}")


def _wide(item: dict[str, Any]) -> str:
    return f"flex:{item['weight']:g} 1 0"
