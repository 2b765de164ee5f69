"""The six figures against their targets, each with its last weeks and its trace."""

from __future__ import annotations

from typing import Any

import polars as pl
import streamlit as st

from pages.kit.data import cached
from pages.kit.formats import change, change_words, day, direction, number, short, target, tone
from pages.kit.html import Markup, svg_image, tag
from pages.kit.icons import arrow, mark, shape_of
from pages.kit.strokes import box_around, line
from pages.kit.theme import WALL
from pages.kit.wall_boxes import Layout
from pages.kit.wall_frame import track
from pages.kit.wall_links import anchor, link
from pages.kit.wall_trace import trace_overlay
from warehouse.access.scope import Scope
from warehouse.read import overview
from warehouse.rounding import rounded

# Below this many cases a share says less than its fraction.
FRACTION_BELOW = 10
# A value of this many characters leaves less room for its line, or needs smaller type.
LONG, VERY_LONG = 5, 7
# The last days shown in a tile.
DAYS = 14
LATE = {"late", "too_late"}


def tiles(scope: Scope, layout: Layout) -> None:
    """Draw the tiles, each in its box."""
    late = {
        feed["family"]: feed
        for feed in cached(overview.feeds, scope).iter_rows(named=True)
        if feed["freshness"] in LATE
    }
    points = cached(overview.reading_points, scope)
    readings = cached(overview.readings, scope, "tile").iter_rows(named=True)
    boxes = (name for name in layout.boxes if name.startswith("kpi_"))
    for reading, box in zip(readings, boxes, strict=False):
        code = reading["indicator_code"]
        history = points.filter(pl.col("indicator_code") == code)["value"].to_list()[-DAYS:]
        with track(f"at_{box}"):
            st.html(tile_html(reading, history, late.get(reading["family"])))
            trace_overlay(scope, reading)


def tile_html(
    reading: dict[str, Any], history: list[float | None], late: dict[str, Any] | None = None
) -> Markup:
    """One tile: name, value, line with target, how it stands and how it moved."""
    judged = reading["value"] is not None and not reading["is_small_sample"]
    status = reading["status"] if judged else "none"
    kinds = [f"is-{shape_of(status)}"] if status in {"watch", "severe"} else []
    kinds += ["is-late"] if late else []
    stale = ""
    if late:
        known = f"{late['latest_at']:%H:%M}" if late["delay_hours"] < 24 else day(late["latest_at"])
        stale = tag("span", mark("stale", ".95em"), known, class_="late")
    figure, unit = value_words(reading)
    there = link("indicators", code=reading["indicator_code"])
    name = anchor(reading["name"], href=there, class_="go")
    size = "long" if len(figure) >= VERY_LONG else None
    return tag(
        "section",
        tag("div", name, stale, class_="n"),
        tag(
            "div",
            tag("span", tag("b", figure, class_=size), tag("small", unit), class_="nw"),
            sparkline(reading, history, status, narrow=len(figure) >= LONG),
            class_="v",
        ),
        tag("div", against_target(reading, status), movement(reading), class_="f"),
        class_=" ".join(["panel", "kpi", *kinds]),
    )


def value_words(reading: dict[str, Any]) -> tuple[str, str]:
    """The value and its unit; few cases are shown as a fraction."""
    value, below = reading["value"], reading["denominator"]
    if value is None:
        return "—", ""
    if reading["unit"] == "%" and below is not None and below < FRACTION_BELOW:
        return f"{number(reading['numerator'])}/{number(below)}", "件"
    return short(value, reading["decimals"], reading["target"]), reading["unit"]


def against_target(reading: dict[str, Any], status: str) -> Markup:
    """Target and state in words, with the shape of the state."""
    if reading["value"] is None:
        return tag("span", mark("none", ".95em"), reading["missing_reason"], class_="t3")
    if reading["is_small_sample"]:
        return tag("span", mark("none", ".95em"), "样本较少", class_="t2")
    if reading["target"] is None:
        return tag("span", "无目标值", class_="t3")
    words = target(reading["target"], reading["better"], reading["decimals"])
    colour = f"c-{shape_of(status)}" if status in {"watch", "severe"} else "t2"
    return tag("span", mark(shape_of(status), ".95em"), f"目标 {words}", class_=colour)


def movement(reading: dict[str, Any]) -> Markup:
    """Arrow and size of the change against the 7 days before."""
    difference = reading["change"]
    if difference is None or reading["value"] is None:
        return tag("span", "")
    # What rounds to nothing is no movement, and neither good nor bad.
    difference = rounded(difference, reading["decimals"])
    size = change(
        difference,
        unit=reading["unit"],
        decimals=reading["decimals"],
        previous=reading["previous_value"],
    )
    kind = tone(difference, reading["better"])
    return tag("span", arrow(direction(difference)), size, class_=f"s-{kind}")


def sparkline(
    reading: dict[str, Any], history: list[float | None], status: str, *, narrow: bool
) -> Markup:
    """The last days as a line, the target as a dashed one; nothing without two values."""
    known = [value for value in history if value is not None]
    if len(known) < 2:
        return Markup("")
    size = (54.0 if narrow else 76.0, 46.0)
    goal = reading["target"]
    box = box_around(size, (3, 7, 6, 6), [*known, goal])
    points = box.points(history)
    last = next(point for point in reversed(points) if point is not None)
    dashes = ""
    if goal is not None:
        height = box.y(goal)
        dashes = line([(0, height), (size[0], height)], WALL.t2, 1.5, ' stroke-dasharray="4 4"')
    dot = WALL.of_status(status) if status in {"watch", "severe"} else WALL.acc
    end = f'<circle cx="{last[0]:.1f}" cy="{last[1]:.1f}" r="4.2" fill="{dot}"/>'
    words = change_words(
        reading["change"],
        unit=reading["unit"],
        decimals=reading["decimals"],
        previous=reading["previous_value"],
    )
    return svg_image(
        dashes + line(points, WALL.acc) + end,
        size,
        alt=f"{reading['name']}近 {len(history)} 日走势，较前7日{words}",
        style=f"width:{size[0] / 16}rem;height:{size[1] / 16}rem;flex:none",
    )
