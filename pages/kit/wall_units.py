"""街道一览: every unit with what came in, how far it is from its target, and what is overdue."""

from __future__ import annotations

from typing import Any

import streamlit as st

from pages.kit.data import cached
from pages.kit.formats import number
from pages.kit.html import Markup, svg_image, tag
from pages.kit.icons import mark, shape_of, svg_mark
from pages.kit.place_names import short_place
from pages.kit.theme import WALL
from pages.kit.wall_boxes import Layout
from pages.kit.wall_counts import counts_overlay
from pages.kit.wall_links import anchor, head, link
from warehouse.access.scope import Scope
from warehouse.read import overview

LINES = 1.7
# The axis of the distances to the target, in px of the reference display.
AXIS = (150.0, 26.0)
# A distance of so many points fills half the axis; farther ones stand at its end.
FARTHEST = 8.0


def units(scope: Scope, layout: Layout) -> None:
    """Draw the panel: as many units as it has room for, the most troubled first."""
    site = cached(overview.site, scope).row(0, named=True)
    room = int((layout.boxes["units"].height - 5.2) / (layout.sizes["fs-body"] * LINES))
    rows = cached(overview.units, scope).to_dicts()
    st.html(units_html(rows, room, unit_name=site["unit_level_name"]))
    counts_overlay(scope, "units", "各地超期未结", panel="_list")


def units_html(rows: list[dict[str, Any]], room: int, *, unit_name: str) -> Markup:
    """The panel's HTML."""
    targets = {row["closing_target"] for row in rows} - {None}
    caption = f"白线=目标 {number(targets.pop())}%" if len(targets) == 1 else ""
    if len(rows) > room:
        caption = f"最需关注的 {room} 个 · 共 {len(rows)} 个"
    top = head("units", f"{unit_name}一览", "近7日", caption=caption)
    if not rows:
        calm = tag("div", tag("b", "暂无下级单位"), class_="calm")
        return tag("section", top, calm, class_="panel")
    names = (unit_name, "上报", "按期结案率", "", "超期")
    labels = tag("div", *[tag("span", name) for name in names], class_="sb h")
    drawn = [unit_html(row) for row in rows[:room]]
    return tag("section", top, labels, *drawn, class_="panel")


def unit_html(row: dict[str, Any]) -> Markup:
    """One unit: how it stands, reports, distance to the target, share, overdue."""
    late = "c-alert" if row["unit_status"] == "severe" and row["overdue_count"] else None
    return anchor(
        tag(
            "span",
            mark(shape_of(row["unit_status"]), ".8em"),
            short_place(row["unit_name"]),
            class_="nm",
        ),
        tag("span", number(row["event_count"]), class_="t2"),
        distance(row),
        tag("b", number(row["closing_value"], 1, row["closing_target"])),
        tag("b", number(row["overdue_count"]), class_=late),
        href=link("place", area=row["unit_code"]),
        class_="sb",
    )


def distance(row: dict[str, Any]) -> Markup:
    """From the target (a white line) to the unit's share; few cases give no distance."""
    value, goal = row["closing_value"], row["closing_target"]
    if value is None or goal is None or row["is_small_sample"]:
        return tag("span", "样本较少" if row["is_small_sample"] else "", class_="t3")
    width, height = AXIS
    middle, level = width * 0.6, height / 2
    reach = middle - 8 if value < goal else width - middle - 8
    end = middle + reach * max(-1.0, min(1.0, (value - goal) / FARTHEST))
    status = row["closing_status"]
    colour = WALL.of_status(status) if status in {"watch", "severe"} else WALL.acc
    shape = shape_of(status) if status in {"watch", "severe"} else "good"
    drawing = (
        f'<path d="M0 {level}H{width}" stroke="{WALL.line}" stroke-width="1.5"/>'
        f'<path d="M{middle:.1f} {level}H{end:.1f}" stroke="{colour}" stroke-width="3"/>'
        f'<path d="M{middle:.1f} 3V{height - 3:.1f}" stroke="{WALL.t1}" stroke-width="2.4"/>'
    ) + svg_mark(shape, end, level, 6.5, colour)
    above = "高于" if value >= goal else "低于"
    return svg_image(
        drawing,
        AXIS,
        alt=f"{row['unit_name']}按期结案率 {number(value, 1, goal)}%，{above}目标 {number(goal)}%",
        style=f"width:{width / 16}rem;height:{height / 16}rem",
    )
