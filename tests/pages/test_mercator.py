"""Places on the map panel: ours must be where deck.gl draws them."""

import pytest

from pages.kit.boundaries import largest_part, name_point, polygons
from pages.kit.mercator import View, fit, world

SQUARE = '{"type":"Polygon","coordinates":[[[0,0],[2,0],[2,2],[0,2],[0,0]]]}'
TWO = (
    '{"type":"MultiPolygon","coordinates":[[[[9,9],[9.1,9],[9.1,9.1],[9,9]]],'
    "[[[0,0],[2,0],[2,2],[0,2],[0,0]]]]}"
)


def test_the_middle_of_the_world():
    assert world(0, 0) == (0.5, 0.5)


def test_the_middle_of_a_view_is_the_middle_of_its_panel():
    view = View(924, 569, 118.7, 32.0, 11)

    assert view.place(118.7, 32.0) == pytest.approx((462, 284.5))


def test_all_places_fit_into_the_field():
    corners = [(118.6, 31.9), (118.8, 31.9), (118.8, 32.1), (118.6, 32.1)]

    view = fit(corners, (924, 569), (96, 26, 660, 543))

    for lon, lat in corners:
        x, y = view.place(lon, lat)
        assert 95.9 <= x <= 660.1
        assert 25.9 <= y <= 543.1


def test_one_single_place_is_in_the_middle_of_the_field():
    view = fit([(118.7, 32.0)], (924, 569), (96, 26, 660, 543))

    assert view.place(118.7, 32.0) == pytest.approx((378, 284.5), abs=0.5)
    assert view.zoom <= 18


def test_a_kilometre_is_a_kilometre():
    view = View(924, 569, 0, 0, 10)
    x = view.place(1, 0)[0] - view.place(0, 0)[0]

    assert view.km(111.32) == pytest.approx(x, rel=1e-3)


def test_the_largest_part_carries_the_name():
    assert len(polygons(TWO)) == 2
    assert name_point(largest_part(TWO)) == (1.0, 1.0)
    assert name_point(largest_part(SQUARE)) == (1.0, 1.0)
