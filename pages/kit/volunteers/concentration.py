"""Who carries the hours: tenths of the volunteers, the busiest first."""

from __future__ import annotations

import plotly.graph_objects as go
import polars as pl
import streamlit as st

from pages.kit.as_table import chart_panel
from pages.kit.charts import PLOTLY_CONFIG
from pages.kit.data import cached
from pages.kit.formats import number
from pages.kit.frame import nothing_here
from pages.kit.periods import DeskPeriod
from pages.kit.theme import DESK, desk_template
from pages.kit.trace_button import trace_button
from pages.kit.volunteers.periods import kept_period
from warehouse.access.scope import Scope
from warehouse.read import volunteers
from warehouse.read.record_filters import RecordFilter

_TENTHS = [tenth / 10 for tenth in range(11)]


def concentration_panel(scope: Scope, asked: RecordFilter, period: DeskPeriod) -> None:
    """Draw the share of the hours that each tenth of the volunteers carries."""
    kept, words = kept_period(period)
    rows = cached(volunteers.deciles, scope, asked.area_code, kept)

    def draw() -> None:
        if rows.is_empty():
            nothing_here("不作分布。", "有服务的志愿者不足 50 人，或这一时段不出数。")
            return
        st.plotly_chart(
            concentration_figure(rows),
            key="concentration",
            height="stretch",
            theme=None,
            config=PLOTLY_CONFIG,
            alt=concentration_sentence(rows),
        )

    chart_panel(
        "vol_tenths",
        ("谁在承担", f"{words} · 虚线=均摊"),
        rows=rows,
        headings={
            "decile": "第几个十分之一",
            "volunteers": "志愿者（人）",
            "hours": "小时",
            "hours_share": "占比",
            "cumulated_share": "累计占比",
        },
        draw=draw,
        beside=lambda: trace_button(scope, "MOR-04B", asked.area_code, kept),
    )


def concentration_sentence(rows: pl.DataFrame) -> str:
    """What the curve says, for readers who do not see it."""
    busiest, half = rows["cumulated_share"][0], rows["cumulated_share"][4]
    return (
        f"服务 {number(rows['volunteers_in_all'][0])} 人中，时长最多的前 10 % 承担"
        f" {number(100 * busiest, 1)} % 的时长，前一半承担 {number(100 * half, 1)} %"
    )


def concentration_figure(rows: pl.DataFrame) -> go.Figure:
    """The cumulated share of the hours over the share of the volunteers.

    Args:
        rows: Of `volunteers.deciles`, ten of them.
    """
    shares = [0.0, *rows["cumulated_share"]]
    figure = go.Figure()
    figure.add_scatter(
        x=_TENTHS,
        y=shares,
        mode="lines+markers",
        line={"color": DESK.acc, "width": 2},
        marker={"size": [0, 10, *[5] * 9], "color": DESK.acc},
        fill="tozeroy",
        fillcolor=DESK.ramp[0],
        hovertemplate="前 %{x:.0%} 的志愿者承担 %{y:.1%}<extra></extra>",
    )
    figure.add_scatter(
        x=_TENTHS,
        y=_TENTHS,
        mode="lines",
        line={"color": DESK.t3, "width": 1, "dash": "dash"},
        hoverinfo="skip",
    )
    busiest = rows["cumulated_share"][0]
    figure.add_annotation(
        x=1,
        y=0.1,
        text=f"<b>前 10 % 的人承担 {number(100 * busiest, 1)} %</b>",
        showarrow=False,
        xanchor="right",
        font={"color": DESK.t1, "size": 13},
    )
    figure.update_layout(
        template=desk_template(),
        margin={"l": 40, "r": 14, "t": 10, "b": 26},
        hovermode="closest",
        xaxis={"tickvals": [0.1, 0.5, 1], "tickformat": ".0%", "range": [0, 1.02]},
        yaxis={"showgrid": True, "tickformat": ".0%", "range": [0, 1.03], "nticks": 4},
    )
    return figure
