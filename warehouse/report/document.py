"""What a report consists of, before it becomes a file of any format.

Sections hold paragraphs, tables and charts; each of these holds figures. A figure is a number
together with where it comes from, so that every format can write the number's 溯源码 beside it and
whoever reads the file back can ask the marts for the same number.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal, NamedTuple

from warehouse.trace_code import Number, encode

DEMO_WORDS = "演示数据：由程序生成，不反映任何真实地区"


class Source(NamedTuple):
    """Where a figure comes from.

    Attributes:
        number: The number it is, or is derived from: an indicator (`OPS-08`), a score of an
            assessment (`KHF-01`, by the scheme's number) or the report itself (`RPT-01`).
        part: Which of the numbers that belong to it; the words are listed in `sources.py`.
        version: The build it is of, where that is not the report's own: what an earlier report
            said, beside what is true now.
    """

    number: Number
    part: str = "v"
    version: str | None = None

    def mark(self, version: str) -> str:
        """`OPS-08.990102.2026W46.6FF1-A17J#n`: the 溯源码, and which of its numbers.

        Args:
            version: The build of the report that it stands in.
        """
        return f"{encode(self.number, self.version or version)}#{self.part}"


@dataclass(frozen=True)
class Figure:
    """A number of the warehouse as it is printed.

    Attributes:
        words: With its unit, such as `93.72%`, `↑0.42`, `1204件`.
        value: As the mart has it, not rounded; a day, moment or key in lists.
        source: Where it comes from.
        form: Spreadsheet number format that shows `value` as it is printed here.
    """

    words: str
    value: float | str | date | datetime
    source: Source
    form: str = "General"


Part = str | Figure


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of text and figures; a heading if it has a level.

    Level 1 is 一、 and level 2 （一）; 3 ranks with 2, but is small, as the entries below it.
    """

    parts: Sequence[Part]
    level: int = 0

    @property
    def text(self) -> str:
        """The paragraph as plain text."""
        return "".join(words_of(part) for part in self.parts)

    @property
    def figures(self) -> list[Figure]:
        """Its numbers, in order."""
        return [part for part in self.parts if isinstance(part, Figure)]


@dataclass(frozen=True)
class Entry:
    """An entry of an annex that is looked things up in, set small: a term and what it means."""

    term: str
    parts: Sequence[Part]

    @property
    def text(self) -> str:
        """The entry as plain text."""
        return f"{self.term}　{''.join(words_of(part) for part in self.parts)}"

    @property
    def figures(self) -> list[Figure]:
        """Its numbers, in order."""
        return [part for part in self.parts if isinstance(part, Figure)]


@dataclass(frozen=True)
class Column:
    """A column of a table: its head, relative width, and whether it is set left."""

    head: str
    width: float = 10
    is_left: bool = False


@dataclass(frozen=True)
class Table:
    """A table.

    Attributes:
        name: Of its sheet in the workbook; at most 31 characters, unique in the report.
        title: Printed above it; empty for none.
        columns: From left to right.
        rows: A cell is plain text, or a figure.
        note: Below the table.
        printed: How many rows go on paper; None for all. The workbook has every row.
        freeze: How many columns of the workbook stay when it is scrolled sideways.
    """

    name: str
    title: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Part]]
    note: str = ""
    printed: int | None = None
    freeze: int = 1

    @property
    def figures(self) -> list[Figure]:
        """Its numbers, row by row."""
        return [cell for row in self.rows for cell in row if isinstance(cell, Figure)]

    @property
    def rows_on_paper(self) -> Sequence[Sequence[Part]]:
        """The rows that are printed."""
        return self.rows[: self.printed]


@dataclass(frozen=True)
class Series:
    """A row of points of a chart; None where there is no value."""

    name: str
    figures: Sequence[Figure | None]


@dataclass(frozen=True)
class Chart:
    """A chart: native in workbook and slides, a picture on paper.

    Attributes:
        name: Of its sheet in the workbook (the numbers stand beside the chart there).
        title: Printed above it.
        kind: `column`, `bar` (lying) or `line`.
        categories: One for each point.
        series: At least one; all as long as `categories`.
        unit: Of all of them.
        takeaway: What it shows, in a sentence; its text for who cannot see it.
    """

    name: str
    title: str
    kind: Literal["column", "bar", "line"]
    categories: Sequence[str]
    series: Sequence[Series]
    unit: str
    takeaway: str = ""

    @property
    def figures(self) -> list[Figure]:
        """Its numbers, series by series."""
        return [figure for row in self.series for figure in row.figures if figure is not None]


Block = Paragraph | Entry | Table | Chart


