"""作战图: one square per task; filled is struck off, hollow under way, shapes are due or late."""

from __future__ import annotations

from math import ceil
from typing import Any

import plotly.graph_objects as go
import polars as pl
import streamlit as st

from pages.kit.as_table import chart_panel
from pages.kit.charts import PLOTLY_CONFIG
from pages.kit.data import cached
from pages.kit.filters import rewrite, told
from pages.kit.formats import number
from pages.kit.frame import nothing_here
from pages.kit.html import Markup, tag
from pages.kit.icons import mark
from pages.kit.theme import DESK, desk_template
from warehouse.access.scope import Scope
from warehouse.read import tasks
from warehouse.read.record_filters import RecordFilter

_SYMBOLS = {"已销号": "square", "临期": "triangle-up", "逾期": "diamond"}
# The field that the squares share, in px of the reference panel, and the gap of two groups.
_WIDTH, _HEIGHT, _GAP = 600, 125, 1.3
_LARGEST = 26
# The name of a field needs so much.
_NAME = 66
_HEADINGS = {
    "record_id": "编号",
    "channel": "治理领域",
    "kind": "类别",
    "title": "任务",
    "department_name": "责任单位",
    "due_on": "时效",
    "progress": "进度 %",
    "state": "状态",
}


def squares_panel(scope: Scope, asked: RecordFilter) -> None:
    """Draw every task of the place under the page's filters; a click opens one."""
    rows = cached(tasks.squares, scope, asked)
    sums = cached(tasks.progress, scope, asked).row(0, named=True)

    def draw() -> None:
        if rows.is_empty():
            nothing_here("当前筛选条件下没有任务。", "放宽区域或类别，或点“重置”。")
            return
        st.plotly_chart(
            squares_figure(rows, chosen=told("record")),
            key="squares",
            height="stretch",
            theme=None,
            config={**PLOTLY_CONFIG, "displayModeBar": False},
            on_select=_open,
            selection_mode="points",
            alt=squares_sentence(sums),
        )

    chart_panel("squares", ("作战图", _summary(sums)), rows=rows, headings=_HEADINGS, draw=draw)


def squares_sentence(sums: dict[str, Any]) -> str:
    """What the squares say, for readers who do not see them."""
    return (
        f"{number(sums['tasks'])} 项任务，已销号 {number(sums['done'])}，推进中"
        f" {number(sums['going'])}，临期 {number(sums['soon'])}，逾期 {number(sums['late'])}；"
        f"按时序应销 {number(sums['scheduled'])}"
    )


def squares_figure(rows: pl.DataFrame, *, chosen: str | None) -> go.Figure:
    """The squares by field of governance, column by column.

    Args:
        rows: Of `tasks.squares`, in order.
        chosen: The task that is open; it has a ring.
    """
    groups = [(str(name), part) for (name,), part in rows.group_by("channel", maintain_order=True)]
    deep, pitch = _deep([part.height for _, part in groups])
    figure, left = go.Figure(), 0.0
    for name, part in groups:
        places = [(left + place // deep, place % deep) for place in range(part.height)]
        wide = ceil(part.height / deep)
        _squares(figure, part, places, (pitch, chosen))
        struck = part.filter(pl.col("state") == "已销号").height
        for words, height, side in (
            (f"<b>{name}</b>", -0.7, "bottom"),
            (f"{number(struck)}/{number(part.height)}", deep - 0.4, "top"),
        ):
            figure.add_annotation(
                x=left - 0.5,
                y=height,
                text=words,
                showarrow=False,
                xanchor="left",
                yanchor=side,
                font={"size": 12, "color": DESK.t2},
            )
        left += max(wide, _NAME / pitch) + _GAP
    figure.update_layout(
        template=desk_template(),
        margin={"l": 6, "r": 6, "t": 2, "b": 2},
        hovermode="closest",
        clickmode="event+select",
        dragmode=False,
        # Few squares keep their size and leave room.
        xaxis={
            "visible": False,
            "range": [-0.7, max(left - _GAP, _WIDTH / pitch)],
            "fixedrange": True,
        },
        yaxis={
            "visible": False,
            "range": [max(deep + 0.5, _HEIGHT / pitch + 0.8), -1.7],
            "fixedrange": True,
        },
    )
    return figure


def _squares(
    figure: go.Figure,
    part: pl.DataFrame,
    places: list[tuple[float, int]],
    looks: tuple[float, str | None],
) -> None:
    pitch, chosen = looks
    colours = {"已销号": DESK.ramp[2], "临期": DESK.watch_fill, "逾期": DESK.alert}
    paint = [colours.get(state, DESK.none) for state in part["state"]]
    size = 0.72 * pitch
    figure.add_scatter(
        x=[x for x, _ in places],
        y=[y for _, y in places],
        mode="markers",
        customdata=part["record_id"].to_list(),
        marker={
            "symbol": [_SYMBOLS.get(state, "square-open") for state in part["state"]],
            "color": paint,
            "size": size,
            "line": {"width": 1.6, "color": paint},
        },
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
        text=[_tip(row) for row in part.iter_rows(named=True)],
        hovertemplate="%{text}<extra></extra>",
    )
    ids = part["record_id"].to_list()
    if chosen in ids:
        x, y = places[ids.index(chosen)]
        figure.add_scatter(
            x=[x],
            y=[y],
            mode="markers",
            marker={
                "symbol": "square-open",
                "size": size + 7,
                # An open symbol takes its colour from the marker, not from its line.
                "color": DESK.t1,
                "line": {"width": 2},
            },
            hoverinfo="skip",
        )


def _deep(counts: list[int]) -> tuple[int, float]:
    """How many squares stand on one another, and their distance in px, as large as it goes."""
    best = (1, 0.0)
    for deep in range(3, 40):
        columns = sum(ceil(count / deep) for count in counts) + _GAP * (len(counts) - 1)
        pitch = min(_WIDTH / max(columns, 1), _HEIGHT / deep, _LARGEST)
        if pitch > best[1]:
            best = (deep, pitch)
    return best


def _tip(row: dict[str, Any]) -> str:
    return (
        f"<b>{row['title']}</b><br>{row['state']} · {row['kind']} · {row['department_name']}"
        f"<br>时效 {row['due_on']} · 进度 {number(row['progress'])} %"
    )


def _open() -> None:
    """Open the task that was clicked; its list comes with it."""
    points = st.session_state["squares"]["selection"]["points"]
    if points and points[0].get("customdata"):
        found = points[0]["customdata"]
        rewrite({"set": None, "record": found if isinstance(found, str) else found[0]})


def _summary(sums: dict[str, Any]) -> Markup:
    behind = sums["behind"]
    gap = (
        tag("b", f"落后 {number(behind)}", class_="c-watch")
        if behind > 0
        else f"快于时序 {number(-behind)}"
        if behind
        else "符合时序"
    )
    return tag(
        "span",
        tag("span", tag("i", class_="sq done"), f"已销号 {number(sums['done'])}"),
        tag("span", tag("i", class_="sq open"), f"推进 {number(sums['going'])}"),
        tag("span", Markup(mark("watch", "10px")), f" 临期 {number(sums['soon'])}"),
        tag("span", Markup(mark("alert", "10px")), f" 逾期 {number(sums['late'])}"),
        tag("span", f"按时序应销 {number(sums['scheduled'])} · ", gap),
        class_="sum",
    )
