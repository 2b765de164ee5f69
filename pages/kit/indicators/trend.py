"""Months of an indicator as a line before its target."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go
import polars as pl

from pages.kit.charts import trend_figure
from pages.kit.formats import number, target, value_with_unit
from pages.kit.theme import DESK, Palette, desk_template


def month_figure(rows: pl.DataFrame, row: dict[str, Any], *, palette: Palette = DESK) -> go.Figure:
    """A line of periods; those that are not over, or have few cases, are hollow.

    Args:
        rows: Of `catalogue.trend`.
        row: The indicator: unit, decimals, target.
        palette: Of the surface.
    """
    figure = go.Figure()
    is_open = [
        not complete or small
        for complete, small in rows.select("is_complete", "is_small_sample").iter_rows()
    ]
    figure.add_scatter(
        x=rows["label"],
        y=rows["value"],
        mode="lines+markers",
        line={"color": palette.acc, "width": 2},
        marker={
            "size": 7,
            "color": [palette.bg1 if hollow else palette.acc for hollow in is_open],
            "line": {"color": palette.acc, "width": 1.5},
        },
        hovertemplate=_hover(row),
    )
    known = [value for value in (*rows["value"], row["target"]) if value is not None]
    low, high = (min(known), max(known)) if known else (0, 1)
    room = (high - low) * 0.15 or abs(high) * 0.05 or 1
    if row["target"] is not None:
        figure.add_hline(y=row["target"], line={"color": palette.t2, "width": 1.2, "dash": "dash"})
    if rows.height:
        figure.add_annotation(
            x=rows["label"][-1],
            y=rows["value"][-1],
            text=f"<b>{number(rows['value'][-1], row['decimals'])}</b>",
            showarrow=False,
            xanchor="left",
            xshift=8,
            font={"color": palette.t1, "size": 13},
        )
    figure.update_layout(
        template=desk_template(),
        margin={"l": 40, "r": 52, "t": 12, "b": 26},
        xaxis={"type": "category", "nticks": 7, "ticklabelstandoff": 5},
        yaxis={
            "showgrid": True,
            "nticks": 4,
            # A count begins at zero; a share is read where it moves.
            "range": [low - room if row["denominator_measure"] else 0, high + room],
        },
    )
    return figure


def day_figure(rows: pl.DataFrame, row: dict[str, Any]) -> go.Figure:
    """Days before their usual range; a share is read where it moves, not from zero.

    Args:
        rows: Of `catalogue.days`.
        row: The indicator.
    """
    figure = trend_figure(rows, unit=row["unit"])
    if row["denominator_measure"]:
        known = [value for name in ("reported", "low", "high") for value in rows[name].drop_nulls()]
        room = (max(known) - min(known)) * 0.1 or 1
        figure.update_yaxes(range=[min(known) - room, max(known) + room], rangemode="normal")
    figure.update_traces(hovertemplate=_hover(row), selector={"hoverinfo": None})
    figure.update_annotations(text=f"<b>{number(rows['reported'][-1], row['decimals'])}</b>")
    figure.update_layout(margin={"l": 40, "r": 52})
    return figure


def _hover(row: dict[str, Any]) -> str:
    return f"%{{y:,.{row['decimals']}f}} {row['unit']}<extra></extra>"


def month_sentence(rows: pl.DataFrame, row: dict[str, Any]) -> str:
    """What the line says, for readers who do not see it."""
    if rows.is_empty():
        return "没有数据"
    latest = value_with_unit(rows["value"][-1], row["unit"], row["decimals"])
    goal = target(row["target"], row["better"], row["decimals"])
    missed = rows.filter(pl.col("status").is_in(["watch", "severe"])).height
    against = f"，目标 {goal}，{missed} 期未达标" if goal else ""
    return f"{row['name_zh']}近 {rows.height} 期：最新 {latest}{against}"
