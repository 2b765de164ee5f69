"""Where, when and what: the three pictures of the events page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

import polars as pl
import streamlit as st

from pages.kit.as_table import chart_panel, data_table
from pages.kit.charts import PLOTLY_CONFIG, trend_figure, trend_sentence
from pages.kit.data import cached
from pages.kit.filters import tell
from pages.kit.formats import number
from pages.kit.frame import panel
from pages.kit.html import Markup, tag
from pages.kit.icons import mark
from pages.kit.map import Shades, deck, diamonds, rings, shades
from pages.kit.map_frame import MapChoice, map_head, shade_legend, shaded_places
from pages.kit.part_bars import part_bars
from pages.kit.periods import DeskPeriod
from warehouse.access.scope import Scope
from warehouse.read import alerts, event_list, events, places
from warehouse.read.event_filters import EventFilter

_TREND_DAYS = 30
_LONGEST_TREND = 400
_PLACES = {
    "area_name": "区划",
    "reported": "上报（件）",
    "population": "常住人口",
    "per_thousand": "件/千人",
}
# Overdue events drawn on the map; more would hide it.
_POINTS = 150
# Size of the map for which the zoom is chosen; it only need be about right.
_MAP_WIDTH, _MAP_HEIGHT = 285, 165


def map_panel(scope: Scope, asked: EventFilter) -> None:
    """Reports per 1,000 residents by place, with overdue events as points."""
    with panel("pn_map"):
        choice = map_head(scope, asked.area_code)
        if choice is None:
            return
        rows = cached(places.density, scope, asked, choice.level)
        column = "per_thousand" if rows["per_thousand"].drop_nulls().len() else "reported"
        if choice.is_table:
            data_table(rows.sort(column, descending=True, nulls_last=True), _PLACES)
            return
        scale = shades(rows[column].to_list())
        overdue = cached(event_list.page, scope, asked, shown="overdue", limit=_POINTS)
        _map(scope, asked, choice, rows, (column, scale, overdue))
        unit = "件/千人" if column == "per_thousand" else "件"
        st.html(shade_legend(scale, unit, _late(asked, overdue.height)))


def trend_panel(scope: Scope, asked: EventFilter, period: DeskPeriod) -> None:
    """Reports a day before their usual range."""
    days = min(max(_TREND_DAYS, period.days), _LONGEST_TREND)
    rows = cached(events.trend, scope, asked, days=days)
    clock = "24 小时滚动" if period.is_trailing else "按日"

    def draw() -> None:
        st.plotly_chart(
            trend_figure(rows),
            key="trend",
            height="stretch",
            theme=None,
            config=PLOTLY_CONFIG,
            alt=trend_sentence(rows),
        )

    chart_panel(
        "trend",
        (f"趋势 近 {days} 日", f"{clock} · 灰带=常态"),
        rows=rows.reverse(),
        headings={"day": "日期", "reported": "上报（件）", "low": "常态下限", "high": "常态上限"},
        draw=draw,
    )


def classes_panel(scope: Scope, asked: EventFilter, period: DeskPeriod) -> None:
    """The largest classes of matters, and the rest together; a click narrows to one."""
    # The class asked for marks its bar, and does not take the others away.
    rows = cached(events.classes, scope, replace(asked, class_name=None))
    rows = rows.filter(pl.col("reported") > 0).select(
        pl.col("class_name").alias("choice"),
        pl.col("class_name").alias("part"),
        pl.col("reported").alias("records"),
        "previous",
    )
    chart_panel(
        "classes",
        ("类别构成", f"件 · {period.before}"),
        rows=rows,
        headings={"part": "类别", "records": "件", "previous": "上期"},
        draw=lambda: part_bars(rows, "matter", asked.class_name, empty="本期没有上报。"),
    )


def _map(
    scope: Scope,
    asked: EventFilter,
    choice: MapChoice,
    rows: pl.DataFrame,
    looks: tuple[str, Shades, pl.DataFrame],
) -> None:
    column, scale, overdue = looks
    told = {row["area_code"]: row for row in rows.iter_rows(named=True)}
    features, layers = shaded_places(
        scope,
        asked.area_code,
        choice,
        fills={code: scale.colour(row[column]) for code, row in told.items()},
        tips={code: _tip(row) for code, row in told.items()},
    )
    if asked.is_current and asked.is_plain:
        layers += rings(_clusters(scope, list(told)))
    layers.append(diamonds(_points(overdue)))
    key = f"map_{asked.area_code}_{choice.level}"
    with st.container(key="map_box"):
        st.pydeck_chart(
            deck(layers, features, width=_MAP_WIDTH, height=_MAP_HEIGHT),
            key=key,
            height="stretch",
            on_select=partial(_go, key, lambda code: tell("area", code)),
            selection_mode="single-object",
            alt=f"事件密度地图，{overdue.height} 件超期",
        )


def _go(key: str, go: Callable[[str], None]) -> None:
    """Follow a click: into a place, or to an event."""
    objects = st.session_state[key]["selection"]["objects"]
    for area in objects.get("areas", []):
        go(area["properties"]["code"])
    for point in objects.get("points", []):
        st.query_params["event"] = point["event_id"]


def _clusters(scope: Scope, codes: list[str]) -> list[dict[str, Any]]:
    """Where one kind of matter piles up, among the places drawn."""
    found = cached(alerts.clusters, scope)
    located = found.filter(pl.col("area_code").is_in(codes) & pl.col("lon").is_not_null())
    return [
        {
            "lon": row["lon"],
            "lat": row["lat"],
            "tip": f"聚集：{row['place']} {row['subject']}，近 7 日 {row['event_count']} 件",
        }
        for row in located.iter_rows(named=True)
    ]


def _points(overdue: pl.DataFrame) -> list[dict[str, Any]]:
    located = overdue.filter(pl.col("lon").is_not_null() & pl.col("lat").is_not_null())
    return [
        {
            "lon": row["lon"],
            "lat": row["lat"],
            "event_id": row["event_id"],
            "tip": f"{row['event_id']} 超期",
        }
        for row in located.iter_rows(named=True)
    ]


def _tip(row: dict[str, Any]) -> str:
    tip = f"上报 {number(row['reported'])} 件"
    if row["per_thousand"] is not None:
        tip += f"，每千人 {number(row['per_thousand'], 1)} 件"
    return tip


def _late(asked: EventFilter, overdue: int) -> Markup:
    words = "超期" if asked.is_current else "现超期"
    sign = Markup(mark("alert", "10px"))
    return tag("span", sign, f" {words} {_many(overdue)} · 圈=聚集", class_="end")


def _many(overdue: int) -> str:
    return f"{overdue}+" if overdue == _POINTS else number(overdue)
