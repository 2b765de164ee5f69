"""A native chart on a slide: its numbers can be edited, its labels are printed as in the report."""

from __future__ import annotations

from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)
from pptx.util import Pt

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
from warehouse.report.write.look import ACCENT, INK, INK_2, INK_3, LINE, LINE_2, SERIES
from warehouse.report.write.slide_master import Box
from warehouse.report.write.slide_text import named_font
from warehouse.report.write.text_width import widest

_TYPES = {
    "column": XL_CHART_TYPE.COLUMN_CLUSTERED,
    "bar": XL_CHART_TYPE.BAR_CLUSTERED,
    "line": XL_CHART_TYPE.LINE_MARKERS,
}
#: Lying bars: room of one category in inches → size of its letters in points.
_POINTS_AN_INCH = 45
_LARGEST, _SMALLEST = 16, 10


def put_chart(slide: Any, chart: Chart, box: Box) -> Any:
    """Draw it; returns the frame. Points without a value stay gaps."""
    data = CategoryChartData()
    data.categories = list(chart.categories)
    for place, series in enumerate(chart.series):
        values = [None if figure is None else figure.value for figure in series.figures]
        data.add_series(series.name, values, number_format=form(chart, place))
    frame = slide.shapes.add_chart(_TYPES[chart.kind], *box.emu, data)
    names = frame._element.nvGraphicFramePr.cNvPr
    names.set("name", chart.title or chart.name)
    names.set("descr", chart.takeaway or chart.title or chart.name)
    size = _letter_size(chart, box)
    _head(frame.chart, chart)
    _axes(frame.chart, chart, size)
    if chart.kind != "line":
        frame.chart.plots[0].gap_width, frame.chart.plots[0].overlap = 60, -5
    for place, drawn in enumerate(frame.chart.plots[0].series):
        _series(drawn, chart, place, size)
    # The library numbers the axes below zero, which the standard does not know; from 2**31 on
    # there are programs that lose the axis, with every name on it.
    for axis in frame.chart._chartSpace.xpath(".//c:axId | .//c:crossAx"):
        axis.set("val", str(int(axis.get("val")) % 2**31))
    return frame


def _letter_size(chart: Chart, box: Box) -> int:
    """Size of names and values: as large as the room of one category allows."""
    if chart.kind != "bar":
        room = 0.9 * box.width * 72 / max(len(chart.categories), 1)
        longest = max((widest(name) for name in chart.categories), default=1.0)
        return max(_SMALLEST, min(14, int(room / longest)))
    room = (box.height - 0.9) / max(len(chart.categories), 1) / len(chart.series)
    return max(_SMALLEST, min(_LARGEST, int(room * _POINTS_AN_INCH)))


def _head(drawn: Any, chart: Chart) -> None:
    drawn.has_title = bool(chart.title)
    if chart.title:
        frame = drawn.chart_title.text_frame
        frame.text = chart.title
        drawn.chart_title.include_in_layout = False
        named_font(frame.paragraphs[0].runs[0].font, 16, INK_2, bold=True)
    drawn.has_legend = len(chart.series) > 1
    if drawn.has_legend:
        drawn.legend.position = XL_LEGEND_POSITION.TOP
        drawn.legend.include_in_layout = False
        named_font(drawn.legend.font, 14, INK_2)


def _axes(drawn: Any, chart: Chart, size: int) -> None:
    """The categories; a scale only where not every value is labelled."""
    names, scale = drawn.category_axis, drawn.value_axis
    named_font(names.tick_labels.font, size, INK)
    names.format.line.color.rgb = RGBColor.from_string(LINE_2)
    names.major_tick_mark = XL_TICK_MARK.NONE
    names.has_major_gridlines = False
    # Names stay below columns that go below zero.
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    if chart.kind == "bar":
        names.reverse_order = True
    if begins_at_zero(chart):
        scale.minimum_scale = 0
        if labels_all(chart):
            scale.maximum_scale = top(chart)
    scale.major_tick_mark = XL_TICK_MARK.NONE
    scale.format.line.fill.background()
    scale.visible = scale.has_major_gridlines = not labels_all(chart)
    if scale.visible:
        scale.major_gridlines.format.line.color.rgb = RGBColor.from_string(LINE)
        named_font(scale.tick_labels.font, 12, INK_3)
        scale.tick_labels.number_format = scale_form(chart)
        scale.tick_labels.number_format_is_linked = False


def _series(drawn: Any, chart: Chart, place: int, size: int) -> None:
    colour = RGBColor.from_string(SERIES[place % len(SERIES)])
    if chart.kind == "line":
        drawn.smooth = False
        drawn.format.line.color.rgb = colour
        drawn.format.line.width = Pt(2.5)
        drawn.marker.style, drawn.marker.size = XL_MARKER_STYLE.CIRCLE, 7
        drawn.marker.format.fill.solid()
        drawn.marker.format.fill.fore_color.rgb = colour
        drawn.marker.format.line.color.rgb = colour
    else:
        drawn.format.fill.solid()
        drawn.format.fill.fore_color.rgb = colour
        drawn.invert_if_negative = False
    _labels(drawn, chart, place, size)


def _labels(drawn: Any, chart: Chart, place: int, size: int) -> None:
    """The value at every point; where all would touch, at the last of a line alone."""
    if labels_all(chart):
        labels = drawn.data_labels
        labels.show_value = True
        labels.number_format, labels.number_format_is_linked = form(chart, place), False
    else:
        last = last_point(chart, place) if chart.kind == "line" else None
        if last is None:
            return
        labels = drawn.points[last].data_label
    labels.position = _label_position(chart, place)
    named_font(labels.font, size, ACCENT if place == 0 else INK_2, bold=place == 0)
    # A value is never broken.
    for frame in drawn._element.xpath("c:dLbls//c:txPr/a:bodyPr"):
        frame.set("wrap", "none")


def _label_position(chart: Chart, place: int) -> XL_LABEL_POSITION:
    if chart.kind != "line":
        return XL_LABEL_POSITION.OUTSIDE_END
    return XL_LABEL_POSITION.ABOVE if is_upper(chart, place) else XL_LABEL_POSITION.BELOW
