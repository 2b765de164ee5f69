"""Text on slides: figures stand out, sizes are chosen so that the text fits its box."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR
from pptx.oxml.ns import qn
from pptx.util import Pt

from warehouse.report.document import Figure, Paragraph, Part, words_of
from warehouse.report.write.look import ACCENT, FONT, INK
from warehouse.report.write.slide_master import BODY, DEMO, TITLE, Box
from warehouse.report.write.text_width import lines_needed

#: Readable from the back of a meeting room; the last only where nothing else fits.
POINT_SIZES = (24, 22, 20, 18, 16, 14)
#: Of what did not fit into the title.
REST_SIZE = 18
TITLE_SIZES = (30, 28, 26, 24)
#: Of one sentence that is longer than two lines.
_SMALLEST_TITLE = 20
_LINE = 1.3
_SPACE = 9
#: Bullet and its gap.
_INDENT = 0.28
#: How much higher what follows stands below a title of one line.
_SECOND_LINE = 0.45
_STOP = re.compile(r"(?<=[。；])")


class Title(NamedTuple):
    """A conclusion as it stands on its slide: the title, and what did not fit on two lines."""

    parts: list[Part]
    size: int
    rest: list[Part]

    @property
    def body(self) -> Box:
        """The room that is left below the title."""
        rise = _SECOND_LINE if _lines(self.parts, self.size) == 1 else 0
        return BODY._replace(top=BODY.top - rise, height=BODY.height + rise)


def title_of(conclusion: Paragraph) -> Title:
    """The conclusion in at most two lines; where it is too long it is parted after a sentence."""
    whole = list(conclusion.parts)
    title = _unstopped(whole)
    # One line of slightly smaller letters is calmer than two.
    for most, size in ((1, 30), (1, 28), (1, 26), *((2, size) for size in TITLE_SIZES)):
        if _lines(title, size) <= most:
            return Title(title, size, [])
    # Backwards: the title keeps as many sentences as fit.
    for stop in reversed(list(_STOP.finditer(conclusion.text))[:-1]):
        first, rest = _parted(whole, stop.start())
        first = _unstopped(first)
        for size in TITLE_SIZES:
            if _lines(first, size) <= 2:
                return Title(first, size, rest)
    return Title(title, _SMALLEST_TITLE, [])


def _unstopped(parts: Sequence[Part]) -> list[Part]:
    """Without the stop at its end: a title has none."""
    *others, last = parts or [""]
    return [*others, last if isinstance(last, Figure) else last.rstrip("。；")]


def _lines(parts: Sequence[Part], size: int) -> int:
    return lines_needed("".join(words_of(part) for part in parts), TITLE.width * 72 / size)


def _parted(parts: Sequence[Part], at: int) -> tuple[list[Part], list[Part]]:
    """The parts before and after a place in the text; sentences end in text, never in a figure."""
    first: list[Part] = []
    for place, part in enumerate(parts):
        words = words_of(part)
        if isinstance(part, str) and at <= len(words):
            return [*first, words[:at]], [
                *([words[at:]] if words[at:] else []),
                *parts[place + 1 :],
            ]
        first.append(part)
        at -= len(words)
    return first, []


def height_of(points: Sequence[Paragraph], size: int, width: float) -> float:
    """Height in inches of points at a size in a box of a width in inches."""
    ems = (width - _INDENT) * 72 / size
    lines = sum(lines_needed(point.text, ems) for point in points)
    return (lines * size * _LINE + len(points) * _SPACE) / 72


def size_of(points: Sequence[Paragraph], box: Box, largest: int = POINT_SIZES[0]) -> int:
    """The largest size at which the points fit the box."""
    sizes = [size for size in POINT_SIZES if size <= largest]
    fitting = (size for size in sizes if height_of(points, size, box.width) <= box.height)
    return next(fitting, sizes[-1])


def put(paragraph: Any, parts: Sequence[Part], size: int, *, colour: str | None = None) -> None:
    """Runs of a paragraph; the figures bold and in the accent colour."""
    # Fonts differ in the height of their lines; a fixed one keeps the text where it was planned.
    paragraph.line_spacing = Pt(size * _LINE)
    for part in parts:
        run = paragraph.add_run()
        run.text = words_of(part)
        is_figure = isinstance(part, Figure)
        font(run.font, size, ACCENT if is_figure else colour, bold=True if is_figure else None)
        run._r.get_or_add_rPr().set("lang", "zh-CN")


def text_box(
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
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE if box == DEMO else MSO_ANCHOR.TOP
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    put(frame.paragraphs[0], parts, size, colour=colour)
    for run in frame.paragraphs[0].runs if bold else ():
        font(run.font, size, bold=True)


def font(target: Any, size: int, colour: str | None = None, *, bold: bool | None = None) -> None:
    """Size, colour and weight of a font."""
    target.size = Pt(size)
    if colour:
        target.color.rgb = RGBColor.from_string(colour)
    if bold is not None:
        target.bold = bold


def named_font(target: Any, size: int, colour: str = INK, *, bold: bool = False) -> None:
    """The same with the typeface by name: charts do not take the fonts of the theme everywhere."""
    font(target, size, colour, bold=bold)
    target.name = FONT
    latin = target._rPr.find(qn("a:latin"))
    for old in target._rPr.findall(qn("a:ea")):
        target._rPr.remove(old)
    latin.addnext(latin.makeelement(qn("a:ea"), {"typeface": FONT}))
