"""网格热力: our own polygons without a basemap, coloured by how much happens for whom."""

from __future__ import annotations

import math
from typing import Any

import polars as pl
import pydeck as pdk
import streamlit as st

from pages.kit.boundaries import polygons
from pages.kit.data import cached
from pages.kit.deck import QuickDeck
from pages.kit.html import tag
from pages.kit.mercator import View, fit
from pages.kit.theme import NO_BASEMAP, WALL, rgb
from pages.kit.wall_frame import track
from pages.kit.wall_map_over import over_html
from warehouse.access.scope import Scope
from warehouse.read import alerts, overview

# The panel on the reference display, in px, and what of it is free of legend and callouts.
SIZE = (924.0, 569.0)
FIELD = (84.0, 26.0, 660.0, 543.0)
# The middle-sized place of the level shown first covers at least this share of the map.
SEEN = 1 / 2500


@st.fragment
def heat_map(scope: Scope, site: dict[str, Any]) -> None:
    """Draw the panel: map, names and callouts, and the switch of levels."""
    with track("map"):
        _by_level(scope, site, display_scale())


def _by_level(scope: Scope, site: dict[str, Any], scale: float) -> None:
    known = cached(overview.map_levels, scope).filter(pl.col("boundary_count") > 0)
    levels = {row["level"]: row for row in known.iter_rows(named=True)}
    if not levels:
        _points_only(scope, site, scale)
        return
    first = level_shown_first(levels)
    level = first
    if len(levels) > 1:
        with track("map_level"):
            chosen = st.segmented_control(
                "地图层级",
                list(levels),
                default=first,
                format_func=lambda code: levels[code]["level_name"],
                label_visibility="collapsed",
                key="wall_map_level",
            )
        level = chosen or first
    places = cached(overview.areas, scope, level)
    units = cached(overview.areas, scope, site["unit_level"]) if site["unit_level"] else places
    view = fit(_corners(units if not units.is_empty() else places), SIZE, FIELD)
    _draw(layers(places, units, scale), view, scale)
    hot = cached(alerts.clusters, scope).to_dicts()
    findings = cached(overview.findings, scope).to_dicts()
    st.html(over_html(site, levels[level], view, units.to_dicts(), hot, findings))


def level_shown_first(levels: dict[str, dict[str, Any]]) -> str:
    """The finest level whose places can be told apart on the map, else the coarsest."""
    seen = [code for code, level in levels.items() if level["middle_share"] >= SEEN]
    return seen[-1] if seen else next(iter(levels))


def _points_only(scope: Scope, site: dict[str, Any], scale: float) -> None:
    """No boundary at all: the events themselves, where they have coordinates."""
    dots = cached(overview.points, scope)
    if dots.is_empty():
        calm = tag(
            "div",
            tag("b", "边界未导入"),
            tag("span", "导入区划边界或事件坐标后显示地图"),
            class_="calm",
        )
        st.html(tag("section", calm, class_="panel"))
        return
    # A few wrong coordinates must not shrink the town to a dot.
    inner = dots.filter(
        pl.col("lon").is_between(pl.col("lon").quantile(0.01), pl.col("lon").quantile(0.99))
        & pl.col("lat").is_between(pl.col("lat").quantile(0.01), pl.col("lat").quantile(0.99))
    )
    shown = inner if not inner.is_empty() else dots
    view = fit(shown.select("lon", "lat").rows(), SIZE, FIELD)
    layer = pdk.Layer(
        "ScatterplotLayer",
        shown.select("lon", "lat", "title").to_dicts(),
        get_position="[lon, lat]",
        get_fill_color=rgb(WALL.acc, 120),
        radius_units=pdk.types.String("pixels"),
        get_radius=2.6 * scale,
        pickable=True,
    )
    _draw([layer], view, scale, tooltip="{title}")
    hot = cached(alerts.clusters, scope).to_dicts()
    st.html(over_html(site, None, view, [], hot, []))


def _draw(made: list[pdk.Layer], view: View, scale: float, tooltip: str = "") -> None:
    deck = QuickDeck(
        layers=made,
        initial_view_state=pdk.ViewState(
            longitude=view.longitude,
            latitude=view.latitude,
            # Px do not follow the root font as everything else does.
            zoom=view.zoom + math.log2(scale),
        ),
        views=[pdk.View(type="MapView", controller=False)],
        tooltip={"text": tooltip or "{name}\n{words}"},
        **NO_BASEMAP,
    )
    st.pydeck_chart(deck, height="stretch", key="wall_map")


def layers(places: pl.DataFrame, units: pl.DataFrame, scale: float) -> list[pdk.Layer]:
    """Coloured places, and the outlines of the units above them."""
    filled = pdk.Layer(
        "PolygonLayer",
        [
            {
                "polygon": part,
                "colour": rgb(WALL.ramp[(row["class"] or 1) - 1]),
                "name": row["area_path"],
                "words": words(row),
            }
            for row in places.iter_rows(named=True)
            for part in polygons(row["geometry"])
        ],
        get_polygon="polygon",
        get_fill_color="colour",
        get_line_color=rgb(WALL.bg0),
        line_width_units=pdk.types.String("pixels"),
        get_line_width=0.7 * scale,
        pickable=True,
    )
    drawn = [filled]
    if not units.is_empty():
        drawn.append(_outlines(units, WALL.t1, 1.7 * scale))
    return drawn


def _outlines(areas: pl.DataFrame, colour: str, width: float) -> pdk.Layer:
    return pdk.Layer(
        "PathLayer",
        [
            {"path": ring}
            for geometry in areas["geometry"]
            for part in polygons(geometry)
            for ring in part
        ],
        get_path="path",
        get_color=rgb(colour),
        width_units=pdk.types.String("pixels"),
        get_width=width,
        joint_rounded=True,
    )


def words(row: dict[str, Any]) -> str:
    """What the tooltip says of a place."""
    said = f"近7日 {row['event_count']:,} 件"
    if row["rate"] is not None:
        said += f"，每千人 {row['rate']:.1f} 件"
    return said + (f"，超期 {row['overdue_count']}" if row["overdue_count"] else "")


def _corners(areas: pl.DataFrame) -> list[tuple[float, float]]:
    return [
        (x, y) for geometry in areas["geometry"] for part in polygons(geometry) for x, y in part[0]
    ]


def display_scale() -> float:
    """How much larger than 1920 × 1080 the display is; server.py writes it into the address."""
    try:
        return min(max(float(st.query_params.get("scale", "1")), 0.3), 8.0)
    except ValueError:
        return 1.0
