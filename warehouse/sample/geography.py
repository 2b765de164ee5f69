"""The map of a sample place: street, community and grid polygons that nest without gaps.

Streets come from the profile's outline. Inside a street, communities are the cells of a seeded
centroidal Voronoi diagram that is finer where the street is dense; grids likewise inside a
community. All edges are then cut at each other and rounded once, and the larger areas are unions
of the smaller ones: neighbours share every vertex.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from scipy.spatial import KDTree
from shapely.geometry import LineString, MultiPoint, Polygon

from warehouse.sample.draws import Numbers, Random, Whole, random_for
from warehouse.sample.profile import Point, Profile

KM_PER_DEGREE = 111.32
#: Degrees; about 0.1 m.
ROUNDING = 1e-6
LLOYD_ROUNDS = 18


@dataclass(frozen=True)
class Geography:
    """Polygons in degrees, bottom up, and who belongs to whom.

    Attributes:
        grids: One polygon per grid, ordered by street and community.
        grid_community: Index of the community of each grid.
        community_street: Index of the street of each community.
        grid_km2: Area of each grid in km2.
    """

    grids: list[Polygon]
    communities: list[Polygon]
    streets: list[Polygon]
    whole: shapely.Geometry
    grid_community: Whole
    community_street: Whole
    grid_km2: Numbers


def draw(profile: Profile, seed: int) -> Geography:
    """The map of a profile; the same for the same seed."""
    random = random_for(seed, "geography")
    community_cells: list[Polygon] = []
    community_street: list[int] = []
    grid_cells: list[Polygon] = []
    grid_community: list[int] = []
    for index, (street, area) in enumerate(
        zip(profile.streets, _street_shapes(profile, random), strict=True)
    ):
        cells = _cells(random, area, len(street.communities), street.centre)
        sizes = _shares(random, cells, street.grids, street.centre)
        for cell, count in zip(cells, sizes, strict=True):
            grid_cells += _cells(random, cell, int(count), street.centre)
            grid_community += [len(community_cells)] * int(count)
            community_cells.append(cell)
            community_street.append(index)
    shapes = _without_gaps(grid_cells, profile.origin)
    owner = np.array(grid_community)
    street_of = np.array(community_street)
    communities = [_union(shapes, owner == k) for k in range(len(community_cells))]
    streets = [_union(shapes, street_of[owner] == k) for k in range(len(profile.streets))]
    return Geography(
        grids=shapes,
        communities=communities,
        streets=streets,
        whole=shapely.coverage_union_all(shapes),
        grid_community=owner,
        community_street=street_of,
        grid_km2=shapely.area(shapes) * KM_PER_DEGREE**2 * np.cos(np.radians(profile.origin[1])),
    )


def points_inside(random: Random, shapes: list[Polygon], index: Whole) -> Numbers:
    """For each entry of `index` a point inside that polygon, as rows of longitude, latitude."""
    polygons = np.array(shapes, dtype=object)
    shapely.prepare(polygons)
    bounds = shapely.bounds(polygons)
    points = np.empty((len(index), 2))
    missing = np.arange(len(index))
    while len(missing):
        box = bounds[index[missing]]
        tries = box[:, :2] + random.random((len(missing), 2)) * (box[:, 2:] - box[:, :2])
        tries = np.round(tries, 6)
        points[missing] = tries
        inside = shapely.contains_xy(polygons[index[missing]], tries[:, 0], tries[:, 1])
        missing = missing[~inside]
    return points


def _street_shapes(profile: Profile, random: Random) -> list[Polygon]:
    """The faces of the outline, in the order of the profile's streets (km)."""
    lines = [_natural(random, line) for line in profile.outline]
    faces = list(shapely.polygonize(shapely.get_parts(shapely.union_all(lines))).geoms)
    return [
        next(face for face in faces if face.contains(shapely.Point(street.label)))
        for street in profile.streets
    ]


def _natural(random: Random, line: tuple[Point, ...]) -> LineString:
    """A line through the given points with small wobbles, as no border is ruled."""
    rounded = [line[0]]
    for index in range(len(line) - 1):
        before = line[max(index - 1, 0)]
        start, end = line[index], line[index + 1]
        after = line[min(index + 2, len(line) - 1)]
        rounded += _curve(np.array([before, start, end, after]), steps=7)
    points = np.array(rounded)
    wobble = random.normal(0, 0.018, points.shape)
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


