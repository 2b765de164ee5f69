"""The arrangements of the wall: everything inside, nothing on anything, no seam crossed."""

import itertools

import pytest

from pages.kit.wall_boxes import Box, Layout, crosses
from pages.kit.wall_layouts import LAYOUTS, PARTS, alone, far
from pages.kit.wall_parts import TITLES, parts_of
from pages.kit.wall_view import layout_of

EVERY = [*LAYOUTS.values(), *(far(layout) for layout in LAYOUTS.values())]
ALONE = [alone(part, LAYOUTS["16x9"]) for part in PARTS]


def placed(layout: Layout) -> dict[str, Box]:
    heads = {f"header {place}": box for place, (box, _) in enumerate(layout.header)}
    return {**layout.boxes, **heads}


@pytest.mark.parametrize("layout", [*EVERY, *ALONE], ids=lambda layout: layout.name)
def test_every_part_stands_on_the_wall_and_on_nothing_else(layout: Layout):
    boxes = placed(layout)

    for (name, box), (other, below) in itertools.combinations(boxes.items(), 2):
        assert not box.meets(below), (name, other)
    for name, box in boxes.items():
        assert box.left >= 0, name
        assert box.top >= 0, name
        assert box.right <= layout.width + 1e-9, name
        assert box.bottom <= layout.height + 1e-9, name


@pytest.mark.parametrize("layout", EVERY, ids=lambda layout: layout.name)
def test_only_the_map_and_the_loop_lie_on_a_seam(layout: Layout):
    crossing = {name for name, box in placed(layout).items() if crosses(box, layout.seams)}

    # The map's text keeps off the seam, and the loop is cut there: the browser tests look.
    assert crossing <= {"map", "loop"}


@pytest.mark.parametrize("layout", EVERY, ids=lambda layout: layout.name)
def test_every_wall_answers_the_first_questions(layout: Layout):
    assert {"verdict", "kpi", "map", "alerts", "ranks", "loop", "trends", "tasks"} <= set(
        parts_of(layout)
    )


def test_the_mock_s_measures():
    one = LAYOUTS["16x9"].boxes

    assert one["map"].px == pytest.approx((924, 565.6))
    assert LAYOUTS["32x9"].boxes["verdict"].width == 57.875


def test_the_address_wins_over_the_shape_of_the_display():
    assert layout_of({"shape": "32x9"}).name == "32x9"
    assert layout_of({"shape": "32x9", "layout": "16x9"}).name == "16x9"
    assert layout_of({"layout": "nonsense", "shape": "nonsense"}).name == "16x9"
    assert layout_of({"density": "far"}).sizes["fs-min"] == pytest.approx(22 / 16)
    assert layout_of({"focus": "alerts"}).focus == "alerts"
    assert layout_of({"focus": "nonsense"}).focus is None


def test_no_type_is_smaller_than_the_guide_allows():
    least = {"16x9": 18, "2x2": 18, "3x2": 18, "32x9": 20}

    for layout in LAYOUTS.values():
        assert (
            min(size * 16 for name, size in layout.sizes.items() if name.startswith("fs-"))
            >= least[layout.name]
        )


def test_every_part_that_can_be_alone_has_a_name():
    assert set(PARTS) <= set(TITLES)
