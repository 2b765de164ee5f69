"""Lines and areas of small charts, as SVG inside a box."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

Point = tuple[float, float]


@dataclass(frozen=True)
class Box:
    """A drawing field: where values lie between low and high, in units of the drawing."""

    left: float
    right: float
    top: float
    bottom: float
    low: float
    high: float

    def y(self, value: float) -> float:
        """Height of a value; a flat series lies in the middle."""
        if self.high <= self.low:
            return (self.top + self.bottom) / 2
        share = (value - self.low) / (self.high - self.low)
        return self.bottom - share * (self.bottom - self.top)

    def points(self, values: Sequence[float | None]) -> list[Point | None]:
        """Values at equal steps from left to right; a gap stays a gap."""
        step = (self.right - self.left) / max(len(values) - 1, 1)
        return [
            None if value is None else (self.left + place * step, self.y(value))
            for place, value in enumerate(values)
        ]


def box_around(
    size: tuple[float, float], padding: Sequence[float], values: Sequence[float | None]
) -> Box:
    """A box of a size, padded (left, right, top, bottom), that holds all the values."""
    known = [value for value in values if value is not None] or [0.0]
    low, high = min(known), max(known)
    left, right, top, bottom = padding
    return Box(left, size[0] - right, top, size[1] - bottom, low, high)


def line_path(points: Sequence[Point | None]) -> str:
    """A polyline's `d`; it breaks where a value is missing."""
    written = []
    broken = True
    for point in points:
        if point is None:
            broken = True
            continue
        written.append(f"{'M' if broken else 'L'}{point[0]:.1f} {point[1]:.1f}")
        broken = False
    return "".join(written)


def line(points: Sequence[Point | None], colour: str, width: float = 2.2, more: str = "") -> str:
    """A polyline."""
    return (
        f'<path d="{line_path(points)}" fill="none" stroke="{colour}" stroke-width="{width}"'
        f' stroke-linejoin="round" stroke-linecap="round"{more}/>'
    )


def band(low: Sequence[Point | None], high: Sequence[Point | None], colour: str) -> str:
    """The area between two lines, where both are known."""
    pairs = [(a, b) for a, b in zip(low, high, strict=True) if a is not None and b is not None]
    if not pairs:
        return ""
    outline = [b for _, b in pairs] + [a for a, _ in reversed(pairs)]
    corners = "L".join(f"{x:.1f} {y:.1f}" for x, y in outline)
    return f'<path d="M{corners}z" fill="{colour}"/>'
