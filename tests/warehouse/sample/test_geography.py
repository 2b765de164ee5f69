"""The map nests without gaps, at full size."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from warehouse.sample.district import DISTRICT
from warehouse.sample.geography import Geography, draw


@pytest.fixture(scope="module")
def city_map() -> Geography:
    return draw(DISTRICT, seed=7)


def test_the_counts_are_those_of_the_profile(city_map: Geography):
    assert len(city_map.streets) == 6
    assert len(city_map.communities) == 65
    assert len(city_map.grids) == 793


def test_every_outline_is_valid_and_in_one_piece(city_map: Geography):
    shapes = np.array([*city_map.grids, *city_map.communities, *city_map.streets], dtype=object)
    assert shapely.is_valid(shapes).all()
    assert set(shapely.get_type_id(shapes).tolist()) == {3}


def test_grids_neither_overlap_nor_leave_gaps(city_map: Geography):
    grids = np.array(city_map.grids, dtype=object)
    assert shapely.area(grids).sum() == pytest.approx(shapely.area(city_map.whole), rel=1e-9)
    assert shapely.coverage_is_valid(grids)


def test_each_grid_lies_in_its_community(city_map: Geography):
    grids = np.array(city_map.grids, dtype=object)
    homes = np.array(city_map.communities, dtype=object)[city_map.grid_community]
    assert shapely.contains(homes, shapely.point_on_surface(grids)).all()


def test_a_river_parts_the_island_from_the_rest(city_map: Geography):
    island = city_map.streets[[street.name for street in DISTRICT.streets].index("芦花洲街道")]
    others = [street for street in city_map.streets if street is not island]
    assert all(island.distance(street) > 0.001 for street in others)
    assert shapely.get_num_geometries(city_map.whole) == 2


def test_dense_grids_are_far_smaller_than_sparse_ones(city_map: Geography):
    small, large = np.quantile(city_map.grid_km2, [0.1, 0.9])
    assert large > 5 * small
