"""万人起诉率: first-instance lawsuits per 10,000 residents, place by place."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

import streamlit as st

from pages.kit.as_table import chart_panel
from pages.kit.data import cached
from pages.kit.filters import tell
from pages.kit.formats import direction, number, tone
from pages.kit.frame import nothing_here
from pages.kit.hits import Hit, rows_with_hits
from pages.kit.html import Markup, tag
from pages.kit.icons import arrow
from pages.kit.periods import DeskPeriod
from warehouse.access.scope import Scope
from warehouse.read import disputes
from warehouse.read.record_filters import RecordFilter
from warehouse.rounding import rounded

_BARS = 4
_HEADINGS = {
    "area_name": "地点",
    "per_ten_thousand": "件/万人",
    "previous_per_ten_thousand": "上月",
    "filings": "收案",
    "civil_filings": "民事",
    "administrative_filings": "行政",
    "residents": "常住与流动人口",
}


def lawsuits_panel(scope: Scope, asked: RecordFilter, period: DeskPeriod) -> None:
    """Draw the rate of the latest month for the place and the places below it."""
    until: date = period.last_day
    rows = cached(disputes.lawsuits, scope, asked.area_code, until)
    listed = rows.to_dicts()
    label = listed[0]["label"] if listed else ""

    def draw() -> None:
        if not listed:
            nothing_here("没有法院收案报送。", "法院按月报送，或这一级不报。")
            return
        whole, *below = listed
        shown = below[:_BARS] if below else []
        most = max(row["per_ten_thousand"] or 0 for row in listed)
        drawn = tag("div", *(_row(row, most) for row in [whole, *shown]), class_="bars rates")
        rows_with_hits("lawsuits", drawn, [_hit(row) for row in [whole, *shown]])
        rest = f"，其余 {len(below) - len(shown)} 处见表格" if len(below) > len(shown) else ""
        told = (
            f"收案 {number(whole['filings'])}：民事 {number(whole['civil_filings'])}、"
            f"行政 {number(whole['administrative_filings'])}{rest}"
        )
        st.html(tag("div", told, class_="foot"))

    chart_panel(
        "lawsuits",
        ("万人起诉率", f"{label} · 较上月" if label else ""),
        rows=rows,
        headings=_HEADINGS,
        draw=draw,
    )


def _row(row: dict[str, Any], most: float) -> Markup:
    value, before = row["per_ten_thousand"], row["previous_per_ten_thousand"]
    change = None if value is None or before is None else rounded(value - before, 2)
    return tag(
        "div",
        tag("span", row["area_name"], title=row["area_name"]),
        tag(
            "div",
            tag(
                "i",
                style=f"width:{100 * (value or 0) / (most or 1):.1f}%",
                class_="first" if row["is_whole"] else None,
            ),
            class_="track",
        ),
        tag("b", number(value, 2)),
        tag(
            "em",
            *([Markup(arrow(direction(change))), " ", number(abs(change), 2)] if change else ["—"]),
            class_=f"s-{tone(change, 'lower')}",
        ),
        class_="total" if row["is_whole"] else None,
    )


def _hit(row: dict[str, Any]) -> Hit:
    return Hit(
        key=row["area_code"],
        words=f"进入{row['area_name']}",
        click=partial(tell, "area", row["area_code"]),
        is_on=not row["is_whole"],
    )
