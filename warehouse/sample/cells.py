"""An area split into cells: a seeded centroidal Voronoi diagram, finer where it is dense."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from scipy.spatial import KDTree
from shapely.geometry import MultiPoint, Polygon

from warehouse.sample.draws import Numbers, Random, Whole
from warehouse.sample.place import Point

LLOYD_ROUNDS = 18


@dataclass(frozen=True)
class Density:
    """How built-up an area is: high around its centre, thinning out.

    Attributes:
        centre: Where it is densest, km.
        reach: Distance at which it has mostly thinned out, km.
    """

    centre: Point
    reach: float = 1.1

    def at(self, points: Numbers) -> Numbers:
        """Of each point, between 0.16 and 1.16."""
        distance = np.hypot(points[:, 0] - self.centre[0], points[:, 1] - self.centre[1])
        return np.asarray(0.16 + np.exp(-((distance / self.reach) ** 2)))

    def outwards(self, cells: list[Polygon]) -> list[Polygon]:
        """The cells from the centre outwards."""
        here = shapely.Point(self.centre)
        return sorted(cells, key=lambda cell: float(shapely.distance(cell.centroid, here)))


def density_of(area: Polygon, centre: Point | None = None) -> Density:
    """That of an area whose size alone is known; it is densest in its middle unless told."""
    middle = area.representative_point()
    return Density(centre or (middle.x, middle.y), 0.35 * float(np.sqrt(area.area)))


def _scatter(random: Random, area: Polygon, count: int, density: Density) -> Numbers:
    """Points inside `area`, more of them where it is dense."""
    shapely.prepare(area)
    west, south, east, north = area.bounds
    found: list[Numbers] = []
    have = 0
    while have < count:
        tries = random.random((count * 6, 2)) * (east - west, north - south) + (west, south)
        tries = tries[shapely.contains_xy(area, tries[:, 0], tries[:, 1])]
        kept = tries[random.random(len(tries)) * 1.16 < density.at(tries)]
        found.append(kept)
        have += len(kept)
    return np.concatenate(found)[:count]


def split(random: Random, area: Polygon, count: int, density: Density) -> list[Polygon]:
    """`area` split into `count` centroidal Voronoi cells."""
    if count == 1:
        return [area]
    cloud = _scatter(random, area, max(60 * count, 400), density)
    seeds = cloud[random.choice(len(cloud), count, replace=False)]
    for _ in range(LLOYD_ROUNDS):
        nearest = KDTree(seeds).query(cloud)[1]
        size = np.maximum(np.bincount(nearest, minlength=count), 1)
        seeds = np.column_stack(
            [np.bincount(nearest, cloud[:, axis], minlength=count) / size for axis in (0, 1)]
        )
    cells = shapely.voronoi_polygons(MultiPoint(seeds), extend_to=area.envelope, ordered=True)
    return [largest(shapely.intersection(cell, area)) for cell in cells.geoms]


def largest(shape: shapely.Geometry) -> Polygon:
    """The biggest polygon of a shape; its crumbs fall to neighbours in the finished map."""
    largest: Polygon = max(shapely.get_parts(shape), key=shapely.area)
    return largest


def shares(random: Random, cells: list[Polygon], total: int, density: Density) -> Whole:
    """How many of `total` grids each community gets, by how many people live there."""
    middle = np.array([(cell.centroid.x, cell.centroid.y) for cell in cells])
    weight = np.array([cell.area for cell in cells]) * density.at(middle)
    weight = np.sqrt(weight) * random.uniform(0.85, 1.15, len(cells))
    least = min(2, total // len(cells))
    ideal = weight / weight.sum() * (total - least * len(cells)) + least
    counts: Whole = np.floor(ideal).astype(np.int64)
    rest = np.argsort(counts - ideal, kind="stable")[: total - int(counts.sum())]
    counts[rest] += 1
    return counts
