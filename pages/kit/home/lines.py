"""Lines of the first page: a shape, the matter, where and who, and what is due; each a link."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from pages.kit.alerts.view import alert_address
from pages.kit.formats import dated, duration
from pages.kit.html import Markup, join, tag
from pages.kit.icons import mark
from pages.kit.place_names import short_path

# A kind of matter -> the page that handles it, and the key of its number there.
_HANDLED = {
    "event": ("events", "event"),
    "dispute": ("disputes", "record"),
    "petition": ("petitions", "record"),
    "task": ("tasks", "record"),
}


def page_address(subject_code: str, **query: str) -> str:
    """The page that handles a kind of matter, narrowed; relative to the pages."""
    page, _ = _HANDLED[subject_code]
    return f"{page}?" + urlencode(query) if query else page


def due_address(item: dict[str, Any]) -> str:
    """Where a matter of `mart_due_items` is handled, opened beside the list."""
    page, key = _HANDLED[item["subject_code"]]
    return f"{page}?" + urlencode({"area": item["area_code"], key: item["subject_id"]})


def line(  # noqa: PLR0913
    shape: str,
    title: str,
    *,
    href: str,
    where: str,
    end: Markup | str,
    note: str = "",
    new: bool = False,
) -> Markup:
    """One line; all of it is the link.

    Args:
        shape: Name of its shape.
        title: What it is about.
        href: Where it leads.
        where: Place and unit.
        end: At the right: time, change.
        note: After the place: the next step.
        new: Whether it is marked as new.
    """
    return tag(
        "a",
        Markup(mark(shape, "12px")),
        tag("b", title, tag("em", "新") if new else ""),
        tag("span", where, tag("i", note) if note else ""),
        tag("strong", end, class_=f"c-{shape}" if shape == "alert" else None),
        href=href,
        target="_self",
        class_="line",
    )


def lines(rows: list[Markup], *, more: tuple[str, str] | None = None) -> Markup:
    """Lines under one another, and the way to all of them (words and address)."""
    end = tag("a", more[0], href=more[1], target="_self", class_="more") if more else ""
    return tag("div", join(rows), end, class_="lines")


def alert_line(alert: dict[str, Any]) -> Markup:
    """A line for an alert; it leads to the alert with its line of time."""
    late = alert["overdue_hours"]
    end = f"超期 {duration(late)}" if late is not None else alert["kind"]
    return line(
        "alert" if alert["severity"] == "severe" else "watch",
        alert["title"],
        href=alert_address(alert),
        where=f"{short_path(alert['area_path'])} · {alert['department_name']}",
        end=end,
        note=alert["next_action"] if late is not None else alert["last_action"],
        new=late is not None and alert["is_new_since_yesterday"],
    )


def due_line(item: dict[str, Any], as_of: datetime, *, is_task: bool = False) -> Markup:
    """A line for a matter with a limit; it leads to the matter itself.

    Args:
        item: A row of `mart_due_items`.
        as_of: The data cut.
        is_task: Whether the list is one of tasks, so that the kind need not be said.
    """
    is_late = item["is_overdue"]
    left = item["hours_left"]
    end = f"超期 {duration(item['overdue_hours'])}" if is_late else f"剩 {duration(left)}"
    where = [item["owner_name"]] if is_task else [item["subject_name"], item["owner_name"]]
    return line(
        "alert" if is_late else "watch",
        item["title"],
        href=due_address(item),
        where=" · ".join(where),
        end=end,
        note=f"{item['limit_name']} {_limit(item['due_at'], as_of)}",
    )


def _limit(due_at: datetime, as_of: datetime) -> str:
    """A limit of days runs to the end of its day, and is told by the day."""
    told = dated(due_at, as_of)
    return told.rpartition(" ")[0] if (due_at.hour, due_at.minute) == (23, 59) else told
