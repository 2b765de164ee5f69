"""A native chart of the workbook, over the numbers of its sheet."""

from __future__ import annotations

from typing import Any

from warehouse.report.document import Chart
from warehouse.report.write.chart_manner import (
    begins_at_zero,
    form,
    is_upper,
    labels_all,
    last_point,
    scale_form,
    top,
)
from warehouse.report.write.excel_grid import HEAD_ROW
from warehouse.report.write.look import FONT, INK, INK_2, LINE, SERIES

_FONT = {"name": FONT, "size": 10, "color": f"#{INK_2}"}


def native_chart(book: Any, name: str, chart: Chart) -> Any:
    """A native chart over the numbers of its sheet."""
    drawn = book.add_chart({"type": chart.kind})
    first, last = HEAD_ROW + 1, HEAD_ROW + len(chart.categories)
    for place in range(len(chart.series)):
        drawn.add_series(
            {
                "name": [name, HEAD_ROW, place + 1],
                "categories": [name, first, 0, last, 0],
                "values": [name, first, place + 1, last, place + 1],
                "data_labels": _labels(chart, place),
                **_drawn_as(chart, f"#{SERIES[place % len(SERIES)]}"),
            }
        )
    _axes(drawn, chart)
    title_font = {"name": FONT, "size": 12, "color": f"#{INK}"}
    drawn.set_title({"name": chart.title, "overlay": False, "name_font": title_font})
    drawn.set_legend({"position": "bottom", "font": _FONT, "none": len(chart.series) == 1})
    drawn.show_blanks_as("gap")
    drawn.set_chartarea({"border": {"none": True}})
    return drawn


def _drawn_as(chart: Chart, colour: str) -> dict[str, Any]:
    """Columns are filled, lines have a dot at each point; Excel refuses dots on columns."""
    if chart.kind != "line":
        return {"fill": {"color": colour}, "line": {"none": True}, "gap": 60}
    dot = {"type": "circle", "size": 6, "fill": {"color": colour}, "border": {"color": colour}}
    return {"line": {"color": colour, "width": 2.25}, "marker": dot}


def _axes(drawn: Any, chart: Chart) -> None:
    """Names of the categories; a scale only where not every value is labelled."""
    names = {"num_font": _FONT, "line": {"color": f"#{LINE}"}, "major_tick_mark": "none"}
    scale: dict[str, Any] = {
        "num_font": _FONT,
        "num_format": scale_form(chart),
        "line": {"none": True},
        "major_tick_mark": "none",
        "major_gridlines": {"visible": not labels_all(chart), "line": {"color": f"#{LINE}"}},
        "visible": not labels_all(chart),
    }
    if begins_at_zero(chart):
        scale["min"] = 0
        if labels_all(chart):
            scale["max"] = top(chart)
    if chart.kind == "bar":
        # The first stands above.
        drawn.set_y_axis({**names, "reverse": True})
        drawn.set_x_axis(scale)
    else:
        drawn.set_x_axis(names)
        drawn.set_y_axis(scale)


def _labels(chart: Chart, place: int) -> dict[str, Any]:
    """The value at every point; where all would touch, at the last of a line alone."""
    font = {"name": FONT, "size": 10, "color": f"#{INK}"}
    labels: dict[str, Any] = {"value": True, "num_format": form(chart, place), "font": font}
    if chart.kind == "line":
        labels["position"] = "above" if is_upper(chart, place) else "below"
    if not labels_all(chart):
        last = last_point(chart, place) if chart.kind == "line" else None
        points = range(len(chart.categories))
        labels["custom"] = [None if point == last else {"delete": True} for point in points]
    return labels
