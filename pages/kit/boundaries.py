"""Boundaries as drawn: GeoJSON text to rings of a few decimals, and a point for the name."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from shapely.geometry import Point, shape
from shapely.geometry.base import BaseGeometry

# A metre: finer makes the page heavier, not the map better.
DECIMALS = 5

Ring = list[list[float]]


@lru_cache(maxsize=4096)
def polygons(geometry: str) -> list[list[Ring]]:
    """The polygons of a GeoJSON Polygon or MultiPolygon, each as outer ring and holes.

    The same list for the same text, as boundaries hardly ever change: callers only read it.
    """
    read: dict[str, Any] = json.loads(geometry)
    parts = read["coordinates"] if read["type"] == "MultiPolygon" else [read["coordinates"]]
    return [
        [[[round(x, DECIMALS), round(y, DECIMALS)] for x, y, *_ in ring] for ring in part]
        for part in parts
    ]


def largest_part(geometry: str) -> BaseGeometry:
    """The biggest polygon, which carries the name."""
    whole = shape(json.loads(geometry))
    return max(getattr(whole, "geoms", [whole]), key=lambda part: part.area)


def name_point(part: BaseGeometry) -> tuple[float, float]:
    """A point well inside: the centroid where it lies inside, else the nearest sure one."""
    centre = part.centroid
    inside = centre if part.contains(centre) else part.representative_point()
    return float(inside.x), float(inside.y)


def contains(part: BaseGeometry, lon: float, lat: float) -> bool:
    """Whether a point lies in it."""
    return bool(part.contains(Point(lon, lat)))
