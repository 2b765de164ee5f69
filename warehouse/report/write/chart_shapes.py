"""Bars and columns of a chart, as layers of Vega. Each value is written at the end of its bar."""

from __future__ import annotations

from typing import Any, Literal

import altair as alt

from warehouse.report.document import Chart
from warehouse.report.write.chart_words import (
    LETTER,
    SMALL,
    broken,
    rows_of,
    spread,
    under,
    wide,
)

#: Colours of the screens in daylight.
ACCENT, INK, MUTED, HAIR, RULE = "#12609E", "#15212B", "#5F6F7B", "#D9E0E6", "#B9C4CD"
#: A bar that is neither the highest nor the lowest.
_QUIET = "#76B2DF"
#: Of several series; they stay apart in grey.
_STEPS = (ACCENT, "#B7D9F2", MUTED, HAIR)
_LONGEST_NAME = 16
#: Below this step in pixels there is no room for the words of every column.
_CROWDED = 16
#: Pixels between the words of neighbours.
_BETWEEN = 3

Rows = list[dict[str, Any]]
Layers = list[alt.Chart]


def bars(chart: Chart, width: float, _height: float) -> Layers:
    """Lying bars, from top to bottom as given."""
    rows = rows_of(chart)
    names = [broken(name, _LONGEST_NAME) for name in chart.categories]
    for row in rows:
        row["label"] = f"{row['words']}　{row['extreme']}" if row["extreme"] else row["words"]
    left = max(wide(line) for name in names for line in name.split("\n"))
    plot = max(width / 3, width - left - 20)
    room = (max(wide(row["label"]) for row in rows) + 10) / plot
    axis = names_axis(names, labelPadding=8, labelOffset=_lifted(names))
    axes: dict[str, Any] = {
        "y": alt.Y("place:O", scale=_band(chart, 0.3), axis=axis),
        "x": alt.X("value:Q", scale=_from_zero(rows, room), axis=None),
    }
    if len(chart.series) > 1:
        axes["yOffset"] = alt.YOffset("series:N", sort=None)
    return [
        *_filled(chart, rows, axes),
        *_words(rows, axes, "right", size=LETTER),
        layer([{}]).mark_rule(color=RULE).encode(x=alt.datum(0)),
    ]


def columns(chart: Chart, width: float, height: float) -> Layers:
    """Standing columns, from left to right as given."""
    rows, several = rows_of(chart), len(chart.series) > 1
    step = width / max(1, len(chart.categories))
    gap = 0.2 if several else 0.4
    size, is_turned = _label_size(rows, step / len(chart.series) * (0.8 if several else 1))
    if step < _CROWDED:
        for row in rows:
            is_last = row["place"] == len(chart.categories) - 1
            row["label"] = row["words"] if row["extreme"] or is_last else ""
    tall = max(wide(row["words"]) for row in rows) if is_turned else 2.6 * LETTER
    names, angle = under(chart.categories, step)
    axes: dict[str, Any] = {
        "x": alt.X("place:O", scale=_band(chart, gap), axis=names_axis(names, labelAngle=angle)),
        "y": alt.Y("value:Q", scale=_from_zero(rows, (tall + 6) / (height - 40)), axis=None),
    }
    if several:
        axes["xOffset"] = alt.XOffset("series:N", sort=None)
    return [
        *_filled(chart, rows, axes),
        *_words(rows, axes, "turned" if is_turned else "over", size=size),
        *([] if is_turned else [_crowns(rows, axes)]),
        layer([{}]).mark_rule(color=RULE).encode(y=alt.datum(0)),
    ]


def layer(rows: Rows) -> alt.Chart:
    """A layer of its own rows."""
    return alt.Chart({"values": rows})


def names_axis(names: list[str], **more: Any) -> alt.Axis:
    """An axis that names what stands at each place; two places may have the same name."""
    quiet = {"ticks": False, "domain": False, "labelLimit": 0, "grid": False, "title": None}
    overlap = "parity" if more.get("labelAngle") == 0 else False
    expression = f"{spread(names)}[datum.value]"
    return alt.Axis(**{**quiet, "labelOverlap": overlap, "labelExpr": expression, **more})


