"""What every panel with a map shares: its head, the shaded places, the legend."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from pages.kit.as_table import as_table
from pages.kit.data import cached
from pages.kit.filters import switch
from pages.kit.formats import number
from pages.kit.frame import nothing_here, panel_head
from pages.kit.html import Markup, tag
from pages.kit.map import Shades, borders, choropleth, polygons
from pages.kit.theme import DESK
from warehouse.access.scope import Scope
from warehouse.read import places
from warehouse.settings import settings


@dataclass(frozen=True)
class MapChoice:
    """What the reader wants to see of a place.

    Attributes:
        level: Of the places drawn.
        level_name: As it is said here.
        above: The level right below the place, whose borders are drawn over finer ones.
        is_table: A table instead of the map.
    """

    level: str
    level_name: str
    above: str
    is_table: bool


def map_head(scope: Scope, area_code: str) -> MapChoice | None:
    """Draw the head; None, with the reason, where no place below has an outline."""
    below = cached(places.levels_below, scope, area_code)
    names = dict(below.select("level", "level_name").iter_rows())
    levels = list(names)
    if not levels:
        st.html(panel_head("分布"))
        nothing_here("没有可画的下级区划。", "已到最末一级，或区划台账尚未登记边界。")
        return None
    with st.container(key="map_head", horizontal=True):
        st.html(tag("h2", "分布"))
        default = levels[1] if len(levels) > 2 else levels[0]
        level = switch("地图层级", "level", names, default=default)
        is_table = as_table("map", "分布")
    return MapChoice(level, names[level], levels[0], is_table)


def shaded_places(
    scope: Scope,
    area_code: str,
    choice: MapChoice,
    *,
    fills: Mapping[str, str | None],
    tips: Mapping[str, str],
) -> tuple[list[dict[str, Any]], list[Any]]:
    """Features and layers of the places of a level, and of the borders above them.

    Args:
        scope: What the reader may see.
        area_code: The place inside which they lie.
        choice: Which level.
        fills: Code of a place -> its colour.
        tips: Code of a place -> what is said under its name.
    """
    features = polygons(cached(places.outlines, scope, area_code, choice.level), dict(fills))
    for feature in features:
        told = feature["properties"]
        told["tip"] = f"{told['name']}<br>{tips.get(told['code'], '')}"
    layers = [choropleth(features)]
    if choice.level != choice.above:
        around = cached(places.outlines, scope, area_code, choice.above)
        layers.append(borders(around, name="above", colour=DESK.bg1, width=1.8))
    return features, layers


def shade_legend(scale: Shades, unit: str, late: Markup | str) -> Markup:
    """The classes of the map from few to many, the note on boundaries, and what is late."""
    bounds = "、".join(number(bound, 1 if bound < 10 else 0) for bound in scale.bounds)
    return tag(
        "div",
        tag(
            "div",
            tag("span", "少"),
            *(tag("i", style=f"background:{colour}") for colour in scale.colours),
            tag("span", f"多 · {unit}", title=f"分级：{bounds}"),
        ),
        tag("div", tag("small", settings().boundary_note), late),
        class_="legend",
    )
