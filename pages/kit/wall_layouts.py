"""The arrangements of the wall: one screen, an ultra-wide one, spliced ones, one part alone."""

from __future__ import annotations

from dataclasses import replace

from pages.kit.theme import WALL_SIZES
from pages.kit.wall_boxes import GAP, HEIGHT, MARGIN, Box, Layout, tiles_in

#: Parts that can be shown alone, in the order in which a presenter steps through them.
PARTS = (
    "verdict",
    "kpi",
    "map",
    "alerts",
    "owners",
    "units",
    "ranks",
    "trends",
    "loop",
    "tasks",
    "events",
)
TILES = 6
# Half of the gutter on a seam: what the frames of two screens take, and some air.
_GUTTER = 0.6
_TOP, _BOTTOM = 0.25, HEIGHT - 0.75
_HEADER, _STRIP = 3.5, 9.25
# Type one step larger, as the mock of the ultra-wide wall has it.
_WIDE_SIZES = {
    **WALL_SIZES,
    "fs-min": 1.25,
    "fs-body": 1.375,
    "fs-h": 1.5,
    "fs-num": 2.5,
    "fs-kpi": 3.5,
    "fs-verdict": 3.25,
    "fs-title": 2.25,
    "fs-clock": 2.75,
}
# How much larger each size is for a deep room; 22 px at least on a display of 1920.
_FAR = {"fs-min": 11 / 9, "fs-body": 1.2, "fs-h": 1.18, "fs-num": 1.14, "fs-kpi": 1.09}
# How much larger a part is drawn when it is alone.
_ALONE = 1.6


def one_screen() -> Layout:
    """16:9, as the mock has it."""
    whole = Box(MARGIN, _TOP, 120 - 2 * MARGIN, _BOTTOM - _TOP)
    header, strip, main, ticker = whole.rows(_HEADER, _STRIP, 0, 3.0)
    side = 28.25
    verdict = Box(strip.left, strip.top, side, strip.height)
    tiles = Box(verdict.right + GAP, strip.top, strip.right - verdict.right - GAP, strip.height)
    left = Box(main.left, main.top, side, main.height)
    right = Box(main.right - 30, main.top, 30, main.height)
    centre = Box(left.right + GAP, main.top, right.left - left.right - 2 * GAP, main.height)
    boxes = {"verdict": verdict, **tiles_in(tiles, TILES, 1), "ticker": ticker}
    boxes["trends"], boxes["tasks"] = left.rows(0, 16.4)
    boxes["map"], boxes["loop"] = centre.rows(0, 12.4)
    boxes["alerts"], boxes["ranks"] = right.rows(0, 19.6)
    return Layout("16x9", 120, boxes, ((header, ("title", "fresh", "clock", "qr")),))


def ultra_wide() -> Layout:
    """32:9: four modules of 8:9; gutters on the outer seams, only the map crosses the middle."""
    side, head, strip = 57.875, 4.75, 10.0
    first = Box(MARGIN, 0, side, HEIGHT - MARGIN)
    last = Box(240 - MARGIN - side, 0, side, HEIGHT - MARGIN)
    middle = Box(first.right + 1.5, 0, 118.75, HEIGHT - MARGIN)
    half = middle.width / 2 - GAP / 2
    left_half = Box(middle.left, 0, half, head)
    right_half = Box(120 + GAP / 2, 0, half, head)

    def body(box: Box) -> Box:
        return Box(box.left, head, box.width, box.height - head)

    boxes = {}
    boxes["verdict"], boxes["trends"] = body(first).rows(strip, 0)
    tiles, stage, boxes["loop"] = body(middle).rows(strip, 0, 12.9)
    for place, part in enumerate((left_half, right_half)):
        boxes |= tiles_in(Box(part.left, tiles.top, half, strip), 3, 1 + 3 * place)
    boxes["alerts"], boxes["map"], answer = stage.columns(31.5, 54.25, 31.5)
    boxes["owners"], boxes["units"] = answer.rows(16.6, 0)
    boxes["ranks"], boxes["tasks"], boxes["events"] = body(last).rows(22.0, 15.2, 0)
    header = (
        (Box(first.left, 0, side, head), ("title",)),
        (left_half, ("extent",)),
        (right_half, ("fresh",)),
        (Box(last.left, 0, side, head), ("clock", "qr")),
    )
    return Layout("32x9", 240, boxes, header, ((60.0, 120.0, 180.0), ()), _WIDE_SIZES)


