"""The map itself as a picture: it grows with the display, needs no graphics card and no tiles.

Over it lies a link for every place, cut to the outline of the place, so that a click opens it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pages.kit.boundaries import Ring, polygons
from pages.kit.html import Markup, join, svg_image, tag
from pages.kit.mercator import View
from pages.kit.theme import WALL
from pages.kit.wall_links import anchor, link

# More places than this are no longer hit by a finger; their units are links instead.
MOST_LINKS = 2000


def places_html(places: list[dict[str, Any]], units: list[dict[str, Any]], view: View) -> Markup:
    """Coloured places with the outlines of the units above them, and a link over each place."""
    fills: dict[int, list[str]] = {}
    for row in places:
        drawn = "".join(path(part, view) for part in polygons(row["geometry"]))
        fills.setdefault((row["class"] or 1) - 1, []).append(drawn)
    drawing = "".join(
        f'<path d="{"".join(drawn)}" fill="{WALL.ramp[shade]}" stroke="{WALL.bg0}"'
        f' stroke-width=".7" fill-rule="evenodd"/>'
        for shade, drawn in sorted(fills.items())
    )
    borders = "".join(path(part, view) for row in units for part in polygons(row["geometry"]))
    drawing += f'<path d="{borders}" fill="none" stroke="{WALL.t1}" stroke-width="1.7" stroke-linejoin="round"/>'  # noqa: E501
    linked = places if len(places) <= MOST_LINKS else units
    return join(
        [
            svg_image(drawing, (view.width, view.height), alt=alt(units or places)),
            tag("div", *[hit(row, view) for row in linked], class_="hits"),
        ]
    )


def dots_html(dots: Iterable[tuple[float, float]], view: View) -> Markup:
    """Events where they happened, for a place without boundaries."""
    drawing = "".join(
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2.6"/>'
        for x, y in (view.place(lon, lat) for lon, lat in dots)
    )
    group = f'<g fill="{WALL.acc}" fill-opacity=".47">{drawing}</g>'
    return svg_image(group, (view.width, view.height), alt="近7日事件分布")


def path(part: list[Ring], view: View) -> str:
    """A polygon with its holes as the `d` of an SVG path."""
    drawn = []
    for ring in part:
        corners = (view.place(lon, lat) for lon, lat in ring[:-1])
        drawn.append("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in corners) + "z")
    return "".join(drawn)


def hit(row: dict[str, Any], view: View) -> Markup:
    """A link cut to the place's outline; its title says what a reader at the display wants."""
    ring = max((part[0] for part in polygons(row["geometry"])), key=len)
    corners = [view.place(lon, lat) for lon, lat in ring[:-1]]
    left, right = min(x for x, _ in corners), max(x for x, _ in corners)
    top, bottom = min(y for _, y in corners), max(y for _, y in corners)
    width, height = max(right - left, 0.1), max(bottom - top, 0.1)
    outline = ",".join(
        f"{(x - left) / width * 100:.0f}% {(y - top) / height * 100:.0f}%" for x, y in corners
    )
    style = (
        f"left:{left / view.width * 100:.2f}%;top:{top / view.height * 100:.2f}%;"
        f"width:{width / view.width * 100:.2f}%;height:{height / view.height * 100:.2f}%;"
        f"clip-path:polygon({outline})"
    )
    there = link("events", area=row["area_code"], period="last7d")
    # A tab through hundreds of places is no way to read a map: the list of the page is.
    return anchor(href=there, style=style, title=f"{row['area_path']}：{words(row)}", tabindex="-1")


def words(row: dict[str, Any]) -> str:
    """What is said of a place."""
    said = f"近7日 {row['event_count']:,} 件"
    if row["rate"] is not None:
        said += f"，每千人 {row['rate']:.1f} 件"
    return said + (f"，超期 {row['overdue_count']}" if row["overdue_count"] else "")


def alt(rows: list[dict[str, Any]]) -> str:
    """The takeaway of the map in a sentence: where most happens."""
    if not rows:
        return "没有可显示的地点"
    key = "rate" if any(row["rate"] is not None for row in rows) else "event_count"
    most = max(rows, key=lambda row: row[key] or 0)
    return f"热力图：{most['area_name']}最高，{words(most)}"
