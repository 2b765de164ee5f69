"""Where a place lies on a map panel, in px: Web Mercator as deck.gl and MapLibre draw it."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

TILE = 512.0


def world(lon: float, lat: float) -> tuple[float, float]:
    """A place in the square of the whole world, 0 to 1, y downwards."""
    sine = math.sin(math.radians(max(-85.05, min(85.05, lat))))
    return (lon + 180) / 360, 0.5 - math.log((1 + sine) / (1 - sine)) / (4 * math.pi)


@dataclass(frozen=True)
class View:
    """A map panel: its size in px, the place in its middle, its zoom."""

    width: float
    height: float
    longitude: float
    latitude: float
    zoom: float

    def place(self, lon: float, lat: float) -> tuple[float, float]:
        """Px from the panel's upper left corner."""
        x, y = world(lon, lat)
        middle_x, middle_y = world(self.longitude, self.latitude)
        size = TILE * 2**self.zoom
        return self.width / 2 + (x - middle_x) * size, self.height / 2 + (y - middle_y) * size

    def km(self, length: float) -> float:
        """How many px a length in km has at the panel's middle."""
        around = 40_075.017 * math.cos(math.radians(self.latitude))
        return length / around * TILE * 2**self.zoom


def fit(
    places: Iterable[tuple[float, float]],
    size: tuple[float, float],
    field: tuple[float, float, float, float],
) -> View:
    """The view in which all places lie inside a field of the panel.

    Args:
        places: Longitudes and latitudes; at least one.
        size: Of the panel, in px.
        field: Left, top, right, bottom in px: what is free of legend and callouts.
    """
    corners = [world(lon, lat) for lon, lat in places]
    west, east = min(x for x, _ in corners), max(x for x, _ in corners)
    north, south = min(y for _, y in corners), max(y for _, y in corners)
    left, top, right, bottom = field
    scale = min((right - left) / max(east - west, 1e-9), (bottom - top) / max(south - north, 1e-9))
    zoom = min(math.log2(scale / TILE), 18.0)
    pixels = TILE * 2**zoom
    # The middle of the field, not of the panel, shows the middle of the places.
    x = (west + east) / 2 + (size[0] / 2 - (left + right) / 2) / pixels
    y = (north + south) / 2 + (size[1] / 2 - (top + bottom) / 2) / pixels
    latitude = math.degrees(2 * math.atan(math.exp((0.5 - y) * 2 * math.pi)) - math.pi / 2)
    return View(size[0], size[1], x * 360 - 180, latitude, zoom)
