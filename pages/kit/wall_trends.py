"""四类态势: the last 30 days of the four feeds before their usual range."""

from __future__ import annotations

from typing import Any

import streamlit as st

from pages.kit.data import cached
from pages.kit.formats import day, number
from pages.kit.html import Markup, svg_image, tag
from pages.kit.icons import mark, shape_of, svg_mark
from pages.kit.strokes import Point, band, box_around, line
from pages.kit.theme import WALL
from pages.kit.wall_frame import track
from pages.kit.wall_trace import trace_overlay
from warehouse.access.scope import Scope
from warehouse.read import overview

SIZE = (288.0, 84.0)
# Only the last days are marked: what was unusual three weeks ago is no longer a warning.
MARKED_DAYS = 10
HEADROOM = 1.15


def trends(scope: Scope) -> None:
    """Draw the panel: one row per theme."""
    rows = cached(overview.trends, scope)
    with track("feeds"):
        st.html(
            tag(
                "div",
                tag("h2", "四类态势"),
                tag("span", "近 30 日 · 灰带为常态", class_="cap"),
                class_="ph",
            )
        )
        for _, part in rows.group_by("sort_order", maintain_order=True):
            series = part.to_dicts()
            with track(f"cell_trend_{series[-1]['indicator_code']}"):
                st.html(trend_html(series))
                trace_overlay(scope, series[-1], part="trend_")
        if not rows.is_empty():
            st.html(axis_html(rows["period_start"].unique().sort().to_list()))


def axis_html(days: list[Any]) -> Markup:
    """First, middle and last day below the rows."""
    ends = [day(days[0]), day(days[len(days) // 2]), "最近 24 小时"]
    return tag("div", *[tag("span", words) for words in ends], class_="feedax")


def trend_html(series: list[dict[str, Any]]) -> Markup:
    """One theme: name, newest value, usual range, line."""
    last = series[-1]
    status = last["status"] if last["value"] is not None else "none"
    usual = "常态 —"
    if last["usual_low"] is not None:
        usual = f"常态 {number(last['usual_low'])}–{number(last['usual_high'])}"
    if last["value"] is None:
        usual = "未接入"
    unit = tag("small", f"{last['unit']}/日") if last["value"] is not None else ""
    colour = f" c-{shape_of(status)}" if status in {"watch", "severe"} else ""
    return tag(
        "div",
        tag(
            "div",
            tag("div", mark(shape_of(status), ".85em"), last["name"], class_="n"),
            tag("div", number(last["value"]), unit, class_=f"v{colour}"),
            tag("div", usual, class_="b"),
        ),
        trend_chart(series),
        class_="feed",
    )


def trend_chart(series: list[dict[str, Any]]) -> Markup:
    """The line before its band; days outside the band near the end are marked."""
    values = [row["value"] for row in series]
    if all(value is None for value in values):
        return Markup("<span></span>")
    low = [row["usual_low"] for row in series]
    high = [row["usual_high"] for row in series]
    # An old feast day in the band must not press the line flat: the band is cut off above it.
    roof = HEADROOM * max(value for value in values if value is not None)
    high = [None if value is None else min(value, roof) for value in high]
    box = box_around(SIZE, (2, 10, 9, 7), [*values, *low, *high])
    points = box.points(values)
    drawing = band(box.points(low), box.points(high), WALL.band) + line(points, WALL.acc)
    drawing += marks(series, points)
    last = series[-1]
    return svg_image(
        drawing,
        SIZE,
        alt=f"{last['name']}近 {len(series)} 日，最近一日 {number(last['value'])} {last['unit']}",
        style="width:100%;height:5.25rem",
        stretch=True,
    )


def marks(series: list[dict[str, Any]], points: list[Point | None]) -> str:
    """Shapes on the last days that are out of range, and a dot at the end of the line."""
    drawn = []
    for row, point in list(zip(series, points, strict=True))[-MARKED_DAYS:]:
        if point is not None and row["status"] == "watch":
            drawn.append(svg_mark("watch", point[0], point[1], 7, WALL.watch))
    end = points[-1]
    if end is not None and series[-1]["status"] != "watch":
        drawn.append(f'<circle cx="{end[0]:.1f}" cy="{end[1]:.1f}" r="4.5" fill="{WALL.acc}"/>')
    return "".join(drawn)