def _lifted(names: list[str]) -> dict[str, Any]:
    """Names of two lines half a line higher; else the first would stand in the middle."""
    two = f"indexof({spread(names)}[datum.value], '\\n') >= 0"
    return {"condition": {"test": two, "value": -0.6 * LETTER}, "value": 0}


def series_colour(chart: Chart, steps: tuple[str, ...], **legend: Any) -> alt.Color:
    """A colour for each series."""
    names = [series.name for series in chart.series]
    colours = [steps[place % len(steps)] for place, _ in enumerate(names)]
    scale = alt.Scale(domain=names, range=colours)
    return alt.Color("series:N", scale=scale, legend=alt.Legend(**{"title": None, **legend}))


def _filled(chart: Chart, rows: Rows, axes: dict[str, Any]) -> Layers:
    """The bars or columns themselves; 无数据 where there is none."""
    stands_out = alt.when("datum.extreme !== ''")
    colour = (
        series_colour(chart, _STEPS, symbolType="square")
        if len(chart.series) > 1
        else stands_out.then(alt.value(ACCENT)).otherwise(alt.value(_QUIET))
    )
    return [layer(_shown(rows)).mark_bar().encode(**axes, color=colour)]


def _words(
    rows: Rows, axes: dict[str, Any], where: Literal["right", "over", "turned"], *, size: float
) -> Layers:
    """Words at the end of every bar; below zero on the other side of it."""
    missing = [{**row, "value": 0, "label": "无数据"} for row in rows if row["value"] is None]
    groups: list[tuple[Rows, dict[str, bool]]] = [
        ([row for row in _shown(rows) if row["value"] >= 0 and not row["extreme"]], {}),
        ([row for row in _shown(rows) if row["value"] >= 0 and row["extreme"]], {"bold": True}),
        ([row for row in _shown(rows) if row["value"] < 0], {"below": True}),
        (missing, {"muted": True}),
    ]
    return [
        layer(group)
        .mark_text(
            **_set(where, is_below="below" in manner),
            fontSize=SMALL if "muted" in manner else size,
            color=MUTED if "muted" in manner else INK,
            fontWeight="bold" if "bold" in manner else "normal",
        )
        .encode(**axes, text="label:N")
        for group, manner in groups
        if group
    ]


def _set(where: str, *, is_below: bool) -> dict[str, Any]:
    """How words are set at the end of a bar."""
    if where == "over":
        return (
            {"align": "center", "baseline": "top", "dy": 4}
            if is_below
            else {"align": "center", "baseline": "bottom", "dy": -3}
        )
    side = {"align": "right", "dx": -5} if is_below else {"align": "left", "dx": 5}
    return {**side, "baseline": "middle", "angle": 270 if where == "turned" else 0}


def _crowns(rows: Rows, axes: dict[str, Any]) -> alt.Chart:
    """最高 and 最低 above the words of their columns."""
    found = [row for row in _shown(rows) if row["extreme"] and row["value"] >= 0]
    text = layer(found).mark_text(
        align="center", baseline="bottom", dy=-3 - 1.2 * LETTER, fontWeight="bold"
    )
    crowned: alt.Chart = text.encode(**axes, text="extreme:N")
    return crowned


def _shown(rows: Rows) -> Rows:
    return [row for row in rows if row["value"] is not None]


def _label_size(rows: Rows, step: float) -> tuple[float, bool]:
    """Size of the words of columns, and whether they must be turned to fit."""
    widest = max(wide(row["words"]) for row in rows)
    for size in (LETTER, SMALL, SMALL - 1):
        if widest * size / LETTER + _BETWEEN <= step:
            return size, False
    return SMALL, True


def _band(chart: Chart, inner: float) -> alt.Scale:
    places = list(range(len(chart.categories)))
    return alt.Scale(domain=places, paddingInner=inner, paddingOuter=inner / 2)


def _from_zero(rows: Rows, room: float) -> alt.Scale:
    """A scale with zero; at each end that bars reach, a share of it as room for words."""
    values = [row["value"] for row in _shown(rows)]
    low, high = min([0.0, *values]), max([0.0, *values])
    ends = (low < 0) + (high > 0 or low == 0)
    span = (high - low or 1.0) / (1 - min(ends * room, 0.7))
    edge = span * room if low < 0 else 0.0
    return alt.Scale(domain=[low - edge, low - edge + span], nice=False)
