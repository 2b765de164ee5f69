"""What all formats decide alike about a chart: where its axis begins, which points are labelled."""

from __future__ import annotations

import re

from warehouse.report.document import Chart

#: More than this many labelled columns or points run into one another.
_MANY_POINTS = 8
_MANY_COLUMNS = 16
#: Lying bars have a line of text each; more than this and the labels touch.
_MANY_BARS = 60
_HEADROOM = 1.12


def numbers(chart: Chart) -> list[float]:
    """All its values as numbers."""
    return [float(figure.value) for figure in chart.figures if not isinstance(figure.value, str)]  # type: ignore[arg-type]


def begins_at_zero(chart: Chart) -> bool:
    """Bars and columns always do, unless a value lies below; a line shows its movement."""
    return chart.kind != "line" and min(numbers(chart), default=0) >= 0


def top(chart: Chart) -> float:
    """Where a scale ends that is not shown: above the highest column is room for its value."""
    return _HEADROOM * (max(numbers(chart), default=0) or 1)


def labels_all(chart: Chart) -> bool:
    """Whether there is room for the value at every point; otherwise only the last is labelled."""
    points = len(chart.categories) * len(chart.series)
    if chart.kind == "line":
        return points <= _MANY_POINTS
    return points <= (_MANY_BARS if chart.kind == "bar" else _MANY_COLUMNS)


def form(chart: Chart, series: int) -> str:
    """Number format of a series: that of its first figure."""
    figures = (figure.form for figure in chart.series[series].figures if figure is not None)
    return next(figures, "General")


def scale_form(chart: Chart) -> str:
    """Number format of the scale: with the unit, and no more decimals than its steps need."""
    return re.sub(r"0\.0+", "General", form(chart, 0))


def last_point(chart: Chart, series: int) -> int | None:
    """The last point of a line that has a value: where a line is labelled that has many points."""
    figures = list(enumerate(chart.series[series].figures))
    return max((place for place, figure in figures if figure is not None), default=None)


def is_upper(chart: Chart, series: int) -> bool:
    """Whether a line ends above all others, so that its label stands above it."""
    ends: list[float] = []
    for place, row in enumerate(chart.series):
        last = last_point(chart, place)
        figure = None if last is None else row.figures[last]
        ends.append(float("-inf") if figure is None else float(figure.value))  # type: ignore[arg-type]
    return ends[series] == max(ends)


def has_gaps(chart: Chart) -> bool:
    """Whether a point has no value."""
    return any(figure is None for series in chart.series for figure in series.figures)
