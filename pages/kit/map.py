"""Maps of the desk: our own polygons with pydeck, and no basemap from anywhere."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl
import pydeck as pdk

from pages.kit.theme import DESK, NO_BASEMAP, Palette, rgb

_TILE = 512


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


def deck(
    layers: list[pdk.Layer], features: list[dict[str, Any]], *, width: int, height: int
) -> pdk.Deck:
    """A flat map that shows all features in a panel of about this size."""
    return pdk.Deck(
        layers=layers,
        initial_view_state=_fit(features, width=width, height=height),
        tooltip={"html": "{tip}"},
        **NO_BASEMAP,
    )


def _fit(features: list[dict[str, Any]], *, width: int, height: int) -> pdk.ViewState:
    points = [
        point for feature in features for point in _points(feature["geometry"]["coordinates"])
    ]
    if not points:
        return pdk.ViewState(longitude=0, latitude=0, zoom=1)
    xs = [(lon + 180) / 360 for lon, _ in points]
    ys = [_mercator(lat) for _, lat in points]
    wide = max(max(xs) - min(xs), 1e-9)
    high = max(max(ys) - min(ys), 1e-9)
    zoom = min(math.log2(width * 0.94 / (_TILE * wide)), math.log2(height * 0.92 / (_TILE * high)))
    middle = (min(ys) + max(ys)) / 2
    return pdk.ViewState(
        longitude=(min(xs) + max(xs)) / 2 * 360 - 180,
        latitude=math.degrees(2 * math.atan(math.exp(math.pi * (1 - 2 * middle))) - math.pi / 2),
        zoom=zoom,
    )


def _points(coordinates: Any) -> list[tuple[float, float]]:
    """All corners of a Polygon or MultiPolygon."""
    if isinstance(coordinates[0], (int, float)):
        return [(coordinates[0], coordinates[1])]
    return [point for part in coordinates for point in _points(part)]


def _mercator(lat: float) -> float:
    radians = math.radians(lat)
    return (1 - math.log(math.tan(math.pi / 4 + radians / 2)) / math.pi) / 2


def _round(value: float) -> float:
    """To two leading digits."""
    if value == 0:
        return 0.0
    digits = 1 - math.floor(math.log10(abs(value)))
    return round(value, digits)
