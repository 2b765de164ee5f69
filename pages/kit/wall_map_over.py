"""What lies over the map: title, legend, names of the units, rings and callouts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from shapely.geometry.base import BaseGeometry

from pages.kit.boundaries import contains, largest_part, name_point
from pages.kit.formats import number
from pages.kit.html import Markup, join, svg_image, tag
from pages.kit.icons import mark, shape_of
from pages.kit.mercator import View
from pages.kit.place_names import clip, short_place
from pages.kit.theme import WALL, WALL_SIZES
from pages.kit.wall_boxes import PX, Layout
from pages.kit.wall_links import anchor, head, link

CALLOUTS = 3
# Width of a callout, the least distance between two, and what is free above and below, in px.
CALL_WIDTH, CALL_STEP, CALL_TOP, CALL_BOTTOM = 232.0, 78.0, 96.0, 96.0
RADIUS = {"severe": 27.0, "watch": 23.0}
# Offsets tried for a name, nearest first, in px.
_STEPS = sorted(
    ((dx, dy) for dx in range(-144, 145, 12) for dy in range(-144, 145, 12)),
    key=lambda step: step[0] ** 2 + step[1] ** 2,
)
LONGEST = 6
# Width of a step of the legend, with its gap, in rem.
STEP = 2.3125


@dataclass(frozen=True)
class Surface:
    """The panel that a map is drawn on, in px of the reference display.

    Attributes:
        size: Width and height.
        type: How much larger than on one screen type is.
        seams: Where a seam runs through it, from the left.
    """

    size: tuple[float, float]
    type: float = 1.0
    seams: tuple[float, ...] = ()

    @classmethod
    def of(cls, layout: Layout) -> Surface:
        """The map's panel in a layout."""
        seams = tuple(seam * PX for seam in layout.seams_in("map"))
        return cls(layout.boxes["map"].px, layout.sizes["fs-h"] / WALL_SIZES["fs-h"], seams)

    @property
    def call_left(self) -> float:
        """Left edge of the callouts' text."""
        return self.size[0] - CALL_WIDTH * self.type


def over_html(  # noqa: PLR0913, PLR0917
    site: dict[str, Any],
    level: dict[str, Any] | None,
    view: View,
    surface: Surface,
    units: list[dict[str, Any]],
    clusters: list[dict[str, Any]],
    findings: list[dict[str, Any]],
) -> Markup:
    """Everything over the map; positions in shares of the panel, so that it scales with it."""
    hot = [row for row in clusters if row["lon"] is not None][:CALLOUTS]
    rings = [(row, *view.place(row["lon"], row["lat"])) for row in hot]
    title = level["level_name"] + "热力" if level else "事件分布"
    note = site["boundary_note"] if level else "边界未导入，按事件坐标显示"
    return tag(
        "div",
        rings_image(rings, view, surface),
        tag("div", head("map", title, "近7日"), class_="title"),
        legend(level, has_rings=bool(rings)),
        *[name_html(unit, view, surface, rings, findings) for unit in units],
        *[call_html(row, y, view, surface) for row, y in callout_rows(rings, surface)],
        scale_bar(view),
        tag("div", note, class_="note"),
        class_="over",
    )


def callout_rows(
    rings: list[tuple[dict[str, Any], float, float]], surface: Surface
) -> list[tuple[dict[str, Any], float]]:
    """Each ring's callout and its height: beside its ring, but no two on top of each other."""
    placed: list[tuple[dict[str, Any], float]] = []
    ordered = sorted(rings, key=lambda ring: ring[2])
    for place, (row, _, y) in enumerate(ordered):
        step = CALL_STEP * surface.type
        lowest = placed[-1][1] + step if placed else CALL_TOP
        room_below = surface.size[1] - CALL_BOTTOM - step * (len(ordered) - 1 - place)
        placed.append((row, min(max(y - 8, lowest), room_below)))
    return placed


