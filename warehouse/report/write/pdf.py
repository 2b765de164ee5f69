"""Write a report as a PDF: paged like an official document, every number a link to its source.

The compiler is typst; how the pages look stands in `pdf.typ` and what it imports. The report
reaches it as JSON, so that no character of a name or sentence can be mistaken for markup.
"""

from __future__ import annotations

import json
import unicodedata
from datetime import datetime
from importlib.resources import files
from pathlib import Path
from typing import Any

from warehouse.report.document import (
    DEMO_WORDS,
    Annex,
    Block,
    Chart,
    Document,
    Entry,
    Figure,
    Paragraph,
    Part,
    Table,
)
from warehouse.report.write.chart_pictures import chart_svg, natural_height
from warehouse.report.write.pdf_fonts import FontChoice, choose_fonts
from warehouse.report.write.table_columns import (
    TURNED,
    UPRIGHT,
    column_widths,
    is_kept_whole,
    is_turned,
    pieces,
    table_size,
)
from warehouse.report.write.title_lines import title_lines
from warehouse.report.write.typst_process import CompileError, compile_apart
from warehouse.settings import settings

#: For archives (PDF/A-2a), and for those who have pages read to them (PDF/UA-1).
_STANDARDS = ["a-2a", "ua-1"]
#: What stands for a character that no font can have: one of private use, or none at all.
_GETA = "〓"


def write_pdf(report: Document, path: Path) -> None:
    """Write the file; the same report is the same file, byte for byte.

    Raises:
        NoChineseFontError: If no font with Chinese characters is installed.
    """
    site = settings()
    fonts = choose_fonts(tuple(site.font_paths))
    trace = trace_address(site.public_address)
    made = report.cut.replace(tzinfo=site.zone)
    path.write_bytes(compile_pdf(report, fonts, trace=trace, made=made))


def trace_address(site: str | None) -> str:
    """Where a 溯源码 is opened, without the code; relative where the site has no address."""
    return f"{site.rstrip('/')}/trace?n=" if site else "trace?n="


def compile_pdf(report: Document, fonts: FontChoice, *, trace: str, made: datetime) -> bytes:
    """The PDF of a report.

    Args:
        report: The report.
        fonts: What it is set in.
        trace: What stands before the mark of a figure in its link.
        made: Stands as the moment of making; with its time zone.
    """
    told = {**_Teller(report, trace).whole(), "faces": fonts.faces, "latin": fonts.latin}
    words = json.dumps(told, ensure_ascii=False)
    try:
        return _compiled(words, fonts, made, _STANDARDS)
    except CompileError:
        # A sign that no font of this machine has is against the standards, but no reason to
        # leave a meeting without its paper; a mistake in the template is raised here again.
        return _compiled(words, fonts, made, [])


def _compiled(words: str, fonts: FontChoice, made: datetime, standards: list[str]) -> bytes:
    return compile_apart(
        files("warehouse.report.write").joinpath("pdf.typ").read_bytes(),
        words,
        fonts,
        standards=standards,
        made=made,
    )


class _Teller:
    """Tells a report to the template, as lists and names."""

    def __init__(self, report: Document, trace: str) -> None:
        self._report = report
        self._trace = trace

    def whole(self) -> dict[str, Any]:
        report = self._report
        return {
            "masthead": plain(report.masthead),
            "issue": plain(report.issue),
            "issuer": plain(report.issuer),
            "authors": [report.issuer] if report.issuer else [],
            "date": f"{report.cut.year}年{report.cut.month}月{report.cut.day}日",
            "title": plain(report.title),
            "title_lines": title_lines(plain(report.title)),
            "subtitle": plain(report.subtitle),
            "sections": [
                {"title": plain(section.title), "body": [self._block(b) for b in section.body]}
                for section in report.sections
            ],
            "annexes": self._annexes(),
            "recipients": f"抄送：{'，'.join(report.recipients)}。" if report.recipients else "",
            "footer": plain(report.footer),
            "demo": DEMO_WORDS if report.is_demo else "",
            "description": f"{report.subtitle}；{report.about}",
            "keywords": [report.code],
        }

    def _annexes(self) -> list[dict[str, Any]]:
        annexes = self._report.all_annexes
        # The last one, what the numbers mean, is for reading and has the 版记 below it.
        turned = [*(self._is_turned(annex) for annex in annexes[:-1]), False]
        return [
            {
                "label": f"附件{number}" if len(annexes) > 1 else "附件",
                "title": plain(annex.title),
                "body": [self._block(b, TURNED if is_wide else UPRIGHT) for b in annex.body],
                "is_wide": is_wide,
            }
            for number, (annex, is_wide) in enumerate(zip(annexes, turned, strict=True), 1)
        ]

    @staticmethod
    def _is_turned(annex: Annex) -> bool:
        return any(is_turned(block) for block in annex.body if isinstance(block, Table))

    def _block(self, block: Block, breadth: float = UPRIGHT) -> dict[str, Any]:
        if isinstance(block, Paragraph):
            return {
                "kind": "heading" if block.level else "paragraph",
                "level": block.level,
                "parts": [self._part(part) for part in block.parts],
            }
        if isinstance(block, Entry):
            parts = [self._part(part) for part in block.parts]
            return {"kind": "entry", "term": plain(block.term), "parts": parts}
        if isinstance(block, Table):
            return self._table(block, breadth)
        return self._chart(block)

    def _table(self, table: Table, breadth: float) -> dict[str, Any]:
        return {
            "kind": "table",
            "title": plain(table.title),
            "is_whole": is_kept_whole(table, breadth),
            "size": table_size(table, breadth),
            "columns": [
                {"head": plain(column.head), "width": width, "is_left": column.is_left}
                for column, width in zip(table.columns, column_widths(table, breadth), strict=True)
            ],
            "rows": [[self._part(cell) for cell in row] for row in table.rows_on_paper],
            "note": plain(table.note),
        }

    def _chart(self, chart: Chart) -> dict[str, Any]:
        height = natural_height(chart)
        return {
            "kind": "chart",
            "title": plain(chart.title),
            "svg": chart_svg(chart, width_mm=UPRIGHT, height_mm=height),
            "width_mm": UPRIGHT,
            "alt": told_words(chart, self._report.version),
        }

    def _part(self, part: Part) -> tuple[list[str], str | None]:
        if isinstance(part, Figure):
            link = self._trace + part.source.mark(self._report.version)
            return pieces(plain(part.words)), link
        return pieces(plain(part)), None


def told_words(chart: Chart, version: str) -> str:
    """A chart for who cannot see it: what it shows, then a line for each number with its mark."""
    lines = [
        f"{category}·{series.name} {figure.words} {figure.source.mark(version)}"
        for series in chart.series
        for category, figure in zip(chart.categories, series.figures, strict=True)
        if figure is not None
    ]
    return "\n".join(filter(None, [chart.takeaway or chart.title, *lines]))


def plain(words: str) -> str:
    """Words that can be printed: blanks for control characters, but a line end stays."""
    return "".join(map(_printable, words.replace("\r\n", "\n")))


def _printable(sign: str) -> str:
    if sign == "\n":
        return sign
    kind = unicodedata.category(sign)
    return " " if kind == "Cc" else _GETA if kind in {"Cn", "Co", "Cs"} else sign
