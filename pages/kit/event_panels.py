"""Where, when and what: the three pictures of the events page."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import polars as pl
import streamlit as st

from pages.kit.charts import PLOTLY_CONFIG, bar_rows, trend_figure, trend_sentence
from pages.kit.data import cached
from pages.kit.filters import switch, tell
from pages.kit.formats import number
from pages.kit.frame import nothing_here, panel, panel_head
from pages.kit.html import Markup, tag
from pages.kit.icons import mark
from pages.kit.map import Shades, borders, choropleth, deck, diamonds, polygons, rings, shades
from pages.kit.periods import DeskPeriod
from pages.kit.theme import DESK
from warehouse.access.scope import Scope
from warehouse.read import alerts, event_list, events, places
from warehouse.read.event_filters import EventFilter
from warehouse.settings import settings

_TREND_DAYS = 30
_LONGEST_TREND = 400
_CLASSES = 5
# Overdue events drawn on the map; more would hide it.
_POINTS = 150
# Size of the map for which the zoom is chosen; it only need be about right.
_MAP_WIDTH, _MAP_HEIGHT = 285, 165


def map_panel(scope: Scope, asked: EventFilter) -> None:
    """Reports per 1,000 residents by place, with overdue events as points."""
    below = cached(places.levels_below, scope, asked.area_code)
    names = dict(below.select("level", "level_name").iter_rows())
    levels = list(names)
    with panel("pn_map"):
        if not levels:
            st.html(panel_head("分布"))
            nothing_here("没有可画的下级区划。", "已到最末一级，或区划台账尚未登记边界。")
            return
        with st.container(key="map_head", horizontal=True):
            st.html(tag("h2", "分布"))
            default = levels[1] if len(levels) > 2 else levels[0]
            level = switch("地图层级", "level", names, default=default)
        rows = cached(places.density, scope, asked, level)
        column = "per_thousand" if rows["per_thousand"].drop_nulls().len() else "reported"
        scale = shades(rows[column].to_list())
        overdue = cached(event_list.page, scope, asked, shown="overdue", limit=_POINTS)
        _map(scope, asked, level, rows, (column, scale, overdue))
        late = "超期" if asked.is_current else "现超期"
        st.html(_legend(scale, column, f"{late} {_many(overdue.height)}"))


def trend_panel(scope: Scope, asked: EventFilter, period: DeskPeriod) -> None:
    """Reports a day before their usual range."""
    days = min(max(_TREND_DAYS, period.days), _LONGEST_TREND)
    rows = cached(events.trend, scope, asked, days=days)
    clock = "24 小时滚动" if period.is_trailing else "按日"
    with panel("pn_trend", f"趋势 近 {days} 日", f"{clock} · 灰带=常态"):
        st.plotly_chart(
            trend_figure(rows),
            key="trend",
            height="stretch",
            theme=None,
            config=PLOTLY_CONFIG,
            alt=trend_sentence(rows),
        )


def classes_panel(scope: Scope, asked: EventFilter, period: DeskPeriod) -> None:
    """The largest classes of matters, and the rest together."""
    rows = cached(events.classes, scope, asked).filter(pl.col("reported") > 0)
    with panel("pn_classes", "类别构成", f"件 · {period.before}"):
        if rows.is_empty():
            nothing_here("本期没有上报。", "放宽日期或区域。")
            return
        listed: list[tuple[str, float, float | None]] = list(rows.head(_CLASSES).iter_rows())
        rest = rows.slice(_CLASSES)
        others = f"其他 {rest.height} 类"
        if rest.height:
            listed.append((others, sum(rest["reported"]), sum(rest["previous"])))
        st.html(bar_rows(listed, others=others))


def _map(
    scope: Scope,
    asked: EventFilter,
    level: str,
    rows: pl.DataFrame,
    looks: tuple[str, Shades, pl.DataFrame],
) -> None:
    column, scale, overdue = looks
    outlines = cached(places.outlines, scope, asked.area_code, level)
    fills = {row["area_code"]: scale.colour(row[column]) for row in rows.iter_rows(named=True)}
    tips = {row["area_code"]: _tip(row) for row in rows.iter_rows(named=True)}
    features = polygons(outlines, fills)
    for feature in features:
        code = feature["properties"]["code"]
        feature["properties"]["tip"] = f"{feature['properties']['name']}<br>{tips.get(code, '')}"
    layers = [choropleth(features)]
    above = cached(places.levels_below, scope, asked.area_code)["level"][0]
    if level != above:
        streets = cached(places.outlines, scope, asked.area_code, above)
        layers.append(borders(streets, name="above", colour=DESK.bg1, width=1.8))
    if asked.is_current and asked.is_plain:
        layers += rings(_clusters(scope, outlines["area_code"].to_list()))
    layers.append(diamonds(_points(overdue)))
    key = f"map_{asked.area_code}_{level}"
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


def _legend(scale: Shades, column: str, overdue: str) -> Markup:
    unit = "件/千人" if column == "per_thousand" else "件"
    bounds = "、".join(number(bound, 1 if bound < 10 else 0) for bound in scale.bounds)
    return tag(
        "div",
        tag(
            "div",
            tag("span", "少"),
            *(tag("i", style=f"background:{colour}") for colour in scale.colours),
            tag("span", f"多 · {unit}", title=f"分级：{bounds}"),
        ),
        tag(
            "div",
            tag("small", settings().boundary_note),
            tag("span", Markup(mark("alert", "10px")), f" {overdue} · 圈=聚集", class_="end"),
        ),
        class_="legend",
    )


def _many(overdue: int) -> str:
    return f"{overdue}+" if overdue == _POINTS else number(overdue)
