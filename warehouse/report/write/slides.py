"""Write a report as slides for the meeting: one conclusion a slide, and what shows it.

Charts are native and can be edited. The notes of a slide name the source of each of its numbers.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from pptx.oxml.ns import qn

from warehouse.report.document import (
    DEMO_WORDS,
    Chart,
    Document,
    Figure,
    Paragraph,
    Part,
    Slide,
    Table,
)
from warehouse.report.write.look import ACCENT, INK_2, INK_3, WATCH
from warehouse.report.write.same_bytes import seal_zip
from warehouse.report.write.slide_master import (
    BODY,
    CONCLUSION,
    COVER,
    COVER_MASTHEAD,
    DEMO,
    FOOT_SIZE,
    KICKER,
    WITH_POINTS,
    Box,
    empty_deck,
)
from warehouse.report.write.slide_notes import notes_of
from warehouse.report.write.slide_place import place_chart, place_table
from warehouse.report.write.slide_text import (
    REST_SIZE,
    Title,
    height_of,
    put,
    size_of,
    text_box,
    title_of,
)

#: A point that counts itself needs no bullet.
_NUMBERED = re.compile(r"\d+[．.、]|[一二三四五六七八九十]+是")
_CLOSING = "每个数字都可以凭溯源码查到来源。"


def write_slides(report: Document, path: Path) -> None:
    """Write the deck; the same report gives the same bytes."""
    deck = _Deck(report)
    deck.cover()
    for section in report.sections:
        for slide in section.slides:
            deck.conclusion(section.title, slide)
    deck.closing()
    deck.save(path)


class _Deck:
    """Puts one slide after the other into a deck."""

    def __init__(self, report: Document) -> None:
        self._report = report
        self._deck = empty_deck()

    def save(self, path: Path) -> None:
        report, properties = self._report, self._deck.core_properties
        properties.title = f"{report.title}（{report.subtitle}）"
        properties.subject = report.about
        properties.author = properties.last_modified_by = report.issuer
        properties.language = "zh-CN"
        written = BytesIO()
        self._deck.save(written)
        path.write_bytes(seal_zip(written.getvalue(), report.cut))

    def cover(self) -> None:
        report = self._report
        slide = self._add(COVER, report.title, 40 if len(report.title) <= 18 else 34)
        below = slide.placeholders[1].text_frame
        lines = [report.subtitle, "　".join(filter(None, (report.issue, report.issuer)))]
        for words, size in zip([*lines, report.cut_words], (24, 18, 18), strict=True):
            if words:
                _add_line(below, [words], size)
        if report.masthead and report.masthead != report.title:
            text_box(slide, COVER_MASTHEAD, [report.masthead], (20, ACCENT))
        self._notes(slide, [])

    def conclusion(self, section: str, shown: Slide) -> None:
        title = title_of(shown.conclusion)
        points = shown.points
        if shown.shows is None and not points and title.rest:
            # Nothing else stands there: what did not fit into the title is read as a point.
            title, points = title._replace(rest=[]), [Paragraph(title.rest)]
        slide = self._add(WITH_POINTS if points else CONCLUSION, title.parts, title.size)
        text_box(slide, KICKER, [section], (16, ACCENT), bold=True)
        box = self._rest(slide, title)
        figures: list[Figure] = shown.conclusion.figures
        if isinstance(shown.shows, Chart):
            box = place_chart(slide, shown.shows, points, box)
            figures = [*figures, *shown.shows.figures]
        elif isinstance(shown.shows, Table):
            box, rows = place_table(slide, shown.shows, points, box)
            cells = (cell for row in shown.shows.rows[:rows] for cell in row)
            figures = [*figures, *(cell for cell in cells if isinstance(cell, Figure))]
        if points:
            _points(slide, points, box, largest=24 if shown.shows is None else 20)
        self._notes(slide, [*figures, *(f for p in shown.points for f in p.figures)])

    def closing(self) -> None:
        """How the numbers are checked."""
        report = self._report
        slide = self._add(WITH_POINTS, _CLOSING, 30)
        text_box(slide, KICKER, ["数据说明"], (16, ACCENT), bold=True)
        words = [
            f"{report.cut_words}，数据版本{report.version}，{report.edition.words}。",
            "每页备注列出该页每个数字的指标、时段、单位和溯源码；在系统“数字溯源”页输入溯源码，"
            "可查看口径、分子分母、计算步骤和原始记录。",
            "指标口径见报告附件“指标口径说明”；图表可直接编辑，完整清单见同期Excel附表。",
            "“—”或图中空缺为没有可计算的数据或未设目标，不是0。",
            f"本报告溯源码：{report.code}。",
        ]
        points = [Paragraph([text]) for text in words]
        _points(slide, points, title_of(Paragraph([_CLOSING])).body, largest=22)
        self._notes(slide, [])

    def _rest(self, slide: Any, title: Title) -> Box:
        """What did not fit into the title, below it; returns the room that is left."""
        if not title.rest:
            return title.body
        height = height_of([Paragraph(title.rest)], REST_SIZE, BODY.width)
        box = title.body._replace(top=title.body.top - 0.06, height=height)
        text_box(slide, box, title.rest, (REST_SIZE, INK_2))
        return Box(box.left, box.bottom + 0.1, box.width, title.body.bottom - box.bottom - 0.1)

    def _add(self, layout: int, title: str | Sequence[Part], size: int) -> Any:
        """A slide with its title, footer, page number and demo mark."""
        slide = self._deck.slides.add_slide(self._deck.slide_layouts[layout])
        parts = [title] if isinstance(title, str) else title
        put(slide.shapes.title.text_frame.paragraphs[0], parts, size)
        for shape in slide.slide_layout.placeholders:
            kind = shape._element.ph.get("type")
            if kind in {"ftr", "sldNum"}:
                self._foot(slide, copy.deepcopy(shape._element), kind)
        if self._report.is_demo:
            text_box(slide, DEMO, [DEMO_WORDS], (FOOT_SIZE, WATCH), bold=True)
        return slide

    def _foot(self, slide: Any, element: Any, kind: str) -> None:
        """The footer or the page number, which the library leaves on the layout."""
        element.nvSpPr.cNvPr.set("id", str(slide.shapes._next_shape_id))
        slide.shapes._spTree.append(element)
        if kind == "ftr":
            line = slide.shapes[-1].text_frame.paragraphs[0]
            put(line, [self._report.footer], FOOT_SIZE, colour=INK_3)

    def _notes(self, slide: Any, figures: Sequence[Figure]) -> None:
        slide.notes_slide.notes_text_frame.text = "\n".join(notes_of(self._report, figures))


def _points(slide: Any, points: Sequence[Paragraph], box: Box, *, largest: int) -> None:
    """The points in the slide's own place for text, so that the outline has them."""
    size = size_of(points, box, largest)
    place = slide.placeholders[1]
    place.left, place.top, place.width, place.height = box.emu
    for point in points:
        line = _add_line(place.text_frame, point.parts, size)
        if _NUMBERED.match(point.text):
            properties = line._p.get_or_add_pPr()
            properties.attrib.update({"marL": "0", "indent": "0"})
            properties.append(properties.makeelement(qn("a:buNone"), {}))


def _add_line(frame: Any, parts: Sequence[Part], size: int) -> Any:
    """A paragraph more; the first takes the empty one that is there."""
    first = frame.paragraphs[0]
    line = first if not first.runs else frame.add_paragraph()
    put(line, parts, size)
    return line
