"""Borders between streets: those that a profile draws, and those that only its seed decides.

A drawn profile gives every edge of its streets. Any other gives the edge of the whole; the places
inside are split from each other from the top down, around their seats where they have one. The
edges of such cells are straight, so at the end the whole map is bent a little: neighbours keep
their common edges, and no border is ruled.
"""

from __future__ import annotations

import numpy as np
import shapely
from shapely.geometry import LineString, MultiPoint, Polygon

from warehouse.sample.cells import density_of, largest, split
from warehouse.sample.draws import Numbers, Random
from warehouse.sample.place import Area, Point
from warehouse.sample.profile import Profile


def is_drawn(profile: Profile) -> bool:
    """Whether the profile draws the borders of its streets."""
    return all(street.label for street in profile.streets)


def drawn_streets(profile: Profile, random: Random) -> list[Polygon]:
    """The faces of the profile's lines, in the order of its streets (km)."""
    lines = [natural(random, line) for line in profile.outline]
    faces = list(shapely.polygonize(shapely.get_parts(shapely.union_all(lines))).geoms)
    return [
        next(face for face in faces if face.contains(shapely.Point(street.label or (0, 0))))
        for street in profile.streets
    ]


def natural(random: Random, line: tuple[Point, ...], wobbling: float = 0.018) -> LineString:
    """A line through the given points with small wobbles, as no border is ruled."""
    rounded = [line[0]]
    for index in range(len(line) - 1):
        before = line[max(index - 1, 0)]
        start, end = line[index], line[index + 1]
        after = line[min(index + 2, len(line) - 1)]
        rounded += _curve(np.array([before, start, end, after]), steps=7)
    points = np.array(rounded)
    wobble = random.normal(0, wobbling, points.shape)
    wobble[[0, -1]] = 0.0
    return LineString(points + wobble)


def _curve(corners: Numbers, steps: int) -> list[Point]:
    """Catmull-Rom points after the second corner up to and including the third."""
    before, start, end, after = corners
    curve = []
    for t in np.linspace(0, 1, steps + 1)[1:]:
        point = 0.5 * (
            2 * start
            + (end - before) * t
            + (2 * before - 5 * start + 4 * end - after) * t**2
            + (3 * start - before - 3 * end + after) * t**3
        )
        curve.append((float(point[0]), float(point[1])))
    curve[-1] = (float(end[0]), float(end[1]))
    return curve


def seeded_streets(profile: Profile, random: Random) -> list[Polygon]:
    """A cell for each street, in the order of the profile's streets (km)."""
    edge = natural(random, profile.outline[0], wobbling=0.0)
    shapes = {profile.code: Polygon(edge.coords)}
    for parent in (profile.code, *[area.code for area in profile.above]):
        inside = [area for area in profile.above if area.parent == parent]
        if inside:
            cells = _around_seats(random, shapes[parent], inside)
            shapes |= {area.code: cell for area, cell in zip(inside, cells, strict=True)}
    seats = {area.code: area.seat for area in profile.above}
    found: list[Polygon] = [Polygon()] * len(profile.streets)
    for parent, shape in shapes.items():
        own = [
            index
            for index, street in enumerate(profile.streets)
            if (street.parent or profile.code) == parent
        ]
        if own:
            density = density_of(shape, seats.get(parent))
            cells = density.outwards(split(random, shape, len(own), density))
            for index, cell in zip(own, cells, strict=True):
                found[index] = cell
    return found


def _around_seats(random: Random, shape: Polygon, areas: list[Area]) -> list[Polygon]:
    """One cell per area: what is nearest to its seat, or about equal parts without seats."""
    seats = [area.seat for area in areas if area.seat]
    if len(seats) < len(areas):
        return split(random, shape, len(areas), density_of(shape))
    cells = shapely.voronoi_polygons(MultiPoint(seats), extend_to=shape, ordered=True)
    return [largest(shapely.intersection(cell, shape)) for cell in cells.geoms]


def bent(random: Random, shapes: list[Polygon], rounding: float) -> list[Polygon]:
    """The shapes of a map without gaps, bent by a few slow waves.

    Args:
        random: Where the waves come from.
        shapes: Polygons that share their vertices.
        rounding: Grid of the coordinates, in their unit.
    """
    west, south, east, north = shapely.total_bounds(shapes)
    size = max(east - west, north - south)
    waves = 7
    length = size * np.geomspace(0.05, 0.4, waves)
    turn = random.random((2, waves)) * 2 * np.pi
    heading = random.random((2, waves)) * 2 * np.pi

    def bend(points: Numbers) -> Numbers:
        moved = points.copy()
        for axis in (0, 1):
            for wave in range(waves):
                along = points @ (np.cos(heading[axis, wave]), np.sin(heading[axis, wave]))
                # Waves so much lower than they are long do not fold the map together.
                height = length[wave] / 55
                moved[:, axis] += height * np.sin(
                    2 * np.pi * along / length[wave] + turn[axis, wave]
                )
        return np.round(moved / rounding) * rounding

    fine = shapely.segmentize(np.array(shapes, dtype=object), size / 150)
    return list(shapely.transform(fine, bend))
