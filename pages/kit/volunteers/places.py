"""Places side by side: registered and active volunteers, hours, teams; a click goes there."""

from __future__ import annotations

from typing import Any

import polars as pl
import streamlit as st

from pages.kit.as_table import chart_panel
from pages.kit.data import cached
from pages.kit.filters import tell
from pages.kit.formats import number, value_with_unit
from pages.kit.frame import nothing_here
from pages.kit.html import Markup, tag
from pages.kit.periods import DeskPeriod
from pages.kit.records.hits import Hit, row_hits
from pages.kit.volunteers.periods import kept_period
from warehouse.access.scope import Scope
from warehouse.read import volunteers
from warehouse.read.record_filters import RecordFilter

_HEADINGS = {
    "area_name": "位置",
    "registered": "注册（人）",
    "registered_share": "占常住人口 %",
    "active": "活跃（人）",
    "active_rate": "活跃率 %",
    "hours": "服务小时",
    "hours_each": "人均小时",
    "teams": "团队（支）",
    "teams_active": "活跃团队（支）",
    "social_orgs": "社会组织（家）",
}


def places_panel(scope: Scope, asked: RecordFilter, period: DeskPeriod) -> None:
    """Draw the place asked for and those right below it, those with the most hours first."""
    kept, words = kept_period(period)
    rows = cached(volunteers.by_place, scope, asked.area_code, kept)

    def draw() -> None:
        if rows.is_empty():
            nothing_here("没有这一时段的数。", "换一个时段，或看上一级区划。")
            return
        with st.container(key="rows_places"):
            st.html(_table(rows))
            row_hits("places", [_hit(row) for row in rows.iter_rows(named=True)])

    chart_panel(
        "vol_places",
        ("各处情况", f"{words} · 不足 5 人不显示"),
        rows=rows,
        headings=_HEADINGS,
        draw=draw,
    )


def _table(rows: pl.DataFrame) -> Markup:
    names = ("", "注册", "活跃率", "人均小时", "活跃/团队")
    return tag(
        "table",
        tag("thead", tag("tr", *(tag("th", name, scope="col") for name in names))),
        tag("tbody", *(_row(row) for row in rows.iter_rows(named=True))),
        class_="places",
    )


def _row(row: dict[str, Any]) -> Markup:
    return tag(
        "tr",
        tag("th", row["area_name"], scope="row", title=row["area_name"]),
        tag("td", "<5" if row["registered"] is None else number(row["registered"])),
        tag("td", value_with_unit(row["active_rate"], "%", 1)),
        tag("td", number(row["hours_each"], 1)),
        tag("td", f"{number(row['teams_active'])}/{number(row['teams'])}"),
    )


def _hit(row: dict[str, Any]) -> Hit:
    code = row["area_code"]
    return Hit(f"goplace_{code}", f"看 {row['area_name']}", tell, ("area", code))
