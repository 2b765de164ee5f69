"""Where a part of the wall stands: boxes in rem, 1/67.5 of the display's height.

Everything on the wall is measured in rem, so one arrangement fills any display of its shape. A
box is plain numbers: a test can say whether one leaves the wall, lies on another or crosses the
seam between two screens of a spliced display.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pages.kit.theme import WALL_SIZES

#: Height of every wall, margin at its sides and gap between two parts.
HEIGHT, MARGIN, GAP = 67.5, 1.25, 0.75
#: Px of a rem on the reference display, which is 1080 px high.
PX = 16.0


@dataclass(frozen=True)
class Box:
    """A rectangle on the wall, in rem from its upper left corner."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Lower edge."""
        return self.top + self.height

    @property
    def px(self) -> tuple[float, float]:
        """Width and height on the reference display."""
        return self.width * PX, self.height * PX

    def meets(self, other: Box) -> bool:
        """Whether the two share any area."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def columns(self, *widths: float) -> list[Box]:
        """Cut side by side in the given proportions, with gaps."""
        room = self.width - GAP * (len(widths) - 1)
        cut, left = [], self.left
        for width in widths:
            cut.append(Box(left, self.top, room * width / sum(widths), self.height))
            left = cut[-1].right + GAP
        return cut

    def rows(self, *heights: float) -> list[Box]:
        """Cut one below the other; a height of 0 takes what the others (in rem) leave."""
        rest = self.height - GAP * (len(heights) - 1) - sum(heights)
        cut, top = [], self.top
        for height in heights:
            cut.append(Box(self.left, top, self.width, height or rest))
            top = cut[-1].bottom + GAP
        return cut


@dataclass(frozen=True)
class Layout:
    """An arrangement of the wall.

    Attributes:
        name: As in the address.
        width: In rem.
        boxes: Where each part stands; a part without a box is not drawn.
        header: What the header's boxes hold: `title`, `extent`, `fresh`, `clock`, `qr`.
        seams: Left to right and top to bottom, where one screen ends and the next begins, in rem.
        sizes: Sizes of type.
        height: In rem.
        focus: The part that is shown alone, if one is.
        is_far: Whether type is larger and second lines are left out, for a deep room.
    """

    name: str
    width: float
    boxes: Mapping[str, Box]
    header: tuple[tuple[Box, tuple[str, ...]], ...]
    seams: tuple[tuple[float, ...], tuple[float, ...]] = ((), ())
    sizes: Mapping[str, float] = field(default_factory=lambda: WALL_SIZES)
    height: float = HEIGHT
    focus: str | None = None
    is_far: bool = False

    def seams_in(self, part: str) -> list[float]:
        """Upright seams that run through a part, in rem from its left edge."""
        box = self.boxes[part]
        return [seam - box.left for seam in self.seams[0] if box.left < seam < box.right]


def crosses(box: Box, seams: tuple[tuple[float, ...], tuple[float, ...]]) -> bool:
    """Whether a seam runs through the box."""
    return any(box.left < seam < box.right for seam in seams[0]) or any(
        box.top < seam < box.bottom for seam in seams[1]
    )


def tiles_in(box: Box, count: int, first: int) -> dict[str, Box]:
    """Boxes of so many tiles side by side, numbered from `first`."""
    cut = box.columns(*[1.0] * count)
    return {f"kpi_{first + place}": tile for place, tile in enumerate(cut)}
