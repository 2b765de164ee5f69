"""Read slides back: the notes list every number with its mark."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pptx
from pptx.enum.shapes import PP_PLACEHOLDER

from warehouse.report.check.found import Found, Loose, ReadBack

_LISTED = re.compile(r"^(?P<words>.+?) = (?P<mark>[A-Z]{3}-\S+#\S+)$")


def read_slides(path: Path) -> ReadBack:
    """The numbers of the notes; the visible text without them; points of charts by value."""
    found: list[Found] = []
    loose: list[Loose] = []
    beside: list[Loose] = []
    for place, slide in enumerate(pptx.Presentation(str(path)).slides, 1):
        where = f"第{place}张"
        notes = slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else ""
        lines = [line.strip() for line in notes.splitlines()]
        listed = [parts for line in lines if (parts := _LISTED.match(line))]
        beside += [Loose(line, f"{where}备注") for line in lines if not _LISTED.match(line)]
        beside += [Loose(text, f"{where}图") for text in _drawn(slide)]
        found += [Found(parts["mark"], parts["words"], None, where) for parts in listed]
        words = tuple(parts["words"] for parts in listed)
        loose += [Loose(text, where, words) for text in _visible(slide)]
    return ReadBack(found, loose, beside)


def chart_values(path: Path) -> dict[str, list[float]]:
    """The points of the native charts, by slide; empty points are left out."""
    found: dict[str, list[float]] = {}
    for place, slide in enumerate(pptx.Presentation(str(path)).slides, 1):
        for shape in slide.shapes:
            if shape.has_chart:
                points = [v for plot in shape.chart.plots for s in plot.series for v in s.values]
                found.setdefault(f"第{place}张", []).extend(v for v in points if v is not None)
    return found


def _drawn(slide: Any) -> Iterator[str]:
    """Title of each chart, and what stands at each of its points."""
    for shape in slide.shapes:
        if shape.has_chart:
            chart = shape.chart
            if chart.has_title and chart.chart_title.has_text_frame:
                yield chart.chart_title.text_frame.text
            for plot in chart.plots:
                for series in plot.series:
                    points = zip(plot.categories, series.values, strict=False)
                    yield from (f"{series.name}·{name}={_digits(value)}" for name, value in points)


def _digits(value: float | None) -> str:
    """What all programs keep of a value; nothing for a gap."""
    return "" if value is None else f"{value:.12g}"


def _visible(slide: Any) -> Iterator[str]:
    for shape in slide.shapes:
        if shape.is_placeholder and shape.placeholder_format.type == PP_PLACEHOLDER.SLIDE_NUMBER:
            # Programs write the number into it, or leave the sign that stands for it.
            continue
        if shape.has_text_frame:
            yield shape.text_frame.text
        if shape.has_table:
            for row in shape.table.rows:
                for cell in row.cells:
                    yield cell.text_frame.text