def _density(points: Numbers, centre: Point) -> Numbers:
    """How built-up each point is: high around the street's centre, thinning out."""
    distance = np.hypot(points[:, 0] - centre[0], points[:, 1] - centre[1])
    return np.asarray(0.16 + np.exp(-((distance / 1.1) ** 2)))


def _scatter(random: Random, area: Polygon, count: int, centre: Point) -> Numbers:
    """Points inside `area`, more of them where it is dense."""
    shapely.prepare(area)
    west, south, east, north = area.bounds
    found: list[Numbers] = []
    have = 0
    while have < count:
        tries = random.random((count * 6, 2)) * (east - west, north - south) + (west, south)
        tries = tries[shapely.contains_xy(area, tries[:, 0], tries[:, 1])]
        kept = tries[random.random(len(tries)) * 1.16 < _density(tries, centre)]
        found.append(kept)
        have += len(kept)
    return np.concatenate(found)[:count]


def _cells(random: Random, area: Polygon, count: int, centre: Point) -> list[Polygon]:
    """`area` split into `count` centroidal Voronoi cells."""
    if count == 1:
        return [area]
    cloud = _scatter(random, area, max(60 * count, 400), centre)
    seeds = cloud[random.choice(len(cloud), count, replace=False)]
    for _ in range(LLOYD_ROUNDS):
        nearest = KDTree(seeds).query(cloud)[1]
        size = np.maximum(np.bincount(nearest, minlength=count), 1)
        seeds = np.column_stack(
            [np.bincount(nearest, cloud[:, axis], minlength=count) / size for axis in (0, 1)]
        )
    cells = shapely.voronoi_polygons(MultiPoint(seeds), extend_to=area.envelope, ordered=True)
    return [_largest(shapely.intersection(cell, area)) for cell in cells.geoms]


def _largest(shape: shapely.Geometry) -> Polygon:
    """The biggest polygon of a shape; crumbs are given to neighbours by `_without_gaps`."""
    largest: Polygon = max(shapely.get_parts(shape), key=shapely.area)
    return largest


def _shares(random: Random, cells: list[Polygon], total: int, centre: Point) -> Whole:
    """How many of `total` grids each community gets, by how many people live there."""
    middle = np.array([(cell.centroid.x, cell.centroid.y) for cell in cells])
    weight = np.array([cell.area for cell in cells]) * _density(middle, centre)
    weight = np.sqrt(weight) * random.uniform(0.85, 1.15, len(cells))
    ideal = weight / weight.sum() * (total - 2 * len(cells)) + 2
    counts: Whole = np.floor(ideal).astype(np.int64)
    rest = np.argsort(counts - ideal, kind="stable")[: total - int(counts.sum())]
    counts[rest] += 1
    return counts


def _without_gaps(cells: list[Polygon], origin: Point) -> list[Polygon]:
    """Cells in km as polygons in degrees that share their vertices and leave no gap."""
    per_lon = KM_PER_DEGREE * np.cos(np.radians(origin[1]))

    def to_degrees(points: Numbers) -> Numbers:
        return points / (per_lon, KM_PER_DEGREE) + origin

    rough = shapely.transform(np.array(cells, dtype=object), to_degrees)
    edges = shapely.union_all(shapely.boundary(rough), grid_size=ROUNDING)
    faces = np.array(shapely.get_parts(shapely.polygonize(shapely.get_parts(edges))), dtype=object)
    tree = shapely.STRtree(rough)
    inner = shapely.point_on_surface(faces)
    face, owner = tree.query(inner, predicate="within")
    # A crumb between two cells lies in neither (or in both): the nearest cell takes it.
    lost = np.setdiff1d(np.arange(len(faces)), face)
    face = np.concatenate([face, lost])
    owner = np.concatenate([owner, tree.nearest(inner[lost]) if len(lost) else lost])
    face, once = np.unique(face, return_index=True)
    owner = owner[once]
    return [
        _largest(shapely.coverage_union_all(faces[face[owner == k]])) for k in range(len(cells))
    ]


def _union(shapes: list[Polygon], chosen: np.ndarray) -> Polygon:
    return shapely.coverage_union_all(np.array(shapes, dtype=object)[chosen])
