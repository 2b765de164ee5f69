"""Lines of a chart, as layers of Vega: gaps stay gaps, the last value is written out."""

from __future__ import annotations

import math
from typing import Any

import altair as alt

from warehouse.report.document import Chart
from warehouse.report.write.chart_shapes import (
    ACCENT,
    HAIR,
    INK,
    MUTED,
    Layers,
    Rows,
    layer,
    names_axis,
    series_colour,
)
from warehouse.report.write.chart_words import SMALL, rows_of, under

_STEPS = (ACCENT, MUTED, "#76B2DF", INK)
_DASHES = ([1, 0], [6, 3], [1, 0], [2, 2])
_LEGEND: dict[str, Any] = {"symbolType": "stroke", "symbolSize": 300, "titleOrient": "left"}
#: Up to so many points of a single line are all written out.
_FEW = 12


def lines(chart: Chart, width: float, _height: float) -> Layers:
    """Lines over time, the points as given."""
    rows, several = rows_of(chart), len(chart.series) > 1
    shown = [row for row in rows if row["value"] is not None]
    colour = (
        series_colour(chart, _STEPS, **_LEGEND, title=_unit(chart))
        if several
        else alt.value(ACCENT)
    )
    names, angle = under(chart.categories, width / max(1, len(chart.categories)))
    places = alt.Scale(type="point", domain=list(range(len(names))), padding=0.5)
    x = alt.X("place:O", scale=places, axis=names_axis(names, labelAngle=angle))
    y = alt.Y("value:Q", scale=_around([row["value"] for row in shown]), axis=_values(chart))
    axes = {"x": x, "y": y}
    return [
        layer(rows)
        .mark_line(strokeWidth=2.2, invalid="break-paths-show-path-domains")
        .encode(**axes, color=colour, strokeDash=_dashes(chart)),
        layer(shown).mark_circle(size=26, opacity=1).encode(**axes, color=colour),
        *_words(_said(chart, shown), _valleys(chart, rows), axes),
        layer([row for row in rows if row["value"] is None])
        .mark_text(angle=270, align="left", baseline="middle", dx=4, fontSize=SMALL, color=MUTED)
        .encode(x=x, y=alt.value("height"), text="words:N"),
    ]


def _said(chart: Chart, shown: Rows) -> Rows:
    """The points that are written out: few all, else the last and the highest and lowest."""
    if len(chart.series) == 1 and len(chart.categories) <= _FEW:
        return shown
    last = {row["series"]: row["place"] for row in shown}
    return [row for row in shown if row["extreme"] or last[row["series"]] == row["place"]]


def _words(said: Rows, valleys: set[int], axes: dict[str, Any]) -> Layers:
    """Above the points; below those where the line comes from above."""
    manners: list[tuple[bool, bool, dict[str, Any]]] = [
        (is_valley, is_bold, {"fontWeight": "bold" if is_bold else "normal", **_side(is_valley)})
        for is_valley in (False, True)
        for is_bold in (False, True)
    ]
    return [
        layer(group).mark_text(align="center", **manner).encode(**axes, text="label:N")
        for is_valley, is_bold, manner in manners
        if (
            group := [
                row
                for row in said
                if (row["place"] in valleys, bool(row["extreme"])) == (is_valley, is_bold)
            ]
        )
    ]


def _side(is_valley: bool) -> dict[str, Any]:
    return {"baseline": "top", "dy": 7} if is_valley else {"baseline": "bottom", "dy": -6}


def _valleys(chart: Chart, rows: Rows) -> set[int]:
    """Places of a single line that lie lower than what is left and right of them."""
    if len(chart.series) > 1:
        return set()
    values = [
        math.inf,
        *(math.inf if v is None else v for v in (r["value"] for r in rows)),
        math.inf,
    ]
    return {
        place
        for place, (left, value, right) in enumerate(
            zip(values, values[1:], values[2:], strict=False)
        )
        if value < left and value <= right and (left, right) != (math.inf, math.inf)
    }


def _values(chart: Chart) -> alt.Axis:
    """A quiet axis of values; above it the unit, unless it stands before the names of the lines."""
    title: dict[str, Any] = {
        "title": None if len(chart.series) > 1 else _unit(chart),
        **{"titleAngle": 0, "titleAlign": "left", "titleAnchor": "end"},
        **{"titleX": 0, "titleY": -12, "titleFontWeight": "normal", "titleColor": MUTED},
    }
    return alt.Axis(
        **title,
        labelColor=MUTED,
        format="~f",
        tickCount=4,
        ticks=False,
        domain=False,
        gridColor=HAIR,
    )


def _dashes(chart: Chart) -> alt.StrokeDash:
    names = [series.name for series in chart.series]
    scale = alt.Scale(
        domain=names, range=[_DASHES[place % len(_DASHES)] for place, _ in enumerate(names)]
    )
    legend = alt.Legend(title=_unit(chart), **_LEGEND) if len(names) > 1 else None
    return alt.StrokeDash("series:N", scale=scale, legend=legend)


def _unit(chart: Chart) -> str | None:
    return f"单位：{chart.unit}" if chart.unit else None


def _around(values: list[float]) -> alt.Scale:
    """From the lowest to the highest, with room for words above and below."""
    low, high = min(values, default=0.0), max(values, default=1.0)
    edge = (high - low) * 0.18 or abs(high) * 0.05 or 1.0
    bottom = low - edge if low < 0 else max(0.0, low - edge)
    return alt.Scale(domain=[bottom, high + edge], nice=True, zero=False)
