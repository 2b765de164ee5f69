"""Orders of residents: how many were taken and done, and what waits at each step."""

from __future__ import annotations

from typing import Any

import polars as pl
import streamlit as st

from pages.kit.as_table import chart_panel
from pages.kit.data import cached
from pages.kit.formats import number
from pages.kit.frame import nothing_here
from pages.kit.html import Markup, tag
from pages.kit.icons import mark
from pages.kit.periods import DeskPeriod
from pages.kit.records.hits import Hit, row_hits
from pages.kit.records.sets import go
from pages.kit.trace_button import trace_button
from pages.kit.volunteers.periods import kept_period
from warehouse.access.scope import Scope
from warehouse.read import volunteers
from warehouse.read.record_filters import RecordFilter

# What waits after a step, and the state in which it does.
_WAITS = {"点单": ("待接单", "待接单"), "接单": ("服务中", "服务中"), "完成": ("", "已完成")}


def orders_panel(scope: Scope, asked: RecordFilter, period: DeskPeriod) -> None:
    """Draw the steps of the period's orders; a click lists what stands behind one."""
    rows = cached(volunteers.order_funnel, scope, asked)

    def draw() -> None:
        if not rows["orders"][0]:
            nothing_here("这一时段没有点单。", "放宽日期或区域。")
            return
        with st.container(key="rows_orders"):
            st.html(_funnel(rows))
            row_hits(
                "orders",
                [
                    Hit(
                        f"goorders_{step}",
                        f"列出{_WAITS[step][1]}的订单",
                        _list,
                        (_WAITS[step][1],),
                    )
                    for step in rows["step"]
                ],
            )

    chart_panel(
        "vol_orders",
        ("双向点单", f"{period.label}点的单 · 单"),
        rows=rows,
        headings={"step": "环节", "orders": "单", "waiting": "等下一步", "overdue": "其中超期"},
        draw=draw,
        beside=lambda: trace_button(scope, "MOR-05", asked.area_code, kept_period(period)[0]),
    )


def _list(state: str) -> None:
    go(set="service_orders", state=state, show="opened")


def _funnel(rows: pl.DataFrame) -> Markup:
    most = rows["orders"][0] or 1
    steps = [_step(row, most) for row in rows.iter_rows(named=True)]
    return tag("div", *steps, class_="funnel")


def _step(row: dict[str, Any], most: int) -> Markup:
    waits, _ = _WAITS[row["step"]]
    remarks: list[Markup | str] = []
    if waits:
        remarks = [f"{waits} {number(row['waiting'])}"]
    if row["overdue"]:
        late = tag("b", Markup(mark("alert", "10px")), f" 超期 {number(row['overdue'])}")
        remarks += [" · ", late]
    return tag(
        "div",
        tag("span", row["step"]),
        tag(
            "div",
            tag("i", style=f"width:{row['orders'] / most:.1%}"),
            tag("b", number(row["orders"])),
            class_="track",
        ),
        tag("small", *remarks),
    )
