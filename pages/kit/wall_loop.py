"""闭环流转: how far last week's events have come, what lies where, who settled them."""

from __future__ import annotations

from typing import Any

import streamlit as st

from pages.kit.data import cached
from pages.kit.formats import number, short, target
from pages.kit.html import Markup, join, tag
from pages.kit.icons import mark
from pages.kit.wall_boxes import Layout
from pages.kit.wall_counts import counts_overlay
from pages.kit.wall_links import anchor, head, link
from pages.kit.wall_trace import trace_overlay
from warehouse.access.scope import Scope
from warehouse.read import overview

# Height of the first block, in rem; the others follow in proportion.
FULL = 2.6
# Of the panel on one screen: its height, and the width of the levels, in rem.
NORMAL_HEIGHT, LEVELS = 12.4, 19.0
# The levels' bars end at this share.
BAR_END = 80.0
# Figures of the panel that are indicators; figures.css says where each one's button lies.
TRACED = ("OPS-01", "OPS-18", "OPS-14", "OPS-13")
IN_GRID = {"grid", "community"}
WAITING = {"report": "待受理", "dispatch": "待派遣", "handle": "处置中", "check": "待核查"}


def loop(scope: Scope, layout: Layout) -> None:
    """Draw the panel; its reports, overdue, satisfied and settled shares open their traces."""
    readings = {
        row["indicator_code"]: row
        for part in ("tile", "loop")
        for row in cached(overview.readings, scope, part).iter_rows(named=True)
    }
    stages = cached(overview.stages, scope).to_dicts()
    if readings["OPS-01"]["value"] is None:
        # A feed that never came is no zero.
        counts = dict.fromkeys(("reached_count", "open_count", "overdue_count"))
        stages = [stage | counts for stage in stages]
    levels = cached(overview.settled_levels, scope).to_dicts()
    box, seams = layout.boxes["loop"], layout.seams_in("loop")
    # A seam lies between the stages and the levels, so that neither crosses it.
    split = seams[0] if seams else box.width - LEVELS
    full = FULL + box.height - NORMAL_HEIGHT
    st.html(f"<style>.st-key-at_loop{{--split:{split:.2f}rem;--full:{full:.2f}rem}}</style>")
    st.html(loop_html(stages, levels, readings, full))
    counts_overlay(scope, "loop", "闭环流转")
    for code in TRACED:
        trace_overlay(scope, readings[code], part="loop_")


def loop_html(
    stages: list[dict[str, Any]],
    levels: list[dict[str, Any]],
    readings: dict[str, dict[str, Any]],
    full_height: float = FULL,
) -> Markup:
    """The panel's HTML."""
    in_grid = readings.get("OPS-13")
    caption = "在哪一级办结"
    if in_grid and in_grid["value"] is not None:
        caption = f"网格＋社区办结 {number(in_grid['value'], 1, in_grid['target'])}%"
        goal = target(in_grid["target"], in_grid["better"])
        caption += f" · 目标 {goal}" if goal else ""
    top = head("loop", "闭环流转", "近7日", caption=caption)
    most = max((stage["reached_count"] or 0 for stage in stages), default=0)
    rem = full_height / most if most else 0.0
    satisfied = readings.get("OPS-14")
    blocks = [
        stage_html(stage, following, rem, satisfied)
        for stage, following in zip(stages, [*stages[1:], None], strict=False)
    ]
    body = tag(
        "div",
        tag("div", *blocks, class_="stages"),
        tag("div", *levels_html(levels), class_="levels"),
        class_="loop",
    )
    return tag("section", top, body, class_="panel")


def stage_html(
    stage: dict[str, Any],
    following: dict[str, Any] | None,
    rem: float,
    satisfied: dict[str, Any] | None,
) -> Markup:
    """One block: how many came this far, what waits here, what of it is overdue."""
    height = rem * (stage["reached_count"] or 0)
    slope = rem * (following["reached_count"] or 0) if following else 0
    ramp = tag("u", style=f"height:{slope:.2f}rem") if following else ""
    block = tag(
        "div",
        tag("i", style=f"height:{height:.2f}rem"),
        ramp,
        tag("b", short(stage["reached_count"])),
        class_="blk",
    )
    there = link("events", period="last7d", stage=stage["stage"])
    return tag(
        "div",
        anchor(stage["stage_name"], href=there, class_="n go"),
        block,
        *waiting(stage, satisfied),
        class_="stage",
    )


def waiting(stage: dict[str, Any], satisfied: dict[str, Any] | None) -> list[Markup]:
    """The two lines below a block."""
    if stage["stage"] == "callback":
        share = satisfied["value"] if satisfied else None
        words = f"{number(share, 1)}%" if share is not None else "—"
        return [
            tag("span", "已回访", class_="t3"),
            tag("span", "满意率 ", tag("b", words)),
        ]
    name = WAITING[stage["stage"]]
    open_words = tag("span", f"{name} ", tag("b", short(stage["open_count"])))
    count = stage["overdue_count"]
    if count:
        late = join([mark("alert", ".9em"), " ", tag("b", f"超期 {short(count)}")])
        return [open_words, tag("span", late, class_="c-alert")]
    if count is None:
        return [open_words, tag("span", mark("none", ".9em"), " 超期 —")]
    return [open_words, tag("span", mark("good", ".9em"), " 超期 0")]


def levels_html(levels: list[dict[str, Any]]) -> list[Markup]:
    """One bar per level of settlement; those that count as solved in the grid are bright."""
    if not levels:
        return [tag("div", tag("span", "近7日无办结层级数据"), class_="calm")]
    return [level_html(level) for level in levels]


def level_html(level: dict[str, Any]) -> Markup:
    """One level: name, bar, share."""
    share = level["share"] or 0.0
    quiet = None if level["level"] in IN_GRID else "q"
    fill = tag("i", class_=quiet, style=f"width:{min(share / BAR_END * 100, 100):.1f}%")
    return tag(
        "div",
        tag("span", level["level_name"]),
        tag("div", fill, class_="bar"),
        tag("b", f"{number(level['share'], 1)}%"),
        class_="level",
    )