@dataclass(frozen=True)
class Slide:
    """One slide: a conclusion, and what shows it.

    Attributes:
        conclusion: The sentence that stands as its title.
        shows: A chart or a small table; None for points only.
        points: At most four short sentences beside or below it.
    """

    conclusion: Paragraph
    shows: Table | Chart | None = None
    points: Sequence[Paragraph] = ()

    @property
    def figures(self) -> list[Figure]:
        """Its numbers, in the order of reading."""
        shown = [] if self.shows is None else self.shows.figures
        return [*self.conclusion.figures, *shown, *(f for p in self.points for f in p.figures)]


@dataclass(frozen=True)
class Section:
    """A section.

    Attributes:
        key: What a template calls it.
        title: Numbered, such as `一、总体情况`.
        body: What stands below the title on paper and in the workbook.
        slides: What the meeting sees of it.
    """

    key: str
    title: str
    body: Sequence[Block]
    slides: Sequence[Slide] = ()


@dataclass(frozen=True)
class Annex:
    """An annex; it begins on a page of its own. Numbered when it is written: 附件1."""

    title: str
    body: Sequence[Block]


@dataclass(frozen=True)
class Edition:
    """Which edition of a report this is: 第1版, and whether it is final."""

    number: int = 1
    is_final: bool = False

    @property
    def words(self) -> str:
        """`第1版（未定稿）`, `第2版（定稿）`."""
        return f"第{self.number}版（{'定稿' if self.is_final else '未定稿'}）"


@dataclass(frozen=True)
class Document:
    """A whole report.

    Attributes:
        kind: Name of its kind, a key of `kinds.KINDS`.
        number: The report as a subject of its own: `RPT-01`, place and period.
        masthead: 发文机关标志 or 简报 name above the red line; empty for none.
        title: Such as `示例区市域社会治理工作周报`.
        subtitle: The period in words.
        issue: `第46期（总第98期）`; empty for none.
        issuer: Who issues it; empty for none.
        sections: In order.
        annexes: In order.
        explanations: 口径说明 on paper, the last annex: what every number means.
        definitions: The same as a sheet of the workbook.
        recipients: 抄送; empty for none.
        cut: The data cut.
        version: The build that the numbers come from.
        edition: Which edition.
        is_demo: Whether every page says 演示数据.
        made_by: Fingerprints of template and program.
    """

    kind: str
    number: Number
    title: str
    subtitle: str
    sections: Sequence[Section]
    annexes: Sequence[Annex]
    explanations: Sequence[Block]
    definitions: Table
    cut: datetime
    version: str
    masthead: str = ""
    issue: str = ""
    issuer: str = ""
    recipients: Sequence[str] = ()
    edition: Edition = field(default_factory=Edition)
    is_demo: bool = False
    made_by: str = ""

    @property
    def code(self) -> str:
        """The report's own 溯源码."""
        return encode(self.number, self.version)

    @property
    def cut_words(self) -> str:
        """`数据截至2026年11月22日24时`."""
        return f"数据截至{moment_words(self.cut)}"

    @property
    def footer(self) -> str:
        """What every page says about itself."""
        return f"{self.cut_words}　数据版本{self.version}　{self.edition.words}"

    @property
    def about(self) -> str:
        """What a file says of itself in its properties, for who reads it back."""
        return f"{self.footer}　溯源码{self.code}　制作{self.made_by}"

    @property
    def all_annexes(self) -> list[Annex]:
        """The annexes with 口径说明 as the last."""
        return [*self.annexes, Annex("指标口径说明", self.explanations)]

    @property
    def blocks(self) -> Iterator[Block]:
        """Everything that stands on paper, in its order."""
        for section in self.sections:
            yield from section.body
        for annex in self.all_annexes:
            yield from annex.body

    @property
    def slides(self) -> list[Slide]:
        """All slides, in order."""
        return [slide for section in self.sections for slide in section.slides]

    @property
    def figures(self) -> list[Figure]:
        """Every number of the report once per place where it stands, slides last."""
        on_paper = [figure for block in self.blocks for figure in block.figures]
        return [*on_paper, *(figure for slide in self.slides for figure in slide.figures)]


def words_of(part: Part) -> str:
    """A part as plain text."""
    return part if isinstance(part, str) else part.words


def moment_words(moment: datetime) -> str:
    """`2026年11月22日9时30分`; midnight is `24时` of the day before."""
    if (moment.hour, moment.minute) == (0, 0):
        before = date.fromordinal(moment.toordinal() - 1)
        return f"{before.year}年{before.month}月{before.day}日24时"
    minutes = f"{moment.minute}分" if moment.minute else ""
    return f"{moment.year}年{moment.month}月{moment.day}日{moment.hour}时{minutes}"
