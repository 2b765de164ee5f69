"""A mapping checked as a whole before the first row is loaded (`yiping sources check`)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from warehouse.load.cells import read_values, trimmed
from warehouse.load.encoding import UnreadableFileError
from warehouse.load.files import is_readable, read_sheets
from warehouse.load.lake import prepare_lake
from warehouse.load.mapping.apply import MappedSource
from warehouse.load.mapping.model import read_mappings
from warehouse.load.points import check_points
from warehouse.load.registers import Registers
from warehouse.load.sheet import Sheet
from warehouse.load.source import Arranged, WrongColumnsError
from warehouse.settings import Settings

_SHOWN = 10


@dataclass(frozen=True)
class Finding:
    """One thing that the check has to say.

    Attributes:
        source: The mapping's name.
        file: The file, relative to the landing folder; empty where it is about none.
        is_fault: The mapping must be mended, else it is only worth knowing.
        message: What was found, in Chinese.
    """

    source: str
    file: str
    is_fault: bool
    message: str


def check_sources(site: Settings, *, feeds_dir: Path | None = None) -> list[Finding]:
    """Every mapping against the files that it claims; nothing is written to the lake.

    Raises:
        BadMappingError: `sources.toml` itself cannot be followed.
    """
    landing = feeds_dir or site.landing
    prepare_lake(site)
    registers = Registers(site)
    files = [path for path in sorted(landing.rglob("*")) if path.is_file() and is_readable(path)]
    # Registers first: what they would add is what the others look places up in.
    mappings = sorted(read_mappings(site), key=lambda mapping: not mapping.feed.startswith("base/"))
    return [
        finding
        for mapping in mappings
        for finding in _check(MappedSource(mapping), files, landing, registers, site.timezone)
    ]


def _check(
    source: MappedSource, files: list[Path], landing: Path, registers: Registers, zone: str
) -> Iterator[Finding]:
    claimed = [path for path in files if source.claims(path, landing)]
    if not claimed:
        patterns = "、".join(source.mapping.files)
        yield Finding(source.name, "", is_fault=True, message=f"没有文件符合 {patterns}")
    for path in claimed:
        file = str(path.relative_to(landing))
        try:
            for sheet in read_sheets(path, source.headings):
                arranged = source.arrange(sheet, registers.places)
                values = read_values(arranged.cells, source.contract, zone, arranged.readings)
                registers.remember(source.contract.feed, values.frame)
                told = [*_judge(source, arranged), *_names(source, arranged, sheet, registers)]
                told += _points(values.frame, arranged, registers)
                for is_fault, message in told:
                    yield Finding(source.name, file, is_fault, message)
        except (UnreadableFileError, WrongColumnsError) as error:
            yield Finding(source.name, file, is_fault=True, message=str(error))


def _judge(source: MappedSource, arranged: Arranged) -> Iterator[tuple[bool, str]]:
    """Rows, unmapped words, places not found, columns that nobody asked for."""
    yield False, f"{arranged.cells.height:,} 行，另略去 {arranged.left_out.height:,} 行"
    for name, meaning in source.contract.meanings.items():
        if meaning.kind in {"choice", "flag"} and name in arranged.cells.columns:
            unknown = _unknown_words(arranged.cells[name], set(meaning.words))
            if unknown:
                yield True, f"{source.contract.title(name)}有未对应的取值：{unknown}"
    for name, column in source.mapping.columns.items():
        if column.place:
            cells = arranged.cells[name]
            found = 1 - cells.null_count() / max(cells.len(), 1)
            is_fault = name in arranged.lost_places
            yield is_fault, f"{source.contract.title(name)}按地名找到 {found:.1%}"
    if arranged.rest.width:
        yield False, f"未用到的列：{'、'.join(arranged.rest.columns)}"


def _names(
    source: MappedSource, arranged: Arranged, sheet: Sheet, registers: Registers
) -> Iterator[tuple[bool, str]]:
    """Names of places that are not in the register, each with the one that is most like it."""
    for name in arranged.lost_places:
        if not source.mapping.columns[name].place:
            system = source.mapping.code_system
            count = int(arranged.lost_places[name].sum())
            yield True, f"{source.contract.title(name)}有 {count:,} 行不在 {system} 代码体系中"
            continue
        close = source.closest(name, sheet, registers.places)
        proposed = "，".join(f"“{told}”是否即“{known}”" for told, known in close.items())
        if proposed:
            yield True, f"{proposed}？确认后写入 columns.{name}.names"


def _points(
    read: pl.DataFrame, arranged: Arranged, registers: Registers
) -> Iterator[tuple[bool, str]]:
    """Points outside their declared place: how a wrong coordinate system shows."""
    if not {"area_code", "lon", "lat"} <= set(read.columns):
        return
    numbered = read.with_columns(arranged.rows.alias("_row"))
    checked = check_points(numbered, arranged.coordinates, registers.outlines)
    if checked and checked.note:
        yield bool(checked.fitting), checked.note


def _unknown_words(cells: pl.Series, words: set[str]) -> str:
    """The commonest values that no word stands for, with their counts; empty if there are none."""
    counts = trimmed(cells).drop_nulls().value_counts(sort=True, name="rows")
    unknown = [
        f"{row['value']}（{row['rows']:,} 行）"
        for row in counts.rename({cells.name: "value"}).to_dicts()
        if row["value"].lower() not in words
    ]
    more = len(unknown) - _SHOWN
    return "、".join(unknown[:_SHOWN]) + (f" 等另 {more} 种" if more > 0 else "")
