"""Files to sheets, by the ending of their name."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import fastexcel
import polars as pl

from warehouse.load.csv_text import read_csv
from warehouse.load.encoding import UnreadableFileError, decode, unpack
from warehouse.load.sheet import DAMAGED, HEADER_WITHIN, Sheet, header_place, unique_headings


def is_readable(path: Path) -> bool:
    """Whether the name ends as one of the formats that are read."""
    return _ending(path) in _READERS and not path.name.startswith((".", "~$"))


def read_sheets(path: Path, known: set[str]) -> list[Sheet]:
    """Every sheet with data in a file.

    Args:
        path: The file.
        known: The headings to look for, as `plain_heading` writes them.

    Raises:
        UnreadableFileError: The file cannot be opened, is empty, cut off, or not what its name
            says.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableFileError(f"打不开文件：{error.strerror}") from None
    if not data:
        raise UnreadableFileError("文件是空的")
    return _READERS[_ending(path)](data, known)


def _ending(path: Path) -> str:
    name = path.name.lower()
    return next((ending for ending in _READERS if name.endswith(ending)), "")


def _csv(data: bytes, known: set[str]) -> list[Sheet]:
    return [read_csv(decode(data), known)]


def _packed_csv(data: bytes, known: set[str]) -> list[Sheet]:
    return [read_csv(decode(unpack(data)), known)]


def _excel(data: bytes, known: set[str]) -> list[Sheet]:
    try:
        book = fastexcel.read_excel(data)
        frames = {
            name: book.load_sheet(name, header_row=None, skip_rows=0, dtypes="string").to_polars()
            for name in book.sheet_names
        }
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # a damaged workbook may end in a panic of the Rust reader
        reason = str(error).splitlines()[0]
        raise UnreadableFileError(f"不是可读的 Excel 工作簿：{reason}") from None
    found = {name: sheet for name, frame in frames.items() if (sheet := _worksheet(frame, known))}
    if not found:
        raise UnreadableFileError("工作簿里没有数据")
    # A workbook may hold other tables and remarks beside ours.
    ours = {name: sheet for name, sheet in found.items() if sheet.has_known_heading} or found
    for name, sheet in ours.items():
        sheet.part = name if len(ours) > 1 else ""
    others = [name for name in found if name not in ours]
    next(iter(ours.values())).notes.extend(f"工作表“{name}”没有本报送的列，未读" for name in others)
    return list(ours.values())


def _worksheet(frame: pl.DataFrame, known: set[str]) -> Sheet | None:
    """The rows below the heading of one sheet; None if the sheet is blank."""
    filled = frame.with_row_index("_row", offset=1).filter(
        pl.any_horizontal(pl.lit(value=False), pl.exclude("_row").str.strip_chars() != "")
    )
    if filled.is_empty():
        return None
    lines = filled.drop("_row")
    place = header_place(lines.head(HEADER_WITHIN).iter_rows(), known)
    first = (place or 0) + 1
    cells = lines.slice(first)
    cells.columns = unique_headings(lines.row(first - 1))
    rows = filled["_row"].slice(first).cast(pl.Int64)
    return Sheet(cells, rows, has_known_heading=place is not None)


def _parquet(data: bytes, _: set[str]) -> list[Sheet]:
    try:
        cells = pl.read_parquet(io.BytesIO(data))
    except (pl.exceptions.PolarsError, OSError) as error:
        reason = str(error).splitlines()[0]
        raise UnreadableFileError(f"不是可读的 Parquet 文件：{reason}") from None
    return [Sheet(cells, pl.int_range(1, cells.height + 1, dtype=pl.Int64, eager=True))]


def _ndjson(data: bytes, _: set[str]) -> list[Sheet]:
    records, rows, damaged = [], [], []
    for number, line in enumerate(decode(data).split("\n"), start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except ValueError:
            record = None
        if isinstance(record, dict):
            records.append(record)
            rows.append(number)
        else:
            values = json.dumps({"原文": line}, ensure_ascii=False)
            damaged.append((number, ["不是一个 JSON 对象"], values))
    if not records and not damaged:
        raise UnreadableFileError("文件是空的")
    return [
        Sheet(
            _frame(records),
            pl.Series(rows, dtype=pl.Int64),
            pl.DataFrame(damaged, schema=DAMAGED, orient="row"),
        )
    ]


def _geojson(data: bytes, _: set[str]) -> list[Sheet]:
    try:
        features = json.loads(decode(data))["features"]
        records = [
            {**feature["properties"], "geometry": feature["geometry"]} for feature in features
        ]
    except (ValueError, KeyError, TypeError) as error:
        raise UnreadableFileError(f"不是 GeoJSON FeatureCollection：{error}") from None
    cells = _frame(records)
    return [Sheet(cells, pl.int_range(1, cells.height + 1, dtype=pl.Int64, eager=True))]


def _frame(records: Iterable[dict[str, Any]]) -> pl.DataFrame:
    """JSON objects as text columns; numbers, lists and objects as their JSON text."""
    rows = list(records)
    names = list(dict.fromkeys(name for row in rows for name in row))
    columns = {name: [_as_text(row.get(name)) for row in rows] for name in names}
    return pl.DataFrame(columns, schema=dict.fromkeys(names, pl.String))


def _as_text(value: Any) -> str | None:
    if value is None or isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False)


_READERS: dict[str, Callable[[bytes, set[str]], list[Sheet]]] = {
    ".csv": _csv,
    ".csv.gz": _packed_csv,
    ".xlsx": _excel,
    ".parquet": _parquet,
    ".ndjson": _ndjson,
    ".geojson": _geojson,
}
