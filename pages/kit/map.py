"""Maps of the desk: our own polygons with pydeck, and no basemap from anywhere."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl
import pydeck as pdk

from pages.kit.deck import QuickDeck
from pages.kit.mercator import fit
from pages.kit.theme import DESK, NO_BASEMAP, Palette, rgb


@dataclass(frozen=True)
class Shades:
    """Classes of a choropleth: upper bounds of all classes but the last, and their colours."""

    bounds: tuple[float, ...]
    colours: tuple[str, ...]

    def colour(self, value: float | None) -> str | None:
        """Colour of a value; None without a value."""
        if value is None:
            return None
        return self.colours[sum(value >= bound for bound in self.bounds)]


def shades(values: Sequence[float | None], palette: Palette = DESK) -> Shades:
    """Five classes with about as many places each, cut at round numbers."""
    known = sorted(value for value in values if value is not None)
    if not known:
        return Shades((), palette.ramp[:1])
    cuts = [_round(known[min(len(known) * place // 5, len(known) - 1)]) for place in range(1, 5)]
    bounds = tuple(sorted({cut for cut in cuts if cut > 0}))
    return Shades(bounds, palette.ramp[: len(bounds) + 1] if len(bounds) < 4 else palette.ramp)


def polygons(outlines: pl.DataFrame, fills: dict[str, str | None]) -> list[dict[str, Any]]:
    """GeoJSON features with `code`, `name`, `fill`, from rows with `geometry` as text."""
    return [
        {
            "type": "Feature",
            "geometry": json.loads(row["geometry"]),
            "properties": {
                "code": row["area_code"],
                "name": row["area_name"],
                "fill": rgb(fills.get(row["area_code"]) or DESK.bg2),
            },
        }
        for row in outlines.iter_rows(named=True)
    ]


def choropleth(features: list[dict[str, Any]], palette: Palette = DESK) -> pdk.Layer:
    """Filled places that can be clicked; the layer is called `areas`."""
    return pdk.Layer(
        "GeoJsonLayer",
        {"type": "FeatureCollection", "features": features},
        id="areas",
        get_fill_color="properties.fill",
        get_line_color=rgb(palette.bg1),
        line_width_min_pixels=0.6,
        pickable=True,
        auto_highlight=True,
        highlight_color=rgb(palette.acc, 60),
    )


def borders(outlines: pl.DataFrame, *, name: str, colour: str, width: float) -> pdk.Layer:
    """Lines around places, over the fills."""
    return pdk.Layer(
        "GeoJsonLayer",
        {"type": "FeatureCollection", "features": polygons(outlines, {})},
        id=name,
        filled=False,
        get_line_color=rgb(colour),
        line_width_min_pixels=width,
        line_width_max_pixels=width,
    )


def diamonds(points: list[dict[str, Any]], palette: Palette = DESK) -> pdk.Layer:
    """Severe points: the shape that means the same everywhere. Points have `lon` and `lat`."""
    return pdk.Layer(
        "TextLayer",
        [{**point, "sign": "◆"} for point in points],
        id="points",
        get_position="[lon, lat]",
        get_text="sign",
        character_set=pdk.types.String("auto"),
        get_size=17,
        get_color=rgb(palette.alert),
        font_settings={"sdf": True, "buffer": 6},
        outline_width=2,
        outline_color=rgb(palette.bg1),
        pickable=True,
    )


def triangles(points: list[dict[str, Any]], palette: Palette = DESK) -> pdk.Layer:
    """Points to watch, under the severe ones. Points have `lon` and `lat`."""
    return pdk.Layer(
        "TextLayer",
        [{**point, "sign": "▲"} for point in points],
        id="watched",
        get_position="[lon, lat]",
        get_text="sign",
        character_set=pdk.types.String("auto"),
        get_size=15,
        get_color=rgb(palette.watch_fill),
        font_settings={"sdf": True, "buffer": 6},
        outline_width=2,
        outline_color=rgb(palette.bg1),
        pickable=True,
    )


def rings(points: list[dict[str, Any]], palette: Palette = DESK) -> list[pdk.Layer]:
    """Rings around places where something piles up, on a light rim."""
    looks = (("rims", palette.bg1, 5), ("rings", palette.alert, 2.4))
    return [
        pdk.Layer(
            "ScatterplotLayer",
            points,
            id=name,
            get_position="[lon, lat]",
            filled=False,
            stroked=True,
            radius_units=pdk.types.String("pixels"),
            get_radius=13,
            line_width_units=pdk.types.String("pixels"),
            get_line_width=width,
            get_line_color=rgb(colour),
            pickable=name == "rings",
        )
        for name, colour, width in looks
    ]


def deck(
    layers: list[pdk.Layer], features: list[dict[str, Any]], *, width: int, height: int
) -> pdk.Deck:
    """A flat map that shows all features in a panel of about this size."""
    return QuickDeck(
        layers=layers,
        initial_view_state=_fit(features, width=width, height=height),
        tooltip={"html": "{tip}"},
        **NO_BASEMAP,
    )


def _fit(features: list[dict[str, Any]], *, width: int, height: int) -> pdk.ViewState:
    points = [
        point for feature in features for point in _points(feature["geometry"]["coordinates"])
    ]
    field = (width * 0.03, height * 0.04, width * 0.97, height * 0.96)
    view = fit(points or [(0.0, 0.0)], (width, height), field)
    return pdk.ViewState(longitude=view.longitude, latitude=view.latitude, zoom=view.zoom)


def _points(coordinates: Any) -> list[tuple[float, float]]:
    """All corners of a Polygon or MultiPolygon."""
    if isinstance(coordinates[0], (int, float)):
        return [(coordinates[0], coordinates[1])]
    return [point for part in coordinates for point in _points(part)]


def _round(value: float) -> float:
    """To two leading digits."""
    if value == 0:
        return 0.0
    digits = 1 - math.floor(math.log10(abs(value)))
    return round(value, digits)
