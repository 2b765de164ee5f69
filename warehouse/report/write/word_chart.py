"""A chart in a Word file: a picture, whose alternative text holds every number and its 溯源码."""

from __future__ import annotations

import io

from docx.document import Document as WordDocument
from docx.opc.oxml import serialize_for_reading
from docx.shared import Mm

from warehouse.report.document import Chart
from warehouse.report.write.chart_pictures import chart_png, natural_height
from warehouse.report.write.chart_words import MISSING
from warehouse.report.write.word_xml import paragraph, run

#: Millimetres that a picture is narrower than the text.
_MARGIN = 4


def chart_xml(chart: Chart, version: str, document: WordDocument, width_mm: float) -> str:
    """The chart with its title above; the picture itself goes into the package of the document."""
    width_mm -= _MARGIN
    height_mm = natural_height(chart)
    picture = chart_png(chart, width_mm=width_mm, height_mm=height_mm)
    inline = document.part.new_pic_inline(io.BytesIO(picture), Mm(width_mm), Mm(height_mm))
    inline.docPr.set("descr", alternative(chart, version))
    inline.docPr.set("title", chart.title)
    drawn = serialize_for_reading(inline)
    return paragraph("Caption", run(chart.title)) + paragraph(
        "Picture", f"<w:r><w:drawing>{drawn}</w:drawing></w:r>"
    )


def alternative(chart: Chart, version: str) -> str:
    """What the chart shows, then `东街街道·按期结案率 96.50% <mark>` for each of its points."""
    points = [
        f"{category}·{series.name} "
        + (MISSING if figure is None else f"{figure.words} {figure.source.mark(version)}")
        for series in chart.series
        for category, figure in zip(chart.categories, series.figures, strict=True)
    ]
    return "\n".join([chart.takeaway or chart.title, *points])
