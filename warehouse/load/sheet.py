"""A table as it stands in a file, before anything is made of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import polars as pl

from warehouse.feeds.contract import plain_heading

#: How far down a heading line may stand below titles and notes.
HEADER_WITHIN = 30

DAMAGED: dict[str, pl.DataType] = {
    "_row": pl.Int64(),
    "rules": pl.List(pl.String()),
    "values": pl.String(),
}


@dataclass
class Sheet:
    """The data rows of one file, or of one sheet of a workbook.

    Attributes:
        cells: One column per heading, mostly text; blank rows are left out.
        rows: Of each row of `cells`, its number in the file as an editor or Excel shows it.
        damaged: Rows that could not be split into cells: `_row`, `rules`, `values` (JSON text).
        part: The sheet's name where a workbook has several of this feed; else empty.
        has_known_heading: Whether any of the wanted headings was found.
        notes: What is worth saying about the reading, in Chinese.
    """

    cells: pl.DataFrame
    rows: pl.Series
    damaged: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=DAMAGED))
    part: str = ""
    has_known_heading: bool = True
    notes: list[str] = field(default_factory=list)

    @property
    def height(self) -> int:
        """Every data row, damaged or not."""
        return self.cells.height + self.damaged.height


def unique_headings(cells: Sequence[str | None]) -> list[str]:
    """Headings made unique; empty ones are named after their place."""
    taken: set[str] = set()
    names = []
    for place, cell in enumerate(cells, start=1):
        name = wanted = (cell or "").strip() or f"第{place}列"
        copy = 2
        while name in taken:
            name, copy = f"{wanted}#{copy}", copy + 1
        taken.add(name)
        names.append(name)
    return names


def header_place(lines: Iterable[Sequence[str | None]], known: set[str]) -> int | None:
    """Which of the first lines holds most of the `known` headings (plain); None if none does."""
    best, most = None, 0
    for place, cells in enumerate(lines):
        found = len({plain_heading(cell) for cell in cells if cell} & known)
        if found > most:
            best, most = place, found
    return best
