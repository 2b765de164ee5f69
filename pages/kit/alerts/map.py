"""Where the alerts are: one shape for each, on the outlines of the places below."""

from __future__ import annotations

from functools import partial
from typing import Any

import polars as pl
import streamlit as st

from pages.kit.as_table import chart_panel
from pages.kit.data import cached
from pages.kit.filters import tell
from pages.kit.formats import number
from pages.kit.frame import nothing_here
from pages.kit.html import Markup, tag
from pages.kit.icons import mark
from pages.kit.map import borders, choropleth, deck, diamonds, polygons, triangles
from pages.kit.theme import DESK
from warehouse.access.scope import Scope
from warehouse.read import places, records
from warehouse.read.record_filters import RecordFilter
from warehouse.settings import settings

# Beyond this a map is a cloud, and the table says more.
_POINTS = 400


def alerts_map(scope: Scope, asked: RecordFilter, *, size: tuple[int, int] = (285, 165)) -> None:
    """Draw the panel; a click on a place goes there, on a shape opens the alert."""
    rows = cached(records.page, scope, "alerts", asked, shown="open", limit=_POINTS)
    total = cached(records.count, scope, "alerts", asked, shown="open")
    chart_panel(
        "alert_map",
        ("分布", _many(rows.height, total)),
        rows=rows,
        headings={"area_path": "位置", "kind": "类型", "title": "事项", "state": "级别"},
        draw=lambda: _map(scope, asked, rows, size),
    )


def _map(scope: Scope, asked: RecordFilter, rows: pl.DataFrame, size: tuple[int, int]) -> None:
    below = cached(places.levels_below, scope, asked.area_code)
    around = _around(scope, asked.area_code, below)
    if around.is_empty():
        nothing_here("没有可画的边界。", "区划台账尚未登记这里的边界。")
        return
    features = polygons(around, {})
    for feature in features:
        feature["properties"]["tip"] = feature["properties"]["name"]
    severe, watched = _points(rows)
    layers = [
        choropleth(features),
        borders(around, name="around", colour=DESK.line2, width=1.2),
        triangles(watched),
        diamonds(severe),
    ]
    key = f"alert_map_{asked.area_code}"
    with st.container(key="map_box"):
        st.pydeck_chart(
            deck(layers, features, width=size[0], height=size[1]),
            key=key,
            height="stretch",
            on_select=partial(_go, key),
            selection_mode="single-object",
            alt=_sentence(rows),
        )
    st.html(_legend(rows))


def _around(scope: Scope, area_code: str, below: pl.DataFrame) -> pl.DataFrame:
    """Outlines of the places right below; of the place itself where there are none."""
    if below.height:
        return cached(places.outlines, scope, area_code, below["level"][0])
    itself = cached(places.path, scope, area_code)
    return cached(places.outlines, scope, area_code, itself["level"][-1])


def _points(rows: pl.DataFrame) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """One point for all alerts at the same spot, by the most urgent of them."""
    spots = (
        rows.filter(pl.col("lon").is_not_null() & pl.col("lat").is_not_null())
        .group_by("lon", "lat", maintain_order=True)
        .agg(
            pl.col("record_id", "title", "kind", "area_path").first(),
            (pl.col("severity") == "severe").any().alias("is_severe"),
            pl.len().alias("alerts"),
        )
    )
    points: tuple[list[dict[str, Any]], list[dict[str, Any]]] = ([], [])
    for spot in spots.iter_rows(named=True):
        more = f"<br>此处共 {number(spot['alerts'])} 条" if spot["alerts"] > 1 else ""
        point = {
            "lon": spot["lon"],
            "lat": spot["lat"],
            "record_id": spot["record_id"],
            "tip": f"{spot['kind']}：{spot['title']}<br>{spot['area_path']}{more}",
        }
        points[0 if spot["is_severe"] else 1].append(point)
    return points


def _go(key: str) -> None:
    """Follow a click: into an alert, else into a place."""
    found = st.session_state[key]["selection"]["objects"]
    for point in [*found.get("points", []), *found.get("watched", [])]:
        st.query_params["record"] = point["record_id"]
        return
    for area in found.get("areas", []):
        tell("area", area["properties"]["code"])


def _many(drawn: int, total: int) -> str:
    return (
        f"最急的 {number(drawn)} / {number(total)} 条" if total > drawn else f"{number(total)} 条"
    )


def _sentence(rows: pl.DataFrame) -> str:
    severe = rows.filter(pl.col("severity") == "severe").height
    places_named = rows["area_path"].n_unique()
    return f"预警分布地图：{rows.height} 条，其中严重 {severe} 条，分布在 {places_named} 处"


def _legend(rows: pl.DataFrame) -> Markup:
    severe = rows.filter(pl.col("severity") == "severe").height
    shapes = [("alert", "严重", severe), ("watch", "关注", rows.height - severe)]
    return tag(
        "div",
        tag(
            "div",
            *(
                tag("span", Markup(mark(shape, "11px")), f" {words} {number(count)}  ")
                for shape, words, count in shapes
            ),
            class_="shapes",
        ),
        tag("div", tag("small", settings().boundary_note)),
        class_="legend",
    )
