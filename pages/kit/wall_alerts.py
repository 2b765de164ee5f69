"""预警 · 谁来办: what is overdue, due, piling up or coming back, and who must act."""

from __future__ import annotations

from typing import Any

import streamlit as st

from pages.kit.data import cached
from pages.kit.formats import duration, number
from pages.kit.html import Markup, tag
from pages.kit.icons import mark, shape_of
from pages.kit.place_names import short_owner, short_path
from pages.kit.wall_boxes import Layout
from pages.kit.wall_counts import counts_overlay
from pages.kit.wall_links import anchor, head, link, page_of
from warehouse.access.scope import Scope
from warehouse.read import alerts as read_alerts
from warehouse.read import overview

# Height of a line of type; and how many alerts a display in a deep room shows.
LINES, FAR_ROWS = 1.31, 4
# Units in the bar, and characters of a name that it has room for at any count.
OWNERS, LONGEST_OWNER = 4, 5
KINDS = {
    "overdue": "超期",
    "due_soon": "临期",
    "cluster": "聚集",
    "repeat_petition": "重访",
    "departure": "异常",
}


def alerts(scope: Scope, layout: Layout) -> None:
    """Draw the panel: as many of the most urgent as it has room for."""
    with_owners = "owners" not in layout.boxes and not layout.focus
    least, body = layout.sizes["fs-min"], layout.sizes["fs-body"]
    line = (body + least) * LINES
    room = layout.boxes["alerts"].height - 3.5 - (0.8 + 2.8 * least if with_owners else 0)
    rows = FAR_ROWS if layout.is_far else max(int(room / line), 1)
    drawn = alerts_html(
        cached(read_alerts.short_list, scope, limit=rows).to_dicts(),
        cached(read_alerts.alert_totals, scope).to_dicts(),
        cached(overview.owners, scope).to_dicts() if with_owners else [],
        has_events=any(
            feed["family"] == "grid" and feed["freshness"] != "none"
            for feed in cached(overview.feeds, scope).iter_rows(named=True)
        ),
        is_far=layout.is_far,
    )
    st.html(drawn)
    counts_overlay(scope, "alerts", "预警 · 谁来办")


def alerts_html(
    rows: list[dict[str, Any]],
    totals: list[dict[str, Any]],
    owners: list[dict[str, Any]],
    *,
    has_events: bool = True,
    is_far: bool = False,
) -> Markup:
    """Totals in the header, overdue by responsible unit, then the most urgent rows."""
    words = " ".join(
        f"{KINDS[total['kind']]} {number(total['alert_count'])}"
        for total in totals
        if total["alert_count"]
    )
    top = head("alerts", "预警 · 谁来办" if owners and not is_far else "预警", caption=words)
    if not rows:
        # Silence is only good news where somebody speaks.
        said = ("当前无预警", "超期、临期、聚集、重访、异常五类规则运行正常")
        if not has_events:
            said = ("暂无预警", "网格事件未接入，预警规则没有数据可查")
        calm = tag("div", tag("b", said[0]), tag("span", said[1]), class_="calm")
        return tag("section", top, calm, class_="panel")
    return tag(
        "section",
        top,
        owners_html(owners),
        *[alert_html(row, is_far=is_far) for row in rows],
        class_="panel",
    )


def owners_html(owners: list[dict[str, Any]]) -> Markup:
    """The overdue items as one bar, cut by who must act; the small ones are put together."""
    owing = [owner for owner in owners if owner["overdue_count"]]
    if not owing:
        return Markup("")
    shown = [(owner["owner_name"], owner["overdue_count"]) for owner in owing[:OWNERS]]
    rest = sum(owner["overdue_count"] for owner in owing[OWNERS:])
    if rest:
        shown.append(("其他", rest))
    parts = []
    for place, (name, count) in enumerate(shown):
        # A sliver must still hold a short name.
        letters = min(len(short_owner(name)), LONGEST_OWNER)
        size = f"flex:{count:g} 1 0;min-width:calc({letters} * var(--fs-min) + .4rem)"
        bar = tag("i", style=f"opacity:{1 - 0.15 * min(place, 4):.2f}")
        label = tag("span", tag("b", number(count)), short_owner(name))
        parts.append(tag("div", bar, label, style=size))
    return anchor(*parts, href=page_of("owners"), class_="owners")


def alert_html(row: dict[str, Any], *, is_far: bool = False) -> Markup:
    """One alert: shape, kind, matter, time; place, owner, last step. A click opens the event.

    From afar only the first line is read, so the owner stands there.
    """
    shape = shape_of(row["status"])
    address = where_to(row)
    owner_first = tag("span", f" · {short_owner(row['owner_name'])}", class_="t2") if is_far else ""
    title = tag(
        "div",
        tag("b", KINDS[row["kind"]], class_=f"c-{shape}"),
        row["subject"],
        owner_first,
        class_="ti",
    )
    owner = tag("div", tag("b", row["owner_name"] or "未定"), last_step(row), class_="who")
    if row["kind"] == "departure":
        # Nobody is behind with it yet; the figures take the place.
        owner = tag("div", row["last_action"], class_="who")
    return anchor(
        mark(shape, "1.2rem"),
        tag(
            "div",
            title,
            tag("div", extent(row, is_far=is_far), class_=f"du c-{shape}"),
            class_="ln",
        ),
        tag("div", tag("div", short_path(row["place"]), class_="wh"), owner, class_="ln"),
        class_="warn",
        href=address,
    )


def where_to(row: dict[str, Any]) -> str:
    """The event itself; what is about many events or petitions is told on the page of alerts."""
    if row["event_id"]:
        return link("events", event=row["event_id"])
    return link("alerts", kind=row["kind"], area=row["area_code"])


def extent(row: dict[str, Any], *, is_far: bool = False) -> str:
    """How much: hours over or left, events against the usual number, times in 30 days."""
    if row["kind"] == "overdue":
        return duration(row["hours"])
    if row["kind"] == "due_soon":
        return f"剩{duration(row['hours'])}"
    if row["kind"] == "cluster" and is_far:
        return f"{number(row['event_count'])}起"
    if row["kind"] == "cluster":
        return f"常态{number(row['usual_count'])}→{number(row['event_count'])}起"
    if row["kind"] == "departure":
        return "高于常态" if row["direction"] == "above" else "低于常态"
    return f"30日{number(row['event_count'])}次"


def last_step(row: dict[str, Any]) -> str:
    """The last thing that was done about it."""
    return f" · {row['last_action']}" if row["last_action"] else ""
