"""存量与增量: what was open at the end of each month, what came and what was closed in it."""

from __future__ import annotations

import plotly.graph_objects as go
import polars as pl
import streamlit as st

from pages.kit.as_table import chart_panel
from pages.kit.charts import PLOTLY_CONFIG
from pages.kit.data import cached
from pages.kit.filters import tell
from pages.kit.formats import number
from pages.kit.frame import nothing_here
from pages.kit.periods import DeskPeriod
from pages.kit.theme import DESK, Palette, desk_template
from warehouse.access.scope import Scope
from warehouse.read import petitions
from warehouse.read.record_filters import RecordFilter

_MONTHS = 12
_HEADINGS = {
    "label": "月份",
    "open_start": "月初未结",
    "received": "新收",
    "closed": "办结",
    "open_end": "月末未结",
    "backlog_end": "其中存量（积案）",
    "new_end": "其中增量",
    "backlog_closed": "化解存量",
}
_KEY = "stock_chart"


def stock_panel(scope: Scope, asked: RecordFilter, period: DeskPeriod) -> None:
    """Draw the stock as bars, its backlog part dark, and the two flows as lines."""
    rows = cached(petitions.months, scope, asked.area_code, period.last_day, count=_MONTHS)

    def draw() -> None:
        if rows.is_empty():
            nothing_here("这一级没有按月存量。", "网格以下不留存量，请看上一级。")
            return
        st.plotly_chart(
            stock_figure(rows),
            key=_KEY,
            height="stretch",
            theme=None,
            config=PLOTLY_CONFIG,
            on_select=_go,
            selection_mode="points",
            alt=stock_sentence(rows),
        )

    caption = "月末未结 · 件" if asked.is_plain else "月末未结 · 件 · 只随地点变"
    chart_panel(
        "stock",
        ("存量与增量", caption),
        rows=rows.reverse(),
        headings=_HEADINGS,
        draw=draw,
    )


def stock_sentence(rows: pl.DataFrame) -> str:
    """What the chart says, for readers who do not see it."""
    last = rows.row(-1, named=True)
    return (
        f"近 {rows.height} 个月信访存量与增量：{last['label']} 月末未结 "
        f"{number(last['open_end'])} 件，"
        f"其中存量 {number(last['backlog_end'])} 件；当月新收 {number(last['received'])} 件，"
        f"办结 {number(last['closed'])} 件"
    )


def stock_figure(rows: pl.DataFrame, palette: Palette = DESK) -> go.Figure:
    """Stacked bars of the stock, and lines of what came and what was closed.

    Args:
        rows: Of `petitions.months`, the oldest first.
        palette: Of the surface.
    """
    labels = rows["label"].to_list()
    figure = go.Figure()
    for column, name, colour in (
        ("backlog_end", "存量未结", palette.acc),
        ("new_end", "增量未结", palette.ramp[1]),
    ):
        figure.add_bar(
            x=labels,
            y=rows[column],
            name=name,
            marker={"color": colour, "line": {"width": 0}},
            hovertemplate=f"{name} %{{y}} 件<extra></extra>",
        )
    for column, name, dash in (("received", "新收", "solid"), ("closed", "办结", "dot")):
        figure.add_scatter(
            x=labels,
            y=rows[column],
            name=name,
            mode="lines",
            line={"color": palette.t1, "width": 1.8, "dash": dash},
            hovertemplate=f"{name} %{{y}} 件<extra></extra>",
        )
    for place, words in _labels(rows.row(-1, named=True), max(rows["open_end"])):
        figure.add_annotation(
            x=len(labels) - 0.5,
            y=place,
            text=words,
            showarrow=False,
            xanchor="left",
            font={"color": palette.t2, "size": 12},
        )
    figure.update_layout(
        template=desk_template(),
        barmode="stack",
        bargap=0.3,
        margin={"l": 34, "r": 62, "t": 10, "b": 26},
        clickmode="event+select",
        xaxis={
            "type": "category",
            "tickvals": labels,
            "ticktext": [
                label.removeprefix("0") for label in rows["month_start"].dt.strftime("%m")
            ],
            "tickangle": 0,
            "ticklabelstandoff": 5,
            "range": [-0.5, len(labels) - 0.5],
        },
        yaxis={"showgrid": True, "nticks": 4, "rangemode": "tozero"},
    )
    return figure


def _labels(last: dict[str, int], top: int) -> list[tuple[float, str]]:
    """What the last month says, each at its height, and none over another."""
    named = {"open_end": "未结", "received": "新收", "closed": "办结", "backlog_end": "存量"}
    apart = max(top, 1) * 0.1
    placed: list[tuple[float, str]] = []
    for column in sorted(named, key=lambda column: last[column]):
        lowest = placed[-1][0] + apart if placed else 0.0
        placed.append((max(last[column], lowest), f"{named[column]} {number(last[column])}"))
    return placed


def _go() -> None:
    """Follow a click into a month."""
    for point in st.session_state[_KEY]["selection"]["points"][:1]:
        tell("period", str(point["x"]))