def rings_image(
    rings: list[tuple[dict[str, Any], float, float]], view: View, surface: Surface
) -> Markup:
    """Rings around the hot spots, and a line from each to its callout."""
    heights = {id(row): y for row, y in callout_rows(rings, surface)}
    left = surface.call_left
    drawn = []
    for row, x, y in rings:
        colour, radius = WALL.of_status(row["status"]), RADIUS[row["status"]]
        end = heights[id(row)]
        bend = max(x + radius + 8, left - 20 - abs(end - y))
        path = f"M{x + radius:.1f} {y:.1f}L{bend:.1f} {y:.1f}L{left - 14:.1f} {end:.1f}"
        ring = f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:g}" fill="none"'
        drawn.append(f'{ring} stroke="{WALL.bg0}" stroke-width="6.5"/>')
        drawn.append(f'<path d="{path}" fill="none" stroke="{WALL.bg0}" stroke-width="5"/>')
        drawn.append(f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="1.8"/>')
        drawn.append(f'{ring} stroke="{colour}" stroke-width="3.4"/>')
    alt = "；".join(f"{row['unit_name']}{row['subject']}聚集" for row, _, _ in rings)
    return svg_image("".join(drawn), (view.width, view.height), alt=alt or "无聚集热点")


def call_html(row: dict[str, Any], y: float, view: View, surface: Surface) -> Markup:
    """What piles up, how many, where, and how many are usual."""
    shape = shape_of(row["status"])
    subject = clip(row["subject"], LONGEST)
    return anchor(
        tag("b", mark(shape), f"{subject} {number(row['event_count'])} 起", class_=f"c-{shape}"),
        tag(
            "small",
            row["place"].rsplit("·", 1)[-1],
            tag("i", f"常态 {number(row['usual_count'])}"),
        ),
        href=link("alerts", kind="cluster", area=row["area_code"]),
        class_="call",
        style=_at(surface.call_left, y, view),
    )


def name_html(
    unit: dict[str, Any],
    view: View,
    surface: Surface,
    rings: list[tuple[dict[str, Any], float, float]],
    findings: list[dict[str, Any]],
) -> Markup:
    """A unit's name inside it, clear of the rings, with its overdue where that is a finding."""
    late = next(
        (
            row
            for row in findings
            if row["rule"] == "overdue" and row["unit_code"] == unit["area_code"]
        ),
        None,
    )
    second = ""
    if late:
        words = f"超期 {number(late['value'])}"
        second = tag("small", words, class_=f"c-{shape_of(late['status'])}")
    name = short_place(unit["area_name"])
    # Half the label's width and height, with a little air.
    half = (11.0 * max(len(name), 4 if late else 0) + 4, 26.0 if late else 15.0)
    label = (half[0] * surface.type, half[1] * surface.type)
    x, y = _free_point(largest_part(unit["geometry"]), view, surface, rings, label)
    there = link("place", area=unit["area_code"])
    return anchor(name, second, href=there, class_="name", style=_at(x, y, view))


def _free_point(
    part: BaseGeometry,
    view: View,
    surface: Surface,
    rings: list[tuple[dict[str, Any], float, float]],
    label: tuple[float, float],
) -> tuple[float, float]:
    """The point nearest to the unit's middle where its label lies inside, off rings and seams."""
    lon, lat = name_point(part)
    x, y = view.place(lon, lat)
    # Degrees per px, near enough inside one unit.
    east = 0.001 / (view.place(lon + 0.001, lat)[0] - x)
    south = 0.001 / (y - view.place(lon, lat + 0.001)[1])
    second: tuple[float, float] | None = None
    for dx, dy in _STEPS:
        if not all(abs(x + dx - seam) > label[0] for seam in surface.seams):
            continue
        inside = contains(part, lon + dx * east, lat - dy * south)
        apart = all(
            abs(x + dx - a) > label[0] + RADIUS[row["status"]]
            or abs(y + dy - b) > label[1] + RADIUS[row["status"]]
            for row, a, b in rings
        )
        if inside and apart:
            return x + dx, y + dy
        # Where rings leave no room, off the seam is what counts.
        second = second or (x + dx, y + dy)
    return second or (x, y)


def legend(level: dict[str, Any] | None, *, has_rings: bool) -> Markup:
    """The five classes with their borders, and what a ring means."""
    parts: list[Markup] = []
    if level and level["breaks"]:
        used = WALL.ramp[: len(level["breaks"]) + 1]
        steps = [tag("i", style=f"background:{colour}") for colour in used]
        places = 0 if all(float(border).is_integer() for border in level["breaks"]) else 1
        borders = [
            tag("span", number(border, places), style=f"left:{place * STEP:.3f}rem")
            for place, border in enumerate(level["breaks"], 1)
        ]
        parts += [
            tag("div", level["measure_name"]),
            tag("div", *steps, class_="steps"),
            tag("div", *borders, class_="breaks"),
        ]
    if has_rings:
        parts.append(tag("div", tag("i"), "聚集热点", class_="ring"))
    return tag("div", join(parts), class_="legend")


def scale_bar(view: View) -> Markup:
    """A round length of about 100 px."""
    km = next((step for step in (20, 10, 5, 2, 1, 0.5) if view.km(step) <= 130), 0.2)
    return tag(
        "div", tag("i", style=f"width:{view.km(km) / 16:.2f}rem"), f"{km:g} km", class_="bar-km"
    )


def _at(x: float, y: float, view: View) -> str:
    return f"left:{x / view.width * 100:.2f}%;top:{y / view.height * 100:.2f}%"
