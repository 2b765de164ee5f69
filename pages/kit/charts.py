"""Charts of the desk: data in, HTML or a Plotly figure out; nothing is read or drawn here."""

from __future__ import annotations

from collections.abc import Iterable

import plotly.graph_objects as go
import polars as pl

from pages.kit.formats import number
from pages.kit.html import Markup, join, tag
from pages.kit.icons import arrow
from pages.kit.theme import DESK, Palette, desk_template

PLOTLY_CONFIG = {
    "displaylogo": False,
    "displayModeBar": "hover",
    "modeBarButtons": [["toImage"]],
    "locale": "zh-CN",
}


def trend_figure(days: pl.DataFrame, *, unit: str = "件", palette: Palette = DESK) -> go.Figure:
    """A daily line before its usual range; days above the range carry a triangle.

    Args:
        days: `day`, `reported`, `low`, `high` (null without history), oldest first.
        unit: Of the values.
        palette: Of the surface.
    """
    figure = go.Figure()
    ranged = days.filter(pl.col("high").is_not_null())
    band = {"mode": "lines", "line": {"width": 0}, "hoverinfo": "skip"}
    figure.add_scatter(x=ranged["day"], y=ranged["low"], **band)
    figure.add_scatter(
        x=ranged["day"], y=ranged["high"], fill="tonexty", fillcolor=palette.band, **band
    )
    figure.add_scatter(
        x=days["day"],
        y=days["reported"],
        mode="lines",
        line={"color": palette.acc, "width": 2},
        hovertemplate=f"%{{y}} {unit}<extra></extra>",
    )
    above = days.filter(pl.col("reported") > pl.col("high"))
    figure.add_scatter(
        x=above["day"],
        y=above["reported"],
        mode="markers",
        marker={
            "symbol": "triangle-up",
            "size": 10,
            "color": palette.watch_fill,
            "line": {"color": palette.bg1, "width": 1},
        },
        hoverinfo="skip",
    )
    if days.height:
        _label_last(figure, days, palette)
        # Plotly leaves room for a marker at the end, of days that have not come.
        figure.update_xaxes(range=[days["day"][0], days["day"][-1]])
        figure.update_traces(cliponaxis=False)
    top = max([4.0, *days["reported"], *ranged["high"]])
    figure.update_layout(
        template=desk_template(),
        margin={"l": 34, "r": 44, "t": 10, "b": 26},
        xaxis={
            "tickformat": "%-m-%d",
            "nticks": 6,
            "hoverformat": "%Y-%m-%d",
            "ticklabelstandoff": 5,
        },
        yaxis={"showgrid": True, "nticks": 4, "rangemode": "tozero", "range": [0, top * 1.08]},
    )
    return figure


def _label_last(figure: go.Figure, days: pl.DataFrame, palette: Palette) -> None:
    day, value = days["day"][-1], days["reported"][-1]
    figure.add_annotation(
        x=day,
        y=value,
        text=f"<b>{number(value)}</b>",
        showarrow=False,
        xanchor="left",
        xshift=8,
        font={"color": palette.t1, "size": 13},
    )


def trend_sentence(days: pl.DataFrame, *, what: str = "每日上报", unit: str = "件") -> str:
    """What a trend says, for readers who do not see it."""
    if days.is_empty():
        return "没有数据"
    above = days.filter(pl.col("reported") > pl.col("high")).height
    return (
        f"近 {days.height} 日{what}：最新 {number(days['reported'][-1])} {unit}，"
        f"最高 {number(max(days['reported']))} {unit}，{above} 天高于常态"
    )


def bar_rows(
    rows: Iterable[tuple[str, float, float | None]], *, others: str = "", chosen: str | None = None
) -> Markup:
    """Horizontal bars with their values and the change against the period before.

    Args:
        rows: Name, value and value before, the largest first; the first one is dark.
        others: Name of the last row, which is a remainder and stays pale.
        chosen: Name of the row that the page is narrowed to; it is dark and marked instead.
    """
    listed = list(rows)
    top = max((value for _, value, _ in listed), default=0) or 1
    return tag(
        "div",
        *(
            _bar_row(
                (name, value, before),
                share=value / top,
                is_dark=name == chosen if chosen else place == 0 and name != others,
                is_chosen=name == chosen,
            )
            for place, (name, value, before) in enumerate(listed)
        ),
        class_="bars",
    )


def _bar_row(
    row: tuple[str, float, float | None], *, share: float, is_dark: bool, is_chosen: bool
) -> Markup:
    name, value, before = row
    return tag(
        "div",
        tag("span", "✓ " if is_chosen else "", name, title=name),
        tag(
            "div",
            tag("i", style=f"width:{share:.1%}", class_="first" if is_dark else None),
            class_="track",
        ),
        tag("b", number(value)),
        tag("em", *change_parts(value, before)),
        class_="chosen" if is_chosen else None,
    )


def change_parts(value: float, before: float | None) -> list[Markup | str]:
    """Arrow and size of a change of a count: percent from 30 on, else the difference."""
    if before is None:
        return [""]
    difference = value - before
    direction = "up" if difference > 0 else "down" if difference < 0 else "flat"
    size = f"{number(100 * abs(difference) / before)}%" if before >= 30 else number(abs(difference))
    return [Markup(arrow(direction)), " ", size]


def segments(parts: Iterable[tuple[str, float]], *, total: float) -> Markup:
    """One bar cut into its parts, with their names below."""
    listed = [(name, value) for name, value in parts if value > 0]
    whole = total or 1
    bar = [tag("i", style=f"flex:{value / whole:.4f}", title=name) for name, value in listed]
    names = [tag("span", name, " ", tag("b", number(value))) for name, value in listed]
    return join([tag("div", *bar, class_="cut"), tag("div", *names, class_="cutnames")])
