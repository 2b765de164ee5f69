"""A mapping applied to a sheet: the export's columns become the contract's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from functools import cached_property
from pathlib import Path
from string import Formatter

import polars as pl

from warehouse.feeds import Contract, contract
from warehouse.feeds.contract import plain_heading
from warehouse.load.cells import Reading, trimmed
from warehouse.load.mapping.codes import translate
from warehouse.load.mapping.column import Column, Skip
from warehouse.load.mapping.model import Mapping
from warehouse.load.mapping.places import closest_names, find_places
from warehouse.load.sheet import Sheet
from warehouse.load.source import Arranged, WrongColumnsError


@dataclass(frozen=True)
class MappedSource:
    """Files that a mapping of `sources.toml` describes."""

    mapping: Mapping

    @property
    def name(self) -> str:
        """The mapping's name."""
        return self.mapping.name

    @cached_property
    def contract(self) -> Contract:
        """The feed that the files become."""
        return contract(self.mapping.feed)

    @property
    def fingerprint(self) -> str:
        """Changes with the mapping."""
        return self.mapping.fingerprint

    @property
    def headings(self) -> set[str]:
        """The export's headings that the mapping needs."""
        return {plain_heading(name) for name in self.mapping.headings}

    def claims(self, path: Path, landing: Path) -> bool:
        """Files whose path in the landing folder fits one of the patterns."""
        inside = path.relative_to(landing).as_posix()
        return any(fnmatch(inside, pattern) for pattern in self.mapping.files)

    def personal(self, headings: Sequence[str]) -> frozenset[str]:
        """Headings that go into pii columns."""
        meanings = self.contract.meanings
        needed = {
            plain_heading(heading)
            for name, column in self.mapping.columns.items()
            if meanings[name].pii
            for heading in column.headings
        }
        return frozenset(heading for heading in headings if plain_heading(heading) in needed)

    def arrange(self, sheet: Sheet, places: pl.DataFrame) -> Arranged:
        """The contract's columns, made as the mapping says.

        Raises:
            WrongColumnsError: The file lacks a heading that the mapping names.
        """
        export = self._export(sheet)
        made = [
            self._make(name, column, export, places)
            for name, column in self.mapping.columns.items()
        ]
        cells = pl.DataFrame([series for series, _ in made])
        lost = {
            name: where
            for (_, where), name in zip(made, self.mapping.columns, strict=True)
            if where is not None and where.any()
        }
        used = self.headings
        rest = sheet.cells.select(
            name for name in sheet.cells.columns if plain_heading(name) not in used
        )
        table = Arranged(
            cells,
            rest,
            sheet.rows,
            readings=self._readings(),
            lost_places=lost,
            lost_because=self._lost_because,
            coordinates=self.mapping.coordinates,
        )
        return self._left_out(export, table)

    def _export(self, sheet: Sheet) -> pl.DataFrame:
        """The needed columns under the mapping's spelling, spellings of nothing taken out."""
        present = {plain_heading(name): name for name in reversed(sheet.cells.columns)}
        missing = [
            name for name in sorted(self.mapping.headings) if plain_heading(name) not in present
        ]
        if missing:
            raise WrongColumnsError(f"文件里没有来源 {self.name} 所说的列：{'、'.join(missing)}")
        columns = [
            _without_nulls(sheet.cells[present[plain_heading(name)]], self.mapping.nulls).alias(
                name
            )
            for name in sorted(self.mapping.headings)
        ]
        return pl.DataFrame([sheet.rows.alias("_row"), *columns])

    def _make(
        self, name: str, column: Column, export: pl.DataFrame, places: pl.DataFrame
    ) -> tuple[pl.Series, pl.Series | None]:
        """One column of the contract, and where its place name is not in the register."""
        lost = None
        if column.constant is not None:
            made = pl.repeat(column.constant, export.height, dtype=pl.String, eager=True)
        elif column.column is not None:
            made = _without_nulls(export[column.column], column.nulls)
        elif column.template is not None:
            made = _filled(column.template, export)
        else:
            made, lost = find_places(self.names_of(column, export), places)
        if column.map:
            made = made.cast(pl.String).replace(list(column.map), list(column.map.values()))
        system = self.mapping.code_system
        if system and not column.place and self.contract.meanings[name].kind == "area":
            made, lost = translate(made, system, places)
        if column.otherwise is not None:
            filled = made.cast(pl.String).fill_null(column.otherwise)
            made = filled if lost is None else made.zip_with(lost, filled)
        return made.alias(name), lost

    @property
    def _lost_because(self) -> str:
        if self.mapping.code_system:
            return f"按 {self.mapping.code_system} 代码体系在地区名录中找不到，或按地名找不到"
        return "按地名在地区名录中找不到，或重名"

    def names_of(self, column: Column, export: pl.DataFrame) -> list[pl.Series]:
        """The names of a place look-up, larger to smaller, in the confirmed spelling."""
        return [
            _filled(part, export).replace(list(column.names), list(column.names.values()))
            for part in column.place
        ]

    def closest(self, name: str, sheet: Sheet, places: pl.DataFrame) -> dict[str, str]:
        """For one column looked up by name: names that were not found -> the most similar one."""
        names = self.names_of(self.mapping.columns[name], self._export(sheet))
        return closest_names(names, find_places(names, places)[1], places)

    def _readings(self) -> dict[str, Reading]:
        # A date without a time is the same date everywhere.
        is_by_day = self.mapping.precision == "day"
        return {
            name: Reading(
                None if is_by_day else column.timezone or self.mapping.timezone,
                tuple(column.formats),
            )
            for name, column in self.mapping.columns.items()
        }

    def _left_out(self, export: pl.DataFrame, table: Arranged) -> Arranged:
        """Rows that say the same counted once; rows to be left out set aside with the reason."""
        if self.mapping.distinct:
            first = table.cells.with_row_index("place").unique(
                table.cells.columns, keep="first", maintain_order=True
            )["place"]
            chosen = pl.Series(range(export.height), dtype=first.dtype).is_in(first.implode())
            table, export = table.filter(chosen), export.filter(chosen)
            table.rest = pl.DataFrame()
        if not self.mapping.skip:
            return table
        reasons = export.select(
            pl.concat_list(
                pl.when(_holds(skip)).then(pl.lit(f"按来源说明略去：{skip.reason}"))
                for skip in self.mapping.skip
            ).list.drop_nulls()
        ).to_series()
        out = reasons.list.len() > 0
        table.left_out = pl.DataFrame(
            {"_row": table.rows.filter(out), "rules": reasons.filter(out)}
        )
        return table.filter(~out)


def _holds(skip: Skip) -> pl.Expr:
    return pl.all_horizontal(
        pl.col(heading).cast(pl.String).fill_null("").is_in(values)
        for heading, values in skip.where.items()
    )


def _without_nulls(cells: pl.Series, spellings: Sequence[str]) -> pl.Series:
    """Trimmed text in which the spellings of nothing are empty; typed cells as they are."""
    if cells.dtype != pl.String:
        return cells
    text = trimmed(cells)
    return text.replace(list(spellings), [None] * len(spellings)) if spellings else text


def _filled(template: str, export: pl.DataFrame) -> pl.Series:
    """A template's text in every row; empty where one of its columns is."""
    parts: list[pl.Expr] = []
    for text, heading, width, _ in Formatter().parse(template):
        if text:
            parts.append(pl.lit(text))
        if heading:
            cell = pl.col(heading).cast(pl.String)
            parts.append(cell.str.zfill(int(width)) if width else cell)
    return export.with_columns(pl.concat_str(parts).alias("_text"))["_text"]
