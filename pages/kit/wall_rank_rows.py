"""What every row of a rank board on the wall has: which units are shown, ties, ranks gained."""

from __future__ import annotations

from typing import Any

from pages.kit.html import Markup, tag
from pages.kit.icons import arrow

# More units than rows: the best and the worst are shown, the middle is left out.
ROWS = 6
CARDS = {"green": "绿", "yellow": "黄", "red": "红"}


def best_and_worst(rows: list[dict[str, Any]], limit: int = ROWS) -> list[dict[str, Any]]:
    """All rows if there is room; else the best and the worst of each group, groups in order."""
    if len(rows) <= limit:
        return rows
    groups: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        groups.setdefault(row["peer_group"], []).append(row)
    room = max(limit // len(groups), 1)
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
    return shown[:limit]


def group_name(row: dict[str, Any], before: dict[str, Any] | None) -> str:
    """Name of the peer group where it begins: ranks are only comparable inside one."""
    begins = before is None or before["peer_group"] != row["peer_group"]
    return str(row["peer_group"]) if begins else ""


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
