"""Where charts and tables stand on a slide, and what room they leave for the points."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from warehouse.report.document import Chart, Paragraph, Table
from warehouse.report.write.chart_manner import has_gaps
from warehouse.report.write.look import INK_2, INK_3
from warehouse.report.write.slide_chart import put_chart
from warehouse.report.write.slide_master import Box
from warehouse.report.write.slide_table import fit, natural_width, put_table
from warehouse.report.write.slide_text import REST_SIZE, height_of, text_box
from warehouse.report.write.text_width import widest

_GAP = 0.35
#: Beside a chart or a narrow table.
_POINTS_WIDTH = 4.3
#: Names of all categories in ems; more need the whole width.
_NARROW_NAMES = 36
#: As many points stand below a chart that needs the whole width.
_FEW = 2
_NOTE_SIZE = 14
#: Room of the line that says how many rows are left out.
_REST_LINE = 0.38


def place_chart(slide: Any, chart: Chart, points: Sequence[Paragraph], box: Box) -> Box:
    """The chart beside or above the points; returns the room of the points."""
    frame, left = box, box
    if points and _needs_width(chart) and len(points) <= _FEW:
        height = height_of(points, REST_SIZE, box.width)
        frame = box._replace(height=box.height - height - 0.1)
        left = box._replace(top=box.bottom - height, height=height)
    elif points:
        left = _beside(box)
        frame = box._replace(width=box.width - left.width - _GAP)
    if has_gaps(chart):
        frame = frame._replace(height=frame.height - 0.35)
        below = frame._replace(top=frame.bottom, height=0.35)
        text_box(slide, below, ["空缺处为没有可计算的数据，不是0。"], (_NOTE_SIZE, INK_3))
    put_chart(slide, chart, frame)
    return left


def place_table(slide: Any, table: Table, points: Sequence[Paragraph], box: Box) -> tuple[Box, int]:
    """The table beside or above the points; returns their room and how many rows are shown."""
    is_beside = bool(points) and natural_width(table, 16) <= box.width - _POINTS_WIDTH - _GAP
    frame = box
    if is_beside:
        frame = box._replace(width=box.width - _POINTS_WIDTH - _GAP)
    elif points:
        frame = box._replace(height=box.height - height_of(points, REST_SIZE, box.width) - 0.1)
    if table.title:
        text_box(slide, frame._replace(height=0.38), [table.title], (16, INK_2), bold=True)
        frame = frame._replace(top=frame.top + 0.42, height=frame.height - 0.42)
    bottom, rows = _put_what_fits(slide, table, frame)
    if is_beside:
        return _beside(box), rows
    return box._replace(top=bottom + 0.15, height=box.bottom - bottom - 0.15), rows


def _put_what_fits(slide: Any, table: Table, frame: Box) -> tuple[float, int]:
    """The rows that fit and how many more there are; the lower edge and the rows shown."""
    fitted = fit(table, frame)
    if fitted.rows == len(table.rows):
        put_table(slide, table, frame, fitted)
        return frame.top + sum(fitted.heights), fitted.rows
    fitted = fit(table, frame._replace(height=frame.height - _REST_LINE))
    put_table(slide, table, frame, fitted)
    bottom = frame.top + sum(fitted.heights)
    below = frame._replace(top=bottom + 0.04, height=_REST_LINE - 0.04)
    words = f"另有{len(table.rows) - fitted.rows}行见同期Excel附表“{table.name}”。"
    text_box(slide, below, [words], (_NOTE_SIZE, INK_3))
    return bottom + _REST_LINE, fitted.rows


def _needs_width(chart: Chart) -> bool:
    """Whether the names below columns or points would touch beside text."""
    return (
        chart.kind != "bar" and sum(widest(name) + 1 for name in chart.categories) > _NARROW_NAMES
    )


def _beside(box: Box) -> Box:
    """The room to the right."""
    return box._replace(left=box.left + box.width - _POINTS_WIDTH, width=_POINTS_WIDTH)
