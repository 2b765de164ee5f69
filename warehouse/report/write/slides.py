"""Write a report as slides for the meeting: one conclusion a slide, and what shows it.

Charts are native and can be edited. The notes of a slide name the source of each of its numbers.
"""

from __future__ import annotations

import copy
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pptx.enum.text import MSO_ANCHOR

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
from warehouse.report.write.chart_manner import has_gaps
from warehouse.report.write.look import ACCENT, INK_2, INK_3, WATCH
from warehouse.report.write.same_bytes import seal_zip
from warehouse.report.write.slide_chart import put_chart
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
from warehouse.report.write.slide_table import fit, natural_width, put_table
from warehouse.report.write.slide_text import Title, font, height_of, put, size_of, title_of
from warehouse.report.write.text_width import ems

_GAP = 0.35
#: Beside a chart or a narrow table.
_POINTS_WIDTH = 4.3
#: Names of all categories in ems; more need the whole width.
_NARROW_NAMES = 36
#: As many points stand below a chart that needs the whole width.
_FEW = 2
_REST_SIZE, _NOTE_SIZE = 18, 14
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
        properties.subject = f"{report.footer}　溯源码{report.code}"
        properties.author = properties.last_modified_by = report.issuer
        properties.language = "zh-CN"
        self._deck.save(str(path))
        seal_zip(path, report.cut)

    def cover(self) -> None:
        report = self._report
        slide = self._add(COVER, report.title, 40 if len(report.title) <= 18 else 34)
        below = slide.placeholders[1].text_frame
        lines = [report.subtitle, "　".join(filter(None, (report.issue, report.issuer)))]
        for words, size in zip([*lines, report.cut_words], (24, 18, 18), strict=True):
            if words:
                _add_line(below, [words], size)
        if report.masthead and report.masthead != report.title:
            self._text(slide, COVER_MASTHEAD, [report.masthead], (20, ACCENT))
        self._notes(slide, [])

    def conclusion(self, section: str, shown: Slide) -> None:
        title = title_of(shown.conclusion)
        points = shown.points
        if shown.shows is None and not points and title.rest:
            # Nothing else stands there: what did not fit into the title is read as a point.
            title, points = title._replace(rest=[]), [Paragraph(title.rest)]
        slide = self._add(WITH_POINTS if points else CONCLUSION, title.parts, title.size)
        self._text(slide, KICKER, [section], (16, ACCENT), bold=True)
        box = self._rest(slide, title)
        figures: list[Figure] = shown.conclusion.figures
        if isinstance(shown.shows, Chart):
            box = self._chart(slide, shown.shows, points, box)
            figures = [*figures, *shown.shows.figures]
        elif isinstance(shown.shows, Table):
            box, rows = self._table(slide, shown.shows, points, box)
            cells = (cell for row in shown.shows.rows[:rows] for cell in row)
            figures = [*figures, *(cell for cell in cells if isinstance(cell, Figure))]
        if points:
            _points(slide, points, box, largest=24 if shown.shows is None else 20)
        self._notes(slide, [*figures, *(f for p in shown.points for f in p.figures)])

    def closing(self) -> None:
        """How the numbers are checked."""
        report = self._report
        slide = self._add(WITH_POINTS, _CLOSING, 30)
        self._text(slide, KICKER, ["数据说明"], (16, ACCENT), bold=True)
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
        height = height_of([Paragraph(title.rest)], _REST_SIZE, BODY.width)
        box = title.body._replace(top=title.body.top - 0.06, height=height)
        self._text(slide, box, title.rest, (_REST_SIZE, INK_2))
        return Box(box.left, box.bottom + 0.1, box.width, title.body.bottom - box.bottom - 0.1)

    def _chart(self, slide: Any, chart: Chart, points: Sequence[Paragraph], box: Box) -> Box:
        """The chart beside or above the points; returns the room of the points."""
        frame, left = box, box
        if points and _needs_width(chart) and len(points) <= _FEW:
            height = height_of(points, _REST_SIZE, box.width)
            frame = box._replace(height=box.height - height - 0.1)
            left = box._replace(top=box.bottom - height, height=height)
        elif points:
            left = _beside(box)
            frame = box._replace(width=box.width - left.width - _GAP)
        if has_gaps(chart):
            frame = frame._replace(height=frame.height - 0.35)
            below = frame._replace(top=frame.bottom, height=0.35)
            self._text(slide, below, ["空缺处为没有可计算的数据，不是0。"], (_NOTE_SIZE, INK_3))
        put_chart(slide, chart, frame)
        return left

    def _table(
        self, slide: Any, table: Table, points: Sequence[Paragraph], box: Box
    ) -> tuple[Box, int]:
        """The table beside or above the points; returns their room and how many rows are shown."""
        is_beside = bool(points) and natural_width(table, 16) <= box.width - _POINTS_WIDTH - _GAP
        frame = box
        if is_beside:
            frame = box._replace(width=box.width - _POINTS_WIDTH - _GAP)
        elif points:
            frame = box._replace(height=box.height - height_of(points, 18, box.width) - 0.1)
        if table.title:
            self._text(slide, frame._replace(height=0.38), [table.title], (16, INK_2), bold=True)
            frame = frame._replace(top=frame.top + 0.42, height=frame.height - 0.42)
        # The line below says what is left out.
        fitted = fit(table, frame)
        if fitted.rows < len(table.rows):
            fitted = fit(table, frame._replace(height=frame.height - 0.38))
        put_table(slide, table, frame, fitted)
        bottom = frame.top + sum(fitted.heights)
        if fitted.rows < len(table.rows):
            words = f"另有{len(table.rows) - fitted.rows}行见同期Excel附表“{table.name}”。"
            below = frame._replace(top=bottom + 0.04, height=0.34)
            self._text(slide, below, [words], (_NOTE_SIZE, INK_3))
            bottom += 0.38
        if is_beside:
            return _beside(box), fitted.rows
        return box._replace(top=bottom + 0.15, height=box.bottom - bottom - 0.15), fitted.rows

    def _add(self, layout: int, title: str | Sequence[Part], size: int) -> Any:
        """A slide with its title, footer, page number and demo mark."""
        slide = self._deck.slides.add_slide(self._deck.slide_layouts[layout])
        parts = [title] if isinstance(title, str) else title
        put(slide.shapes.title.text_frame.paragraphs[0], parts, size)
        for shape in slide.slide_layout.placeholders:
            kind = shape._element.ph.get("type")
            if kind in {"ftr", "sldNum"}:
                slide.shapes._spTree.append(copy.deepcopy(shape._element))
                if kind == "ftr":
                    frame = slide.shapes[-1].text_frame
                    put(frame.paragraphs[0], [self._report.footer], FOOT_SIZE, colour=INK_3)
        if self._report.is_demo:
            self._text(slide, DEMO, [DEMO_WORDS], (FOOT_SIZE, WATCH), bold=True)
        return slide

    def _text(
        self,
        slide: Any,
        box: Box,
        parts: Sequence[Part],
        manner: tuple[int, str],
        *,
        bold: bool | None = None,
    ) -> None:
        """A box of one paragraph."""
        size, colour = manner
        frame = slide.shapes.add_textbox(*box.emu).text_frame
        frame.word_wrap = True
        frame.vertical_anchor = MSO_ANCHOR.MIDDLE if box is DEMO else MSO_ANCHOR.TOP
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        put(frame.paragraphs[0], parts, size, colour=colour)
        for run in frame.paragraphs[0].runs if bold else ():
            font(run.font, size, bold=True)

    def _notes(self, slide: Any, figures: Sequence[Figure]) -> None:
        slide.notes_slide.notes_text_frame.text = "\n".join(notes_of(self._report, figures))


def _needs_width(chart: Chart) -> bool:
    """Whether the names below columns or points would touch beside text."""
    return chart.kind != "bar" and sum(ems(name) + 1 for name in chart.categories) > _NARROW_NAMES


def _beside(box: Box) -> Box:
    """The room to the right."""
    return box._replace(left=box.left + box.width - _POINTS_WIDTH, width=_POINTS_WIDTH)


def _points(slide: Any, points: Sequence[Paragraph], box: Box, *, largest: int) -> None:
    """The points in the slide's own place for text, so that the outline has them."""
    size = size_of(points, box, largest)
    place = slide.placeholders[1]
    place.left, place.top, place.width, place.height = box.emu
    for point in points:
        _add_line(place.text_frame, point.parts, size)


def _add_line(frame: Any, parts: Sequence[Part], size: int) -> None:
    """A paragraph more; the first takes the empty one that is there."""
    first = frame.paragraphs[0]
    line = first if not first.runs else frame.add_paragraph()
    put(line, parts, size)
