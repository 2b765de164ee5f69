"""四类态势: the last 30 days of the four feeds before their usual range."""

from __future__ import annotations

from typing import Any

import streamlit as st

from pages.kit.data import cached
from pages.kit.formats import change, day, direction, number, tone
from pages.kit.html import Markup, svg_image, tag
from pages.kit.icons import arrow, mark, shape_of, svg_mark
from pages.kit.strokes import Point, band, box_around, line
from pages.kit.theme import WALL
from pages.kit.wall_boxes import PX, Layout
from pages.kit.wall_frame import track
from pages.kit.wall_links import PAGE_OF_FAMILY, anchor, head, link
from pages.kit.wall_trace import trace_overlay
from warehouse.access.scope import Scope
from warehouse.read import overview

# Height of a chart on one screen, in px, and what of a row it takes.
HEIGHT, SHARE = 84.0, 0.78
# From this width on, in rem, there is room for the 7 days and for words.
WIDE = 40.0
# Only the last days are marked: what was unusual three weeks ago is no longer a warning.
MARKED_DAYS = 10
HEADROOM = 1.15
# Below this, ends of a range are shown with a decimal.
SMALL = 20


def trends(scope: Scope, layout: Layout) -> None:
    """Draw the panel: one row per theme, or two rows of two where it is broad and low."""
    rows = cached(overview.trends, scope)
    box = layout.boxes["trends"]
    is_flat = box.width > 2.5 * box.height
    count = max(rows["sort_order"].n_unique(), 1)
    high = (box.height - 5) / (count / 2 if is_flat else count)
    broad = (box.width - 2) / (2 if is_flat else 1)
    is_wide = broad > WIDE
    words = 9.2 if not is_wide else 16.0
    lines_high = sum(
        layout.sizes[name] * lines
        for name, lines in (("fs-body", 1.3), ("fs-num", 1.15), ("fs-min", 2.6))
    )
    size = ((broad - words) * PX, high * SHARE * PX)
    columns = "repeat(2,minmax(0,1fr))" if is_flat else "minmax(0,1fr)"
    lines = f"repeat({count // 2 if is_flat else count},minmax(0,1fr))"
    st.html(
        f"<style>.st-key-feeds{{grid-template-columns:{columns}!important;"
        f"grid-template-rows:2rem {lines} 1.6rem!important;--words:{words - 0.6:g}rem}}</style>"
    )
    with track("feeds"):
        caption = "近 24 小时滚动值 · 灰带为常态" if is_wide else "近 30 日 · 灰带为常态"
        st.html(head("trends", "四类态势", "近30日" if is_wide else "", caption=caption))
        for _, part in rows.group_by("sort_order", maintain_order=True):
            series = part.to_dicts()
            with track(f"cell_trend_{series[-1]['indicator_code']}"):
                st.html(trend_html(series, size, is_wide=is_wide, with_week=high > lines_high))
                trace_overlay(scope, series[-1], part="trend_")
        if not rows.is_empty():
            st.html(axis_html(rows["period_start"].unique().sort().to_list()))


def axis_html(days: list[Any]) -> Markup:
    """First, middle and last day below the rows."""
    ends = [day(days[0]), day(days[len(days) // 2]), "最近 24 小时"]
    return tag("div", *[tag("span", words) for words in ends], class_="feedax")


def trend_html(
    series: list[dict[str, Any]],
    size: tuple[float, float] = (288.0, HEIGHT),
    *,
    is_wide: bool = False,
    with_week: bool = False,
) -> Markup:
    """One theme: name, newest value, usual range, line."""
    last = series[-1]
    status = last["status"] if last["value"] is not None else "none"
    usual = f"常态 {usual_range(last)}"
    if last["value"] is None:
        usual = "未接入"
    unit = tag("small", f"{last['unit']}/日") if last["value"] is not None else ""
    colour = f" c-{shape_of(status)}" if status in {"watch", "severe"} else ""
    return tag(
        "div",
        tag(
            "div",
            anchor(
                mark(shape_of(status), ".85em"),
                last["name"],
                tag("small", standing(last)) if is_wide else "",
                href=link(PAGE_OF_FAMILY.get(last["family"], "indicators"), period="last24h"),
                class_="n go",
            ),
            tag("div", number(last["value"]), unit, class_=f"v{colour}"),
            tag("div", usual, class_="b"),
            week_html(last) if is_wide and with_week else "",
        ),
        trend_chart(series, size),
        class_="feed",
    )


def usual_range(row: dict[str, Any]) -> str:
    """`208–387`; with a decimal where the ends are small, so that 4 never lies outside `0–4`."""
    low, high = row["usual_low"], row["usual_high"]
    if low is None or high is None:
        return "—"
    places = 1 if high < SMALL else 0
    return f"{number(low, places if low else 0)}–{number(high, places)}"


def standing(row: dict[str, Any]) -> str:
    """How the newest value stands to its range, in words."""
    value, low, high = row["value"], row["usual_low"], row["usual_high"]
    if value is None or low is None or high is None:
        return ""
    return "高于常态" if value > high else "低于常态" if value < low else "常态内"


def week_html(row: dict[str, Any]) -> Markup:
    """The 7 days to the data cut, and their movement against the 7 before."""
    now, before = row["week_value"], row["previous_week_value"]
    if now is None:
        return Markup("")
    words = tag("span", f"7日 {number(now)} {row['unit']} ")
    if before is None:
        return tag("div", words, class_="b t2")
    size = change(now - before, unit=row["unit"], previous=before)
    moved = tag(
        "span",
        arrow(direction(now - before)),
        size,
        class_=f"s-{tone(now - before, row['better'])}",
    )
    return tag("div", words, moved, class_="b t2")


def trend_chart(series: list[dict[str, Any]], size: tuple[float, float]) -> Markup:
    """The line before its band; days outside the band near the end are marked."""
    values = [row["value"] for row in series]
    if all(value is None for value in values):
        return Markup("<span></span>")
    low = [row["usual_low"] for row in series]
    high = [row["usual_high"] for row in series]
    # An old feast day in the band must not press the line flat: the band is cut off above it.
    roof = HEADROOM * max(value for value in values if value is not None)
    high = [None if value is None else min(value, roof) for value in high]
    box = box_around(size, (2, 10, 9, 7), [*values, *low, *high])
    points = box.points(values)
    drawing = band(box.points(low), box.points(high), WALL.band) + line(points, WALL.acc)
    drawing += marks(series, points)
    last = series[-1]
    return svg_image(
        drawing,
        size,
        alt=f"{last['name']}近 {len(series)} 日，最近一日 {number(last['value'])} {last['unit']}",
        style=f"width:100%;height:{size[1] / PX:.3f}rem",
        stretch=True,
    )


def marks(series: list[dict[str, Any]], points: list[Point | None]) -> str:
    """Shapes on the last days that are out of range, and a dot at the end of the line."""
    drawn = []
    for row, point in list(zip(series, points, strict=True))[-MARKED_DAYS:]:
        if point is not None and row["status"] == "watch":
            drawn.append(svg_mark("watch", point[0], point[1], 7, WALL.watch))
    end = points[-1]
    if end is not None and series[-1]["status"] != "watch":
        drawn.append(f'<circle cx="{end[0]:.1f}" cy="{end[1]:.1f}" r="4.5" fill="{WALL.acc}"/>')
    return "".join(drawn)
