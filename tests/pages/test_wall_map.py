"""The map of the wall from rows: levels, callouts, names off the seams, links cut to outlines."""

import itertools
import json
import re

from pages.kit.mercator import fit
from pages.kit.wall_map import level_shown_first
from pages.kit.wall_map_over import Surface, callout_rows, legend, name_html
from pages.kit.wall_map_picture import places_html

SURFACE = Surface((924.0, 566.0))
SQUARE = json.dumps({"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]]})
PLACE = {
    "area_code": "990105001000",
    "area_name": "云溪街道",
    "area_path": "云溪街道",
    "geometry": SQUARE,
    "class": 3,
    "event_count": 12,
    "overdue_count": 2,
    "rate": 4.2,
}


def test_the_map_begins_with_the_finest_level_that_can_be_seen():
    shares = {"street": 1 / 79, "community": 1 / 1232, "grid": 1 / 2567}
    levels = {name: {"middle_share": share} for name, share in shares.items()}

    assert level_shown_first(levels) == "community"
    assert level_shown_first({"grid": {"middle_share": 1 / 9999}}) == "grid"


def test_callouts_never_lie_on_each_other():
    rings = [({"n": place}, 500.0, 250.0 + place) for place in range(3)]

    heights = [y for _, y in callout_rows(rings, SURFACE)]

    assert all(below - above >= 78 for above, below in itertools.pairwise(heights))
    assert heights[-1] <= 470


def test_the_legend_shows_as_many_classes_as_there_are_borders():
    html = legend({"breaks": [2.0, 4.0], "measure_name": "每千人事件数"}, has_rings=False)

    assert html.count("background:") == 3
    assert "聚集热点" not in html


def test_a_place_is_a_link_cut_to_its_outline():
    view = fit([(0, 0), (1, 1)], SURFACE.size, (84, 26, 660, 540))

    html = places_html([PLACE], [PLACE], view)

    assert "events?area=990105001000&amp;period=last7d" in html
    assert "clip-path:polygon(" in html
    assert "云溪街道：近7日 12 件，每千人 4.2 件，超期 2" in html


def test_a_name_never_stands_on_a_seam():
    view = fit([(0, 0), (1, 1)], SURFACE.size, (84, 26, 660, 540))
    middle, _ = view.place(0.5, 0.5)
    seamed = Surface(SURFACE.size, seams=(middle,))

    html = name_html(PLACE, view, seamed, [], [])

    left = float(re.search(r"left:([\d.]+)%", html)[1]) / 100 * SURFACE.size[0]
    assert abs(left - middle) > 22
