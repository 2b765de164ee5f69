"""The right side of the first page: moves of indicators, tasks of the week, late feeds."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from urllib.parse import urlencode

import polars as pl
import streamlit as st

from pages.kit.data import cached
from pages.kit.formats import change, direction, duration, number, target, tone, value_with_unit
from pages.kit.frame import nothing_here, panel
from pages.kit.home.lines import due_line, line, lines
from pages.kit.html import Markup, join, tag
from pages.kit.icons import arrow
from warehouse.access.scope import Scope
from warehouse.read import home

_MOVES, _TASKS, _FEEDS = 6, 4, 4
_CROSSINGS = {"fell": "跌破目标", "recovered": "回到目标"}


def moves_panel(scope: Scope, area_code: str) -> None:
    """Draw the indicators that moved more than they usually do, or crossed their target."""
    rows = cached(home.moves, scope, area_code, limit=_MOVES)
    with panel("pn_moves", "比上周", "近 7 日对前 7 日 · 只列超出平常起伏的"):
        if rows.is_empty():
            nothing_here("没有超出平常起伏的变化。", "各项指标与上周相当。")
            return
        every = "indicators?" + urlencode({"area": area_code})
        st.html(lines([_move(row, area_code) for row in rows.to_dicts()], more=("全部指标", every)))


def tasks_panel(scope: Scope, area_code: str, as_of: datetime) -> None:
    """Draw the tasks that are due within 7 days, and below them those that are overdue."""
    rows = cached(home.tasks_due, scope, area_code).sort("is_overdue", maintain_order=True)
    late = rows.filter(pl.col("is_overdue")).height
    caption = f"7 日内到期 {number(rows.height - late)} 项 · 逾期 {number(late)} 项"
    with panel("pn_tasks", "作战图任务", caption):
        if rows.is_empty():
            nothing_here("7 日内没有到期的任务。", "")
            return
        every = "tasks?" + urlencode({"area": area_code})
        st.html(
            lines(
                [due_line(row, as_of, is_task=True) for row in rows.head(_TASKS).to_dicts()],
                more=("全部任务", every),
            )
        )


def feeds_panel(scope: Scope) -> None:
    """Draw the feeds that are late; when none is, say so."""
    rows = cached(home.feeds, scope)
    late = rows.filter(pl.col("freshness") != "normal")
    caption = f"{number(late.height)} / {number(rows.height)} 个滞后" if late.height else ""
    with panel("pn_feeds", "数据来得怎样", caption):
        if late.is_empty():
            st.html(
                lines(
                    [tag("p", f"{number(rows.height)} 个数据源都按约定时间到了。", class_="quiet")],
                    more=("数据健康", "data"),
                )
            )
            return
        st.html(
            lines([_feed(row) for row in late.head(_FEEDS).to_dicts()], more=("数据健康", "data"))
        )


def _move(row: dict[str, Any], area_code: str) -> Markup:
    unit, decimals = row["unit"], row["decimals"]
    goal = target(row["target"], row["better"], decimals)
    usual = value_with_unit(row["expected_change"], unit, decimals).replace("%", " 个百分点")
    notes = [
        _CROSSINGS.get(row["crossing"] or ""),
        f"目标 {goal}" if goal else None,
        f"平常一周变动 {usual}",
    ]
    shapes = {"fell": "alert" if row["status"] == "severe" else "watch", "recovered": "good"}
    is_worse = row["is_better"] is False
    shape = shapes.get(row["crossing"] or "", "watch" if is_worse else "none")
    size = change(row["change"], unit=unit, decimals=decimals, previous=row["previous_value"])
    look = tone(row["change"], row["better"])
    return line(
        shape if row["is_better"] is not True else "good",
        row["indicator_name"],
        href="indicators?" + urlencode({"code": row["indicator_code"], "area": area_code}),
        where=" · ".join(note for note in notes if note),
        end=join(
            [
                value_with_unit(row["value"], unit, decimals, row["target"]),
                tag("u", Markup(arrow(direction(row["change"]))), size, class_=f"s-{look}"),
            ]
        ),
    )


def _feed(row: dict[str, Any]) -> Markup:
    return line(
        "stale" if row["freshness"] == "late" else "none",
        row["feed_name"],
        href="data",
        where=f"约定 {duration(row['expected_hours'])} 内到",
        end=f"滞后 {duration(row['delay_hours'])}",
    )
