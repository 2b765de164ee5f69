"""作战图: one square per task; filled is struck off, hollow is under way, shapes are late."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import Any

import streamlit as st

from pages.kit.data import cached
from pages.kit.formats import number
from pages.kit.html import Markup, svg_image, tag
from pages.kit.icons import mark, svg_mark
from pages.kit.theme import WALL
from pages.kit.wall_boxes import PX, Layout
from pages.kit.wall_counts import counts_overlay
from pages.kit.wall_links import head
from warehouse.access.scope import Scope
from warehouse.read import overview

GAP, LARGEST = 14.0, 48.0


@dataclass(frozen=True)
class Field:
    """What all groups share, in px of the reference display."""

    width: float = 420.0
    height: float = 102.0


def tasks(scope: Scope, layout: Layout) -> None:
    """Draw the panel."""
    box, least = layout.boxes["tasks"], layout.sizes["fs-min"]
    # Title, sum, and the two lines of a field take their part of the height.
    width, height = (box.width - 2) * PX, (box.height - 4.1 - 4.6 * least) * PX
    field = Field(width, height)
    groups = cached(overview.tasks, scope).to_dicts()
    if layout.is_far:
        # Two characters tell the fields of governance apart.
        groups = [group | {"governance": group["governance"][:2]} for group in groups]
    st.html(tasks_html(groups, field))
    counts_overlay(scope, "tasks", "作战图")


def tasks_html(groups: list[dict[str, Any]], field: Field | None = None) -> Markup:
    """The panel's HTML."""
    field = field or Field()
    done, total, scheduled = (
        sum(group[name] for group in groups)
        for name in ("done_count", "task_count", "scheduled_count")
    )
    if not total:
        top = head("tasks", "作战图", "销号")
        words = [tag("b", "任务清单未接入"), tag("span", "接入任务清单（program/tasks）后显示")]
        return tag("section", top, tag("div", *words, class_="calm"), class_="panel")
    behind = scheduled - done
    state = (
        tag("span", f"落后 {number(behind)}", class_="c-watch")
        if behind > 0
        else tag("span", f"快于时序 {number(-behind)}" if behind else "符合时序")
    )
    caption = tag("span", f"按时序应销 {number(scheduled)} · ", state)
    top = head("tasks", "作战图", "销号", caption=caption)
    size = pitch([group["task_count"] for group in groups], field)
    drawn = [group_html(group, size, field.height) for group in groups]
    return tag(
        "section", top, summary(groups, total), tag("div", *drawn, class_="units"), class_="panel"
    )


def summary(groups: list[dict[str, Any]], total: int) -> Markup:
    """All tasks by state."""
    done, going, soon, late = (
        sum(group[name] for group in groups)
        for name in ("done_count", "in_progress_count", "due_soon_count", "overdue_count")
    )
    square = tag("i", class_="sq done")
    return tag(
        "div",
        tag("span", square, tag("b", number(done)), f"/{number(total)} 已销"),
        tag("span", tag("i", class_="sq open"), f"推进 {number(going)}"),
        tag("span", mark("watch", ".95em"), f" 临期 {number(soon)}"),
        tag("span", mark("alert", ".95em"), f" 逾期 {number(late)}"),
        class_="sum",
    )


def pitch(counts: list[int], field: Field | None = None) -> float:
    """Edge of a square and its gap, as large as the field allows."""
    field = field or Field()
    size = LARGEST
    while size > 4:
        rows = int(field.height // size)
        columns = sum(ceil(count / rows) for count in counts)
        if columns * size + GAP * (len(counts) - 1) <= field.width:
            return size
        size -= 0.4
    return size


def group_html(group: dict[str, Any], size: float, field_height: float) -> Markup:
    """One field of governance: name, squares, done of all."""
    kinds = [
        *["done"] * group["done_count"],
        *["open"] * group["in_progress_count"],
        *["watch"] * group["due_soon_count"],
        *["alert"] * group["overdue_count"],
    ]
    rows = max(int(field_height // size), 1)
    width, height = max(ceil(len(kinds) / rows), 1) * size, rows * size
    drawing = "".join(
        square(kind, place // rows * size, place % rows * size, size)
        for place, kind in enumerate(kinds)
    )
    picture = svg_image(
        drawing,
        (width, height),
        alt=f"{group['governance']}：{group['done_count']}/{group['task_count']} 已销号",
        style=f"width:{width / 16:.2f}rem;height:{height / 16:.2f}rem",
    )
    done = f"{number(group['done_count'])}/{number(group['task_count'])}"
    return tag("div", tag("span", group["governance"]), picture, tag("span", done, class_="t3"))


def square(kind: str, left: float, top: float, size: float) -> str:
    """One task."""
    edge = size * 0.8
    if kind == "done":
        return f'<rect x="{left:.1f}" y="{top:.1f}" width="{edge:.1f}" height="{edge:.1f}" fill="{WALL.accd}"/>'  # noqa: E501
    if kind == "open":
        inset = size * 0.06
        return (
            f'<rect x="{left + inset:.1f}" y="{top + inset:.1f}" width="{edge - 2 * inset:.1f}"'
            f' height="{edge - 2 * inset:.1f}" fill="none" stroke="{WALL.line2}"'
            f' stroke-width="{size * 0.12:.1f}"/>'
        )
    colour = WALL.watch if kind == "watch" else WALL.alert
    return svg_mark(kind, left + edge / 2, top + edge / 2, edge / 2 + 0.4, colour)
