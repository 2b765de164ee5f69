"""作战图: one square per task; filled is struck off, hollow is under way, shapes are late."""

from __future__ import annotations

from math import ceil
from typing import Any

import streamlit as st

from pages.kit.data import cached
from pages.kit.formats import number
from pages.kit.html import Markup, svg_image, tag
from pages.kit.icons import mark, svg_mark
from pages.kit.theme import WALL
from pages.kit.wall_counts import counts_overlay
from pages.kit.wall_frame import track
from warehouse.access.scope import Scope
from warehouse.read import overview

# The field that all groups share, in px of the reference display.
WIDTH, HEIGHT, GAP = 420.0, 102.0, 14.0
LARGEST = 16.8


def tasks(scope: Scope) -> None:
    """Draw the panel."""
    with track("cell_tasks"):
        st.html(tasks_html(cached(overview.tasks, scope).to_dicts()))
        counts_overlay(scope, "tasks", "作战图")


def tasks_html(groups: list[dict[str, Any]]) -> Markup:
    """The panel's HTML."""
    done, total, scheduled = (
        sum(group[name] for group in groups)
        for name in ("done_count", "task_count", "scheduled_count")
    )
    if not total:
        head = tag("div", tag("h2", "作战图 ", tag("span", "销号")), class_="ph")
        words = [tag("b", "任务清单未接入"), tag("span", "接入任务清单（program/tasks）后显示")]
        return tag("section", head, tag("div", *words, class_="calm"), class_="panel")
    behind = scheduled - done
    state = (
        tag("span", f"落后 {number(behind)}", class_="c-watch")
        if behind > 0
        else tag("span", f"快于时序 {number(-behind)}" if behind else "符合时序")
    )
    head = tag(
        "div",
        tag("h2", "作战图 ", tag("span", "销号")),
        tag("span", f"按时序应销 {number(scheduled)} · ", state, class_="cap"),
        class_="ph",
    )
    size = pitch([group["task_count"] for group in groups])
    drawn = [group_html(group, size) for group in groups]
    return tag(
        "section", head, summary(groups, total), tag("div", *drawn, class_="units"), class_="panel"
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


def pitch(counts: list[int]) -> float:
    """Edge of a square and its gap, as large as the field allows."""
    size = LARGEST
    while size > 4:
        rows = int(HEIGHT // size)
        columns = sum(ceil(count / rows) for count in counts)
        if columns * size + GAP * (len(counts) - 1) <= WIDTH:
            return size
        size -= 0.4
    return size


def group_html(group: dict[str, Any], size: float) -> Markup:
    """One field of governance: name, squares, done of all."""
    kinds = [
        *["done"] * group["done_count"],
        *["open"] * group["in_progress_count"],
        *["watch"] * group["due_soon_count"],
        *["alert"] * group["overdue_count"],
    ]
    rows = int(HEIGHT // size)
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
