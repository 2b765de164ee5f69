"""What a report consists of, before it becomes a file of any format."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Figure:
    """A number in a sentence, with the indicator that it is a value of."""

    words: str
    indicator_code: str


Part = str | Figure


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of text and figures; a heading if it has a level (1: 一、 2: （一）)."""

    parts: Sequence[Part]
    level: int = 0

    @property
    def text(self) -> str:
        """The paragraph as plain text."""
        return "".join(part if isinstance(part, str) else part.words for part in self.parts)


@dataclass(frozen=True)
class Table:
    """A table with its title.

    Attributes:
        title: Above the table; empty for none.
        columns: Heads.
        rows: Cells as printed.
        values: The same rows as raw values for a spreadsheet: numbers, text, dates, None.
        widths: Relative widths of the columns.
        left: Columns that are set left; the others are centred.
        note: Below the table.
    """

    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    values: Sequence[Sequence[Any]]
    widths: Sequence[float]
    left: frozenset[int] = frozenset({0})
    note: str = ""


@dataclass(frozen=True)
class Annex:
    """An annex; it begins on a page of its own."""

    title: str
    body: Sequence[Paragraph | Table]


@dataclass(frozen=True)
class Document:
    """A whole report.

    Attributes:
        title: Centred at the top.
        subtitle: The period, below it.
        facts: Short lines below that: data cut, version.
        body: Paragraphs and tables in order.
        annexes: In order; numbered when written.
        sheets: Tables of the workbook, by the name of the sheet.
        version: Which build the numbers come from.
        is_demo: Whether every page says 演示数据.
    """

    title: str
    subtitle: str
    facts: str
    body: Sequence[Paragraph | Table]
    annexes: Sequence[Annex]
    sheets: dict[str, Table]
    version: str
    is_demo: bool


DEMO_WORDS = "演示数据：由程序生成，不反映任何真实地区"


def heading(words: str, level: int = 1) -> Paragraph:
    """A heading: level 1 is 一、, level 2 is （一）."""
    return Paragraph([words], level)
