"""The plan and what was done: tasks due and tasks struck off, month by month."""

from __future__ import annotations

import plotly.graph_objects as go
import polars as pl
import streamlit as st

from pages.kit.as_table import chart_panel
from pages.kit.charts import PLOTLY_CONFIG
from pages.kit.data import cached
from pages.kit.formats import number
from pages.kit.frame import nothing_here
from pages.kit.theme import DESK, desk_template
from warehouse.access.scope import Scope
from warehouse.read import tasks
from warehouse.read.record_filters import RecordFilter


def schedule_panel(scope: Scope, asked: RecordFilter) -> None:
    """Draw the two lines, a year back and a quarter ahead."""
    rows = cached(tasks.schedule, scope, asked)

    def draw() -> None:
        if rows.is_empty():
            nothing_here("没有任务可排时序。", "放宽区域或类别，或点“重置”。")
            return
        st.plotly_chart(
            schedule_figure(rows),
            key="schedule",
            height="stretch",
            theme=None,
            config=PLOTLY_CONFIG,
            alt=schedule_sentence(rows),
        )

    chart_panel(
        "schedule",
        ("时序", "累计项 · 虚线=应销 实线=已销"),
        rows=rows,
        headings={"day": "截至", "scheduled": "应销", "done": "已销"},
        draw=draw,
    )


def schedule_sentence(rows: pl.DataFrame) -> str:
    """What the lines say, for readers who do not see them."""
    now = rows.drop_nulls("done").tail(1).row(0, named=True)
    ahead = rows.tail(1).row(0, named=True)
    return (
        f"截至 {now['day']}，按时序应销 {number(now['scheduled'])} 项，已销"
        f" {number(now['done'])} 项；到 {ahead['day']} 应销 {number(ahead['scheduled'])} 项"
    )


def schedule_figure(rows: pl.DataFrame) -> go.Figure:
    """Tasks due (dashed) and struck off (solid) by the end of each month."""
    figure = go.Figure()
    figure.add_scatter(
        x=rows["day"],
        y=rows["scheduled"],
        mode="lines",
        line={"color": DESK.t2, "width": 1.5, "dash": "dash"},
        hovertemplate="应销 %{y}<extra></extra>",
    )
    done = rows.drop_nulls("done")
    figure.add_scatter(
        x=done["day"],
        y=done["done"],
        mode="lines",
        line={"color": DESK.acc, "width": 2.2},
        hovertemplate="已销 %{y}<extra></extra>",
    )
    for line, colour in ((rows, DESK.t2), (done, DESK.acc)):
        _label_end(figure, line, "scheduled" if line is rows else "done", colour)
    figure.update_layout(
        template=desk_template(),
        margin={"l": 34, "r": 30, "t": 10, "b": 26},
        xaxis={"tickformat": "%y-%-m", "nticks": 6, "hoverformat": "%Y-%m-%d"},
        yaxis={"showgrid": True, "nticks": 4, "rangemode": "normal"},
    )
    return figure


def _label_end(figure: go.Figure, line: pl.DataFrame, column: str, colour: str) -> None:
    """The last value beside the end of its line."""
    if line.height:
        figure.add_annotation(
            x=line["day"][-1],
            y=line[column][-1],
            text=f"<b>{number(line[column][-1])}</b>",
            showarrow=False,
            xanchor="left",
            xshift=5,
            font={"color": colour, "size": 13},
        )
