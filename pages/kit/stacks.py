"""Rows of counts stacked on one bar: done, under way, soon due, late."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pages.kit.formats import number
from pages.kit.html import Markup, tag
from pages.kit.icons import mark

#: Class of a part and what it is called.
PARTS = {"done": "已销号", "going": "推进中", "soon": "临期", "late": "逾期"}


def stack_rows(
    rows: Iterable[tuple[str, Mapping[str, int]]], *, chosen: str | None = None
) -> Markup:
    """Bars on one scale, with done of all and what is late behind them.

    Args:
        rows: Name, and counts by the keys of `PARTS`.
        chosen: Name of the row that the page is narrowed to.
    """
    listed = list(rows)
    most = max((sum(parts.values()) for _, parts in listed), default=0) or 1
    return tag(
        "div",
        *(_row(name, parts, most, is_chosen=name == chosen) for name, parts in listed),
        class_="stacks",
    )


def _row(name: str, parts: Mapping[str, int], most: int, *, is_chosen: bool) -> Markup:
    total = sum(parts.values())
    bars = [
        tag("i", style=f"width:{100 * count / most:.1f}%", class_=part)
        for part, count in parts.items()
        if count
    ]
    marks: list[Markup | str] = []
    for part, shape in (("late", "alert"), ("soon", "watch")):
        if parts.get(part):
            marks += [Markup(mark(shape, "10px")), f" {number(parts[part])} "]
    return tag(
        "div",
        tag("span", "✓ " if is_chosen else "", name, title=name),
        tag("div", *bars, class_="track"),
        tag("em", *marks),
        tag("em", f"{number(parts.get('done', 0))}/{number(total)}"),
        class_="chosen" if is_chosen else None,
    )
