"""Pictures of charts, for paper: SVG for what is set, PNG for what is typed.

Drawn by Vega without a browser or the network. One accent colour in steps that stay apart in
grey; every value of bars and columns is written out, so they need no axis beside them, and they
begin at zero. A missing value is left out and said.
"""

from __future__ import annotations

from typing import Any

import altair as alt
import vl_convert

from warehouse.report.document import Chart
from warehouse.report.write.chart_lines import lines
from warehouse.report.write.chart_shapes import INK, MUTED, bars, columns
from warehouse.report.write.chart_words import FONTS, LETTER

_VEGA_LITE = "6.4"
_PIXELS_PER_MM = 96 / 25.4
#: Millimetres of a row of lying bars, of the space between groups, and of what is not plot.
_ROW, _GAP, _FRAME = 5.5, 3.0, 6.0
#: Of more places than this, the groups stand closer.
_FEW, _CLOSE = 8, 1.6


def natural_height(chart: Chart) -> float:
    """Height in mm at which a chart of the width of the text reads well."""
    legend = 8.0 if len(chart.series) > 1 else 0.0
    if chart.kind == "bar":
        gap = _GAP if len(chart.categories) <= _FEW else _CLOSE
        group = _ROW * len(chart.series) + gap
        return min(210.0, _FRAME + legend + group * len(chart.categories))
    return (62.0 if chart.figures else 20.0) + legend


def chart_svg(chart: Chart, *, width_mm: float, height_mm: float) -> str:
    """The chart as SVG; its text stays text in `FONTS`."""
    spec = _spec(chart, width_mm, height_mm)
    return str(vl_convert.vegalite_to_svg(spec, vl_version=_VEGA_LITE))


def chart_png(chart: Chart, *, width_mm: float, height_mm: float, dpi: int = 300) -> bytes:
    """The chart as PNG of so many dots per inch."""
    spec = _spec(chart, width_mm, height_mm)
    return bytes(vl_convert.vegalite_to_png(spec, vl_version=_VEGA_LITE, scale=dpi / 96))


def _spec(chart: Chart, width_mm: float, height_mm: float) -> dict[str, Any]:
    width, height = width_mm * _PIXELS_PER_MM, height_mm * _PIXELS_PER_MM
    draw = {"bar": bars, "column": columns, "line": lines}[chart.kind]
    picture = (
        alt.layer(*draw(chart, width, height))
        .properties(
            width=width, height=height, autosize=alt.AutoSizeParams(type="fit", contains="padding")
        )
        .configure(font=FONTS, background="white", padding=2, lineBreak="\n")
        .configure_view(stroke=None)
        .configure_text(fontSize=LETTER, color=INK)
        .configure_axis(labelFontSize=LETTER, titleFontSize=LETTER, labelColor=INK)
        .configure_legend(
            orient="top",
            labelFontSize=LETTER,
            labelColor=INK,
            labelLimit=0,
            columnPadding=2 * LETTER,
            offset=8,
            titleFontSize=LETTER,
            titleFontWeight="normal",
            titleColor=MUTED,
        )
    )
    spec: dict[str, Any] = picture.to_dict(validate=False)
    return spec
