"""Read slides back: the notes list every number with its mark."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pptx

from warehouse.report.check.found import Found, Loose, ReadBack

_LISTED = re.compile(r"^(?P<words>.+?) = (?P<mark>[A-Z]{3}-\S+#\S+)$")


def read_slides(path: Path) -> ReadBack:
    """The numbers of the notes; the visible text without them; points of charts by value."""
    found: list[Found] = []
    loose: list[Loose] = []
    for place, slide in enumerate(pptx.Presentation(str(path)).slides, 1):
        where = f"第{place}张"
        notes = slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else ""
        listed = [parts for line in notes.splitlines() if (parts := _LISTED.match(line.strip()))]
        found += [Found(parts["mark"], parts["words"], None, where) for parts in listed]
        words = tuple(parts["words"] for parts in listed)
        loose += [Loose(text, where, words) for text in _visible(slide)]
    return ReadBack(found, loose)


def chart_values(path: Path) -> dict[str, list[float]]:
    """The points of the native charts, by slide; empty points are left out."""
    found: dict[str, list[float]] = {}
    for place, slide in enumerate(pptx.Presentation(str(path)).slides, 1):
        for shape in slide.shapes:
            if shape.has_chart:
                points = [v for plot in shape.chart.plots for s in plot.series for v in s.values]
                found.setdefault(f"第{place}张", []).extend(v for v in points if v is not None)
    return found


def _visible(slide: Any) -> Iterator[str]:
    for shape in slide.shapes:
        if shape.has_text_frame:
            yield shape.text_frame.text
        if shape.has_table:
            for row in shape.table.rows:
                for cell in row.cells:
                    yield cell.text_frame.text
