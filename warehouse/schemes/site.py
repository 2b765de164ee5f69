"""Reading the scheme files of a folder, and handing the site's own to the models."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

import polars as pl

from warehouse.schemes.columns import TABLES
from warehouse.schemes.rules import broken_rules
from warehouse.settings import TRANSFORM_DIR, Settings

SEEDS = TRANSFORM_DIR / "seeds"


class SchemeError(Exception):
    """The schemes of a site cannot be used.

    Attributes:
        details: One line per mistake: file, row, column and the rule, in Chinese.
    """

    def __init__(self, details: list[str]) -> None:
        super().__init__(f"mistakes in the site's schemes: {len(details)}")
        self.details = details


@dataclass(frozen=True)
class Line:
    """A row of a scheme file.

    Attributes:
        number: As an editor shows it; the heading is 1.
        values: By column, with the type of the column.
    """

    number: int
    values: dict[str, Any]


Tables = dict[str, list[Line]]


def site_schemes(site: Settings) -> Tables:
    """The schemes of a site by table; empty if it has none of its own.

    Raises:
        SchemeError: Something in them is wrong; everything that is gets named.
    """
    if not any((site.schemes / f"{table}.csv").exists() for table in TABLES):
        return {}
    return read_schemes(site.schemes, base=read_schemes(SEEDS))


def read_schemes(folder: Path, base: Tables | None = None) -> Tables:
    """The schemes of a folder by table.

    Args:
        folder: Where the files are; a missing one has no rows.
        base: Schemes that points and groups of the folder may be about, too.

    Raises:
        SchemeError: Something in them is wrong; everything that is gets named.
    """
    wrong: list[str] = []
    tables = {table: _read(folder / f"{table}.csv", table, wrong) for table in TABLES}
    # Rows that could not be read would make others look wrong that are not.
    wrong = wrong or broken_rules(tables, base or {})
    if wrong:
        raise SchemeError(wrong)
    return tables


def write_schemes(tables: Tables, folder: Path) -> None:
    """Write the tables as Parquet, in the columns and types of the seeds."""
    folder.mkdir(parents=True)
    for table, columns in TABLES.items():
        rows = [line.values for line in tables[table]]
        schema = {column.name: column.type for column in columns}
        pl.DataFrame(rows, schema=schema, orient="row").write_parquet(folder / f"{table}.parquet")


def _read(path: Path, table: str, wrong: list[str]) -> list[Line]:
    """Rows of one file; what is wrong with its cells is added to `wrong`."""
    if not path.exists():
        return []
    records = csv.reader(StringIO(_text(path.read_bytes()), newline=""))
    heading = [name.strip() for name in next(records, [])]
    known = {column.name: column for column in TABLES[table]}
    where = f"{path.name} 第 1 行"
    wrong += [f"{where}：不认识的列 {name}" for name in heading if name not in known]
    wrong += [
        f"{where}：缺少列 {name}"
        for name, column in known.items()
        if column.is_required and name not in heading
    ]
    lines = []
    for record in records:
        cells = dict(zip(heading, (cell.strip() for cell in record), strict=False))
        if any(cells.values()):
            # A quoted cell may hold line breaks: the row ends where the reader stands.
            lines.append(_line(path.name, records.line_num, cells, table, wrong))
    return lines


def _line(name: str, number: int, cells: dict[str, str], table: str, wrong: list[str]) -> Line:
    values: dict[str, Any] = {}
    for column in TABLES[table]:
        try:
            values[column.name] = column.read(cells.get(column.name, ""))
        except ValueError as error:
            wrong.append(f"{name} 第 {number} 行 {column.name}：{error}")
    return Line(number, values)


def _text(data: bytes) -> str:
    """Excel writes UTF-8 with a mark, or the code page of its machine."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030")
