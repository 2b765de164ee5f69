"""Where a feed comes from, and how a file's columns become the contract's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

import polars as pl

from warehouse.feeds import Contract
from warehouse.feeds.contract import plain_heading
from warehouse.load.cells import Reading
from warehouse.load.sheet import Sheet

LEFT_OUT: dict[str, pl.DataType] = {"_row": pl.Int64(), "rules": pl.List(pl.String())}


class WrongColumnsError(Exception):
    """The file can be read but lacks columns that it must have; the message names them."""


@dataclass
class Arranged:
    """A sheet's rows under the names of the contract.

    Attributes:
        cells: Columns of the contract as far as the file has them.
        rest: Columns that nobody asked for, under their own headings.
        rows: The row numbers in the file.
        readings: How to read single columns.
        lost_places: Per column looked up by name, the rows whose name is in no register.
        lost_because: Why they are lost, as the rule that they broke.
        coordinates: The system of `lon` and `lat`.
        left_out: Rows that the mapping leaves out: `_row`, `rules`.
    """

    cells: pl.DataFrame
    rest: pl.DataFrame
    rows: pl.Series
    readings: dict[str, Reading] = field(default_factory=dict)
    lost_places: dict[str, pl.Series] = field(default_factory=dict)
    lost_because: str = "按地名在地区名录中找不到，或重名"
    coordinates: str = "WGS84"
    left_out: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=LEFT_OUT))

    def filter(self, chosen: pl.Series) -> Arranged:
        """Only the chosen rows."""
        return replace(
            self,
            cells=self.cells.filter(chosen),
            rest=self.rest.filter(chosen) if self.rest.width else self.rest,
            rows=self.rows.filter(chosen),
            lost_places={name: where.filter(chosen) for name, where in self.lost_places.items()},
        )


class Source(Protocol):
    """A way for files to become a feed."""

    @property
    def name(self) -> str:
        """`contract`, or the mapping's name."""

    @property
    def contract(self) -> Contract:
        """The feed."""

    @property
    def fingerprint(self) -> str:
        """Changes when the same file would be read differently."""

    @property
    def headings(self) -> set[str]:
        """The headings to look for, as `plain_heading` writes them."""

    def claims(self, path: Path, landing: Path) -> bool:
        """Whether the file belongs to this source."""

    def personal(self, headings: Sequence[str]) -> frozenset[str]:
        """Which of these headings hold what the contract marks as personal."""

    def arrange(self, sheet: Sheet, places: pl.DataFrame) -> Arranged:
        """The sheet's columns under the contract's names; `places` is the register of places."""


@dataclass(frozen=True)
class ContractSource:
    """Files that look as the contract says, in `<landing>/<family>/<feed>/`."""

    contract: Contract
    name: str = "contract"
    fingerprint: str = ""

    @property
    def headings(self) -> set[str]:
        """English names and Chinese aliases."""
        return set(self.contract.headings)

    def claims(self, path: Path, landing: Path) -> bool:
        """Files in the feed's folder, and in folders within it."""
        return path.is_relative_to(landing / self.contract.family / self.contract.name)

    def personal(self, headings: Sequence[str]) -> frozenset[str]:
        """Headings of pii columns."""
        known, meanings = self.contract.headings, self.contract.meanings
        columns = {heading: known.get(plain_heading(heading)) for heading in headings}
        return frozenset(
            heading for heading, column in columns.items() if column and meanings[column].pii
        )

    def arrange(self, sheet: Sheet, places: pl.DataFrame) -> Arranged:
        """Rename what is known, keep the rest.

        Raises:
            WrongColumnsError: A required column is missing.
        """
        names: dict[str, str] = {}
        for heading in sheet.cells.columns:
            column = self.contract.headings.get(plain_heading(heading))
            if column and column not in names.values():
                names[heading] = column
        missing = [name for name in self.contract.required if name not in names.values()]
        if missing:
            titles = "、".join(self.contract.title(name) for name in missing)
            raise WrongColumnsError(f"缺少必需的列：{titles}")
        cells = sheet.cells.select(list(names)).rename(names)
        return Arranged(cells, sheet.cells.drop(list(names)), sheet.rows)
