"""The left side of the first page: what is over its limit, due today, newly alerted."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from urllib.parse import urlencode

import polars as pl
import streamlit as st

from pages.kit.data import cached
from pages.kit.filters import switch
from pages.kit.formats import number
from pages.kit.frame import nothing_here, panel, panel_head
from pages.kit.home.lines import alert_line, due_line, lines, page_address
from pages.kit.html import Markup, tag
from pages.kit.icons import mark
from warehouse.access.scope import Scope
from warehouse.read import home

_OVERDUE, _TODAY, _NEW = 5, 4, 4
_UNITS = {"task": "项"}
_MONDAY = 0


def overview(scope: Scope, area_code: str, place: str, as_of: datetime) -> None:
    """Draw the sentence that says it all, and the counts by kind of matter with their links."""
    counts = cached(home.due_counts, scope, area_code)
    told = cached(home.new_alerts, scope, area_code, "yesterday").height
    st.html(
        tag(
            "div",
            _sentence(counts, told, place),
            tag(
                "div",
                *(_count(row, area_code) for row in counts.iter_rows(named=True)),
                class_="counts",
            ),
            class_="today",
        )
    )


def overdue_panel(scope: Scope, area_code: str) -> None:
    """Draw what is over its limit: what ran over since yesterday first, then the most urgent."""
    rows = cached(home.overdue_alerts, scope, area_code, limit=_OVERDUE)
    counts = cached(home.due_counts, scope, area_code)
    total = sum(counts["overdue"])
    new = sum(counts["newly_overdue"])
    caption = f"{number(total)} 件 · 昨天以来新增 {number(new)} 件" if total else ""
    with panel("pn_overdue", "已超期", caption):
        if not total:
            nothing_here("没有超期。", "在办事项都在期限内。")
            return
        every = "alerts?" + urlencode({"area": area_code, "kind": "超期"})
        st.html(
            lines(
                [alert_line(row) for row in rows.to_dicts()],
                more=(f"全部 {number(total)} 件，按责任单位看", every),
            )
        )


def today_panel(scope: Scope, area_code: str, as_of: datetime) -> None:
    """Draw what falls due today; when nothing does, what comes next."""
    counts = cached(home.due_counts, scope, area_code)
    today, week = sum(counts["today"]), sum(counts["week"])
    now = cached(home.due, scope, area_code, "today", limit=_TODAY)
    coming = cached(home.due, scope, area_code, "week", limit=_TODAY).head(_TODAY - now.height)
    caption = f"今天 {number(today)} 件 · 7 日内 {number(today + week)} 件"
    with panel("pn_today", "今日到期", caption):
        if now.is_empty() and coming.is_empty():
            nothing_here("7 日内没有到期的。", "")
            return
        after = "接下来" if today else "今天没有到期的，接下来"
        divider = [tag("p", after, class_="quiet")] if coming.height else []
        all_soon = "alerts?" + urlencode({"area": area_code, "kind": "临期"})
        st.html(
            lines(
                [
                    *(due_line(row, as_of) for row in now.to_dicts()),
                    *divider,
                    *(due_line(row, as_of) for row in coming.to_dicts()),
                ],
                more=("全部临期", all_soon),
            )
        )


def new_panel(scope: Scope, area_code: str, as_of: datetime) -> None:
    """Draw the alerts that are no limit and are new; on a Monday, those of the week before."""
    is_monday = as_of.weekday() == _MONDAY
    usual = "week" if is_monday else "yesterday"
    words = {"yesterday": "昨天以来", "week": "上周一以来" if is_monday else "本周一以来"}
    with panel("pn_new"):
        with st.container(key="new_head", horizontal=True):
            head = st.empty()
            since = switch("自何时", "since", words, default=usual)
        rows = cached(home.new_alerts, scope, area_code, since)
        head.html(panel_head("新增预警", f"{number(rows.height)} 条"))
        if rows.is_empty():
            nothing_here(
                f"{words[since]}没有新的预警。", "聚集、重访、静默、异常四类规则都在运行。"
            )
            return
        every = "alerts?" + urlencode({"area": area_code})
        st.html(
            lines(
                [alert_line(row) for row in rows.head(_NEW).to_dicts()],
                more=("全部预警", every),
            )
        )


def _sentence(counts: pl.DataFrame, told: int, place: str) -> Markup:
    overdue, new = sum(counts["overdue"]), sum(counts["newly_overdue"])
    today = sum(counts["today"])
    if not (overdue or today or told):
        words: list[Any] = [f"{place}今天没有超期、没有到期，也没有新的预警。"]
        return tag("p", Markup(mark("good", "18px")), " ", *words)
    late = (
        [f"{place}有 ", tag("b", f"{number(overdue)} 件超期"), _newly(new)]
        if overdue
        else [f"{place}没有超期"]
    )
    rest = [
        f"；今天{f'还有 {number(today)} 件到期' if today else '没有到期'}",
        f"；另有 {number(told)} 条新预警（聚集、重访、静默或异常）。"
        if told
        else "；没有新的预警。",
    ]
    shape = "alert" if new else "watch" if overdue or told else "good"
    return tag("p", Markup(mark(shape, "18px")), " ", *late, *rest)


def _newly(new: int) -> str:
    return f"（昨天以来新增 {number(new)} 件）" if new else "，昨天以来没有新增"


def _count(row: dict[str, Any], area_code: str) -> Markup:
    unit = _UNITS.get(row["subject_code"], "件")
    overdue = page_address(row["subject_code"], area=area_code, show="overdue")
    new = (
        f"昨天以来新增 {number(row['newly_overdue'])}" if row["newly_overdue"] else "昨天以来无新增"
    )
    return tag(
        "a",
        tag("span", f"{row['subject_name']}超期"),
        tag(
            "b",
            Markup(mark("alert", "12px")) if row["overdue"] else "",
            number(row["overdue"]),
            tag("i", unit),
        ),
        tag("small", f"{new} · 今天到期 {number(row['today'])}"),
        href=overdue,
        target="_self",
    )
