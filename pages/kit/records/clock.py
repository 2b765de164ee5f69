"""The clock of a record: its shape, its words, its colour, its bar."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any

from pages.kit.formats import duration
from pages.kit.html import Markup, svg_image, tag
from pages.kit.theme import DESK
from pages.kit.words import CLOCKS

# With the last second of its last day a limit of days ends.
_END_OF_DAY = time(23, 59, 59)

STATUS_SIGNS = {"alert": "◆", "watch": "▲", "good": "●", "none": "○"}


def clock_words(record: dict[str, Any]) -> tuple[str, str]:
    """Shape and words of a record's clock, such as `alert` and `超期 46小时`."""
    shape, words = CLOCKS[record["time_status"] or "no_limit"]
    if record["overdue_hours"] is not None:
        return shape, f"超期 {duration(record['overdue_hours'])}"
    if record["hours_left"] is not None:
        return shape, f"剩 {duration(record['hours_left'])}"
    return shape, words


def bar_colour(shape: str) -> str:
    """Colour of the time used, by the shape of the clock."""
    return {"alert": DESK.alert, "watch": DESK.watch_fill}.get(shape, DESK.ramp[2])


def limit_words(record: dict[str, Any]) -> str:
    """The time given: `60天` for a limit of days, which ends with its last one, else a duration."""
    # Events have other columns: their limits run by the hour.
    due_at: datetime | None = record.get("due_at")
    if due_at is not None and due_at.time() == _END_OF_DAY:
        # A clock need not begin when the record does: a petition's begins when it is accepted.
        begun_at = due_at - timedelta(hours=record["limit_hours"])
        return f"{(due_at.date() - begun_at.date()).days}天"
    return duration(record["limit_hours"])


def time_used(record: dict[str, Any]) -> Markup:
    """A bar on one scale: up to the limit, and what ran over it; nothing without a limit."""
    used, limit = record["used_hours"], record["limit_hours"]
    if used is None or limit is None or limit <= 0:
        return Markup("")
    used = max(used, 0)
    whole = max(used, limit)
    at = 360 * limit / whole
    shape, _ = clock_words(record)
    within = DESK.ramp[2] if used > limit else bar_colour(shape)
    over = (
        f'<rect x="{at:.0f}" y="6" width="{360 - at:.0f}" height="10" fill="{DESK.alert}"/>'
        if used > limit
        else ""
    )
    drawing = (
        f'<rect y="6" width="360" height="10" fill="{DESK.bg2}"/>'
        f'<rect y="6" width="{360 * min(used, limit) / whole:.0f}" height="10" fill="{within}"/>'
        f'{over}<rect x="{min(at, 359) - 1:.0f}" width="2" height="20" fill="{DESK.t1}"/>'
    )
    given = limit_words(record)
    sentence = f"时限 {given}，已用 {duration(used)}"
    image = svg_image(
        drawing, (360, 22), alt=sentence, style="width:100%;height:22px", stretch=True
    )
    late = "c-alert" if used > limit else None
    words = tag(
        "div",
        tag("span", f"时限 {given}"),
        tag("b", f"已用 {duration(used)}", class_=late),
        class_="ends",
    )
    return tag("div", image, words, class_="used")