def _screens(columns: int, rows: int) -> dict[tuple[int, int], Box]:
    """What is free on each screen of a spliced display of 16:9 screens, by column and row."""
    width, height = 60.0, HEIGHT / rows
    free = {}
    for column in range(columns):
        for row in range(rows):
            left = column * width + (_GUTTER if column else MARGIN)
            right = (column + 1) * width - (_GUTTER if column < columns - 1 else MARGIN)
            top = row * height + (_GUTTER if row else _TOP)
            bottom = (row + 1) * height - (_GUTTER if row < rows - 1 else GAP)
            free[column, row] = Box(left, top, right - left, bottom - top)
    return free


def two_by_two() -> Layout:
    """Four 16:9 screens, two above two: nothing that is read crosses a seam."""
    screens = _screens(2, 2)
    boxes = {}
    title, first, boxes["trends"] = screens[0, 0].rows(_HEADER, _STRIP, 0)
    told, second, answer = screens[1, 0].rows(_HEADER, _STRIP, 0)
    boxes["verdict"], tiles = first.columns(28.25, 29.15)
    boxes |= tiles_in(tiles, 2, 1) | tiles_in(second, 4, 3)
    boxes["alerts"], boxes["owners"] = answer.columns(30, 27.4)
    boxes["map"] = screens[0, 1]
    boxes["loop"], last, boxes["ticker"] = screens[1, 1].rows(12.4, 0, 3.0)
    boxes["ranks"], boxes["tasks"] = last.columns(1, 1)
    header = ((title, ("title", "clock")), (told, ("fresh", "qr")))
    return Layout("2x2", 120, boxes, header, ((60.0,), (HEIGHT / 2,)))


def three_by_two() -> Layout:
    """Six 16:9 screens, three above three: the map stands alone in the middle below."""
    screens = _screens(3, 2)
    boxes = {}
    title, first, answer = screens[0, 0].rows(_HEADER, _STRIP, 0)
    extent, second, units = screens[1, 0].rows(_HEADER, _STRIP, 0)
    told, boxes["trends"] = screens[2, 0].rows(_HEADER, 0)
    boxes["verdict"], tiles = first.columns(28.25, 29.15)
    boxes |= tiles_in(tiles, 2, 1) | tiles_in(second, 4, 3)
    boxes["alerts"], boxes["owners"] = answer.columns(30, 27.4)
    boxes["units"], boxes["ranks"] = units.columns(1, 1)
    boxes["loop"], boxes["tasks"] = screens[0, 1].rows(0, 16.4)
    boxes["map"], boxes["events"] = screens[1, 1], screens[2, 1]
    header = ((title, ("title",)), (extent, ("extent", "clock")), (told, ("fresh", "qr")))
    return Layout("3x2", 180, boxes, header, ((60.0, 120.0), (HEIGHT / 2,)))


def alone(part: str, base: Layout) -> Layout:
    """One part over the whole display, with the title and the clock above it."""
    width, height = base.width / _ALONE, HEIGHT / _ALONE
    whole = Box(MARGIN, _TOP, width - 2 * MARGIN, height - _TOP - GAP)
    header, stage, _hint = whole.rows(_HEADER, 0, 1.6)
    boxes = {part: stage}
    if part == "kpi":
        upper, lower = stage.rows((stage.height - GAP) / 2, 0)
        boxes = tiles_in(upper, 3, 1) | tiles_in(lower, 3, 4)
    sizes = {**WALL_SIZES, "fs-title": 1.5, "fs-clock": 1.75, "fs-kpi": 4.5, "fs-verdict": 3.5}
    return Layout(
        base.name,
        width,
        boxes,
        ((header, ("title", "clock", "qr")),),
        sizes=sizes,
        height=height,
        focus=part,
        is_far=base.is_far,
    )


def far(base: Layout) -> Layout:
    """Larger type and less of it, for a display that is small for its room."""
    # The type of the ultra-wide wall is one step larger already.
    step = 0.45 if base.sizes is _WIDE_SIZES else 1.0
    sizes = {
        name: size * (1 + step * (_FAR.get(name, 1.0) - 1)) for name, size in base.sizes.items()
    }
    return replace(base, sizes=sizes, is_far=True)


LAYOUTS = {
    layout.name: layout for layout in (one_screen(), ultra_wide(), two_by_two(), three_by_two())
}
#: Those that the browser may choose by its shape, with width by height.
BY_SHAPE = {"16x9": 16 / 9, "32x9": 32 / 9}
