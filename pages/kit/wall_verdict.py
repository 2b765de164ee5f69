"""态势: one word for the whole place, and the units and reasons behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import streamlit as st

from pages.kit.data import cached
from pages.kit.formats import duration, number
from pages.kit.html import Markup, join, tag
from pages.kit.icons import mark, shape_of
from pages.kit.place_names import short_place
from pages.kit.wall_boxes import Layout
from pages.kit.wall_counts import counts_overlay
from pages.kit.wall_links import anchor, page_of
from warehouse.access.scope import Scope
from warehouse.read import overview

WORDS = {
    "calm": ("good", "总体平稳"),
    "local": ("watch", "局部承压"),
    "wide": ("alert", "全域承压"),
    "withheld": ("none", "暂不研判"),
}
ROWS = 2
# Characters for the reasons of a unit.
LINE = 17
# … on the last line, which also counts the units that are not named.
LAST_LINE = 11
# From this width on, in rem, the reasons stand beside the word and have more room.
WIDE, LONG_LINE, LONG_LAST_LINE = 40.0, 28, 20
LINE_HEIGHT = 1.6
# Larger type has room for fewer characters.
FAR_SHORTER = 6


@dataclass(frozen=True)
class Room:
    """How many units are named, and how many characters their reasons may have."""

    rows: int = ROWS
    line: int = LINE
    last_line: int = LAST_LINE


def verdict(scope: Scope, layout: Layout) -> None:
    """Draw the verdict."""
    row = cached(overview.verdict, scope).row(0, named=True)
    box = layout.boxes["verdict"]
    room = Room()
    if box.width >= WIDE:
        short = FAR_SHORTER if layout.is_far else 0
        rows = int((box.height - 1.5) / (layout.sizes["fs-body"] * LINE_HEIGHT))
        room = Room(rows, LONG_LINE - short, LONG_LAST_LINE - short)
    st.html(verdict_html(row, cached(overview.findings, scope).to_dicts(), room))
    counts_overlay(scope, "units", "各地超期未结")


def verdict_html(
    row: dict[str, Any], findings: list[dict[str, Any]], room: Room | None = None
) -> Markup:
    """The verdict's HTML: the word, then the worst units with their reasons."""
    room = room or Room()
    shape, word = WORDS[row["verdict"]]
    word = anchor(mark(shape, ".92em"), word, href=page_of("verdict"), class_="go")
    head = tag("div", word, tag("small", "近7日"), class_="big")
    if row["verdict"] == "withheld":
        lines = [withheld(row)]
    elif not findings:
        lines = [all_calm(row)]
    else:
        lines = by_unit(row, findings, room)
    wide = " wide" if room.line > LINE else ""
    why = tag("div", *lines, class_="whys")
    return tag("section", head, why, class_=f"panel verdict is-{shape}{wide}")


def withheld(row: dict[str, Any]) -> Markup:
    """Which feed is too late to say anything."""
    if row["late_feed_name"] is None:
        return tag("p", mark("none", "1.05rem"), "尚无可研判的数据")
    late, limit = duration(row["late_hours"]), duration(row["limit_hours"])
    return tag(
        "p",
        mark("stale", "1.05rem"),
        tag("span", f"{row['late_feed_name']}滞后 {late}，超过 {limit}上限", class_="why"),
    )


def all_calm(row: dict[str, Any]) -> Markup:
    """Say that silence is real: how many units, all in their usual range."""
    units = f"{row['unit_count']} 个{row['unit_level_name']}" if row["unit_count"] else "全域"
    return tag("p", mark("good", "1.05rem"), tag("span", f"{units}均在常态内", class_="why"))


def by_unit(row: dict[str, Any], findings: list[dict[str, Any]], room: Room) -> list[Markup]:
    """One line per unit, worst first; the last line counts the others."""
    units: dict[str, list[dict[str, Any]]] = {}
    for finding in findings:
        units.setdefault(finding["unit_name"], []).append(finding)
    shown = list(units.items())[: room.rows]
    lines = []
    for place, (name, found) in enumerate(shown):
        is_last = place == len(shown) - 1
        why = reasons(found, room.last_line if is_last else room.line)
        rest = others(row, len(shown)) if is_last else ""
        lines.append(
            tag(
                "p",
                mark(shape_of(found[0]["unit_status"]), "1.05rem"),
                tag("b", short_place(name)),
                tag("span", why, class_="why"),
                rest,
            )
        )
    return lines


def reasons(found: list[dict[str, Any]], room: int = LINE) -> str:
    """The worst finding of each rule in a few words, as many as fit into `room` characters."""
    by_rule = {finding["rule"]: finding for finding in reversed(found)}
    first, *more = [finding for finding in found if by_rule[finding["rule"]] is finding]
    words = reason(first)
    for finding in more:
        if len(words) + len(reason(finding)) < room:
            words += f"，{reason(finding)}"
    return words


def others(row: dict[str, Any], shown: int) -> Markup:
    """How many units are not named: calm ones, or more that are not."""
    troubled = row["severe_units"] + row["watch_units"]
    if troubled > shown:
        return tag("span", f"等 {troubled} {row['unit_level_name']}", class_="rest")
    calm = row["unit_count"] - troubled
    if calm <= 0:
        return Markup("")
    inner = join([mark("good", ".8rem"), f"其余 {calm} {row['unit_level_name']}平稳"])
    return tag("span", inner, class_="rest")


def reason(finding: dict[str, Any]) -> str:
    """A finding in a few words."""
    value, rule = finding["value"], finding["rule"]
    words = {
        "overdue": f"超期 {number(value)} 件",
        "closing": f"按期结案率 {number(value, 1)}%",
        "cluster": f"{finding['subject']}聚集",
        "repeat": f"重复信访 {number(value)} 件",
        "dispute": f"纠纷高于常态（{number(value)} 件）",
    }
    return words[rule]
