"""网格热力: our own polygons without a basemap, coloured by how much happens for whom."""

from __future__ import annotations

from typing import Any

import polars as pl
import streamlit as st

from pages.kit.boundaries import polygons
from pages.kit.data import cached
from pages.kit.html import Markup, tag
from pages.kit.mercator import View, fit
from pages.kit.wall_boxes import Layout
from pages.kit.wall_frame import track
from pages.kit.wall_links import head
from pages.kit.wall_map_over import Surface, over_html
from pages.kit.wall_map_picture import dots_html, places_html
from warehouse.access.scope import Scope
from warehouse.read import alerts, overview

# Left, top and bottom of what is free of legend and title, in px of the reference display.
LEFT, TOP, BOTTOM = 84.0, 26.0, 22.0
# The middle-sized place of the level shown first covers at least this share of the map.
SEEN = 1 / 2500


@st.fragment
def heat_map(scope: Scope, layout: Layout) -> None:
    """Draw the panel: map, names and callouts, and the switch of levels."""
    site = cached(overview.site, scope).row(0, named=True)
    surface = Surface.of(layout)
    with track("map"):
        known = cached(overview.map_levels, scope).filter(pl.col("boundary_count") > 0)
        levels = {row["level"]: row for row in known.iter_rows(named=True)}
        if levels:
            _by_level(scope, site, surface, levels, _level(levels))
        else:
            _points_only(scope, site, surface)


def _level(levels: dict[str, dict[str, Any]]) -> str:
    first = level_shown_first(levels)
    if len(levels) == 1:
        return first
    with track("map_level"):
        chosen = st.segmented_control(
            "地图层级",
            list(levels),
            default=first,
            format_func=lambda code: levels[code]["level_name"],
            label_visibility="collapsed",
            key="wall_map_level",
        )
    return chosen or first


def _by_level(
    scope: Scope,
    site: dict[str, Any],
    surface: Surface,
    levels: dict[str, dict[str, Any]],
    level: str,
) -> None:
    drawn, view = _picture(
        (scope.version, scope.area_code), level, surface, site["unit_level"], _scope=scope
    )
    units = cached(overview.areas, scope, site["unit_level"] or level)
    hot = cached(alerts.clusters, scope).to_dicts()
    findings = cached(overview.findings, scope).to_dicts()
    over = over_html(site, levels[level], view, surface, units.to_dicts(), hot, findings)
    st.html(tag("div", drawn, over, class_="mapped"))


@st.cache_data(max_entries=32, show_spinner=False)
def _picture(
    key: tuple[str, str | None],
    level: str,
    surface: Surface,
    unit_level: str | None,
    *,
    _scope: Scope,
) -> tuple[Markup, View]:
    """The map of a level and what it shows, drawn once per version for all displays of a shape."""
    places = cached(overview.areas, _scope, level)
    units = cached(overview.areas, _scope, unit_level or level)
    corners = [
        (x, y)
        for geometry in (units if not units.is_empty() else places)["geometry"]
        for part in polygons(geometry)
        for x, y in part[0]
    ]
    view = fit(corners, surface.size, _field(surface))
    return places_html(places.to_dicts(), units.to_dicts(), view), view


def level_shown_first(levels: dict[str, dict[str, Any]]) -> str:
    """The finest level whose places can be told apart on the map, else the coarsest."""
    seen = [code for code, level in levels.items() if level["middle_share"] >= SEEN]
    return seen[-1] if seen else next(iter(levels))


def _points_only(scope: Scope, site: dict[str, Any], surface: Surface) -> None:
    """No boundary at all: the events themselves, where they have coordinates."""
    dots = cached(overview.points, scope)
    if dots.is_empty():
        words = [tag("b", "边界未导入"), tag("span", "导入区划边界或事件坐标后显示地图")]
        # Words off the seam, if one runs through the middle.
        aside = "margin-right:50%" if surface.seams else None
        calm = tag("div", *words, class_="calm", style=aside)
        st.html(tag("section", head("map", "网格热力", "近7日"), calm, class_="panel"))
        return
    # A few wrong coordinates must not shrink the town to a dot.
    inner = dots.filter(
        pl.col("lon").is_between(pl.col("lon").quantile(0.01), pl.col("lon").quantile(0.99))
        & pl.col("lat").is_between(pl.col("lat").quantile(0.01), pl.col("lat").quantile(0.99))
    )
    shown = (inner if not inner.is_empty() else dots).select("lon", "lat").rows()
    view = fit(shown, surface.size, _field(surface))
    hot = cached(alerts.clusters, scope).to_dicts()
    over = over_html(site, None, view, surface, [], hot, [])
    st.html(tag("div", dots_html(shown, view), over, class_="mapped"))


def _field(surface: Surface) -> tuple[float, float, float, float]:
    return LEFT, TOP, surface.call_left - 32, surface.size[1] - BOTTOM
