"""三种调解: how many disputes each way of mediation took, and how many of them it settled."""

from __future__ import annotations

from functools import partial
from typing import Any

import streamlit as st

from pages.kit.as_table import chart_panel
from pages.kit.data import cached
from pages.kit.filters import tell
from pages.kit.formats import number, target
from pages.kit.frame import nothing_here
from pages.kit.hits import Hit, rows_with_hits
from pages.kit.html import Markup, tag
from pages.kit.icons import mark
from pages.kit.periods import DeskPeriod
from pages.kit.tiles import SMALL
from warehouse.access.scope import Scope
from warehouse.read import disputes, indicators
from warehouse.read.record_filters import RecordFilter

_SUCCESS = "LAW-01"
_HEADINGS = {
    "way": "调解方式",
    "accepted": "本期受理",
    "previous": "上期受理",
    "share": "占比 %",
    "concluded": "本期调结",
    "succeeded": "调解成功",
    "success_rate": "成功率 %",
}


def ways_panel(scope: Scope, asked: RecordFilter, period: DeskPeriod) -> None:
    """Draw a bar per way with its share, and its success against the target."""
    rows = cached(disputes.ways, scope, asked)
    goal = _goal(scope, asked, period)
    words = target(goal, "higher")
    caption = f"受理 · 成功率{f'（目标 {words}）' if words else ''}"
    listed = rows.to_dicts()

    def draw() -> None:
        if not listed[-1]["accepted"] and not listed[-1]["concluded"]:
            nothing_here("本期没有纠纷。", "放宽日期或区域。")
            return
        drawn = tag("div", *(_row(row, goal, asked.channel) for row in listed), class_="bars ways")
        rows_with_hits("ways", drawn, [_hit(row, asked.channel) for row in listed[:-1]])
        st.html(tag("div", "联动＝用到两种及以上；成功率不含撤回", class_="foot"))

    chart_panel("ways", ("三种调解", caption), rows=rows, headings=_HEADINGS, draw=draw)


def _goal(scope: Scope, asked: RecordFilter, period: DeskPeriod) -> float | None:
    found = cached(
        indicators.readings,
        scope,
        [_SUCCESS],
        asked.area_code,
        period.indicator or ("", period.last_day),
        until=period.last_day,
    )
    goal: float | None = found["target"][0]
    return goal


def _row(row: dict[str, Any], goal: float | None, chosen: str | None) -> Markup:
    is_chosen = row["choice"] is not None and row["choice"] == chosen
    is_total = row["choice"] is None
    bar = tag(
        "i",
        style=f"width:{row['share'] or 0:.1f}%",
        class_="first" if is_chosen or is_total else None,
    )
    return tag(
        "div",
        tag("span", "✓ " if is_chosen else "", row["way"]),
        tag("div", bar, class_="track", title=f"占受理 {number(row['share'], 1)}%"),
        tag("b", number(row["accepted"])),
        tag("em", *_success(row, goal)),
        class_="total" if is_total else "chosen" if is_chosen else None,
    )


def _success(row: dict[str, Any], goal: float | None) -> list[Markup | str]:
    rate = row["success_rate"]
    if rate is None:
        return ["—"]
    if row["concluded"] < SMALL:
        return [f"{row['succeeded']}/{row['concluded']}"]
    told = f"{number(rate, 1)}%"
    return [Markup(mark("watch", "10px")), " ", told] if goal and rate < goal else [told]


def _hit(row: dict[str, Any], chosen: str | None) -> Hit:
    is_on = row["choice"] == chosen
    return Hit(
        key=row["choice"],
        words=f"取消筛选：{row['way']}" if is_on else f"只看：{row['way']}",
        click=partial(tell, "channel", None if is_on else row["choice"]),
    )
