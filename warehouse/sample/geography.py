"""The map of a sample place: street, community and grid polygons that nest without gaps.

Streets come from the profile's outline. Inside a street, communities are cells that are smaller
where the street is dense; grids likewise inside a community. All edges are then cut at each other
and rounded once, and the larger areas are unions of the smaller ones: neighbours share every
vertex.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry import Polygon

from warehouse.sample.cells import Density, density_of, largest, shares, split
from warehouse.sample.draws import Numbers, Random, Whole, random_for
from warehouse.sample.outlines import bent, drawn_streets, is_drawn, seeded_streets
from warehouse.sample.place import Point
from warehouse.sample.profile import Profile

KM_PER_DEGREE = 111.32
#: Degrees; about 0.1 m.
ROUNDING = 1e-6


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
    areas = drawn_streets if is_drawn(profile) else seeded_streets
    community_cells: list[Polygon] = []
    community_street: list[int] = []
    grid_cells: list[Polygon] = []
    grid_community: list[int] = []
    for index, (street, area) in enumerate(
        zip(profile.streets, areas(profile, random), strict=True)
    ):
        density = Density(street.centre) if street.centre else density_of(area)
        cells = split(random, area, len(street.communities), density)
        if not street.centre:
            cells = density.outwards(cells)
        sizes = shares(random, cells, street.grids, density)
        for cell, count in zip(cells, sizes, strict=True):
            grid_cells += split(random, cell, int(count), density)
            grid_community += [len(community_cells)] * int(count)
            community_cells.append(cell)
            community_street.append(index)
    shapes = _without_gaps(grid_cells, profile.origin)
    if not is_drawn(profile):
        shapes = bent(random, shapes, ROUNDING)
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
    return [largest(shapely.coverage_union_all(faces[face[owner == k]])) for k in range(len(cells))]


def _union(shapes: list[Polygon], chosen: np.ndarray) -> Polygon:
    return shapely.coverage_union_all(np.array(shapes, dtype=object)[chosen])
