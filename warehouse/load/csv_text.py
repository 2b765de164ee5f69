"""CSV text to a sheet: heading found, separator found, ragged and broken lines kept apart.

A line break inside quotes is one record; a quote that never closes spoils its own line only.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator

import polars as pl

from warehouse.load.encoding import UnreadableFileError
from warehouse.load.sheet import HEADER_WITHIN, Sheet, header_place, unique_headings

_SEPARATORS = ",\t;|，"
_QUOTED = r'"(?:[^"]|"")*"'
#: A record with line breaks inside quotes is no longer than this many lines.
_LONGEST_RECORD = 200

NUL = "行内有 NUL 字节（文件损坏）"
OPEN_QUOTE = "引号没有闭合"


def read_csv(text: str, known: set[str]) -> Sheet:
    """The records below the heading line.

    Args:
        text: The whole file.
        known: The headings to look for, as `plain_heading` writes them.
    """
    lines = _lines(text)
    first = _filled(lines).head(HEADER_WITHIN)
    if first.is_empty():
        raise UnreadableFileError("文件是空的")
    header_row, separator, header = _header(first, known)
    body = lines.filter(pl.col("_row") > header_row)
    records, damaged = _records(body, separator, len(header))
    cells, more_damaged = _cells(records, separator, header)
    return Sheet(cells.drop("_row"), cells["_row"], pl.concat([damaged, more_damaged]))


def _lines(text: str) -> pl.DataFrame:
    """`_row` (from 1) and `line` of every line."""
    if "\n" not in text and "\r" in text:
        text = text.replace("\r", "\n")
    lines = pl.Series("line", [text]).str.split("\n").explode()
    frame = pl.DataFrame({"line": lines}).with_row_index("_row", offset=1)
    return frame.select(pl.col("_row").cast(pl.Int64), pl.col("line").str.strip_suffix("\r"))


def _filled(lines: pl.DataFrame) -> pl.DataFrame:
    """Lines in which something stands."""
    blank = pl.col("line").str.strip_chars(" \r\n\u3000" + _SEPARATORS) == ""
    return lines.filter(~blank)


def _header(first: pl.DataFrame, known: set[str]) -> tuple[int, str, list[str]]:
    """Row number of the heading line, the separator, the headings."""
    best: tuple[int, int, str] = (0, 0, ",")
    for separator in _SEPARATORS:
        split = list(_split(first["line"].to_list(), separator))
        place = header_place(split, known)
        if place is not None:
            found = len({cell for cell in split[place] if cell})
            best = max(best, (found, -place, separator))
    _, place, separator = best
    cells = next(_split([first["line"][-place]], separator))
    return first["_row"][-place], separator, unique_headings(cells)


def _split(lines: list[str], separator: str) -> Iterator[list[str]]:
    csv.field_size_limit(1 << 30)
    for line in lines:
        # A lone carriage return is no end of a line here, but the csv module trips over it.
        plain = line.replace("\x00", "").replace("\r", " ")
        yield next(csv.reader([plain], delimiter=separator), [])


def _records(lines: pl.DataFrame, separator: str, width: int) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Lines joined where a quoted cell spans several; broken lines kept apart."""
    has_nul = lines["line"].str.contains("\x00", literal=True)
    broken = [_damage(lines.filter(has_nul), NUL)]
    lines = lines.filter(~has_nul)
    is_open = lines["line"].str.count_matches('"', literal=True) % 2 == 1
    if is_open.any():
        joined = _join_pairs(lines, is_open)
        if joined is None or (_width(_filled(joined)["line"], separator) != width).any():
            # Some quote never closes: find out which.
            open_rows = lines["_row"].filter(is_open).to_list()
            joined, unclosed = _join_open_lines(lines, open_rows, separator, width)
            broken.append(_damage(unclosed, OPEN_QUOTE))
        lines = joined
    return _filled(lines), pl.concat(broken)


def _join_pairs(lines: pl.DataFrame, is_open: pl.Series) -> pl.DataFrame | None:
    """Records, if every line that opens a quote is closed by the next such line; else None."""
    before = is_open.cast(pl.Int64).cum_sum() - is_open.cast(pl.Int64)
    is_inside = before % 2 == 1
    record = (~is_inside).cast(pl.Int64).cum_sum()
    joined = (
        lines.group_by(record.alias("record"), maintain_order=True)
        .agg(pl.col("_row").first(), pl.len().alias("lines"), pl.col("line").str.join("\n"))
        .drop("record")
    )
    if is_open.sum() % 2 or (joined["lines"] > _LONGEST_RECORD).any():
        return None
    return joined.drop("lines")


def _join_open_lines(
    lines: pl.DataFrame, open_rows: list[int], separator: str, width: int
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Pair each line that opens a quote with the line that closes it, if that makes a record."""
    numbers, texts = lines["_row"].to_list(), lines["line"].to_list()
    place_of = {number: place for place, number in enumerate(numbers)}
    joined: dict[int, str] = {}
    swallowed: set[int] = set()
    unclosed: list[int] = []
    place = 0
    while place < len(open_rows):
        start = open_rows[place]
        end = open_rows[place + 1] if place + 1 < len(open_rows) else None
        if end is not None and end - start <= _LONGEST_RECORD:
            first, last = place_of[start], place_of[end]
            record = "\n".join(texts[first : last + 1])
            plain = io.StringIO(record.replace("\r", " "))
            if len(next(csv.reader(plain, delimiter=separator))) == width:
                joined[start] = record
                swallowed.update(numbers[first + 1 : last + 1])
                place += 2
                continue
        unclosed.append(start)
        place += 1
    left = lines.filter(~pl.col("_row").is_in([*swallowed, *unclosed]))
    if joined:
        left = left.with_columns(
            pl.col("_row")
            .replace_strict(joined, default=None, return_dtype=pl.String)
            .fill_null(pl.col("line"))
            .alias("line")
        )
    return left, lines.filter(pl.col("_row").is_in(unclosed))


def _width(records: pl.Series, separator: str) -> pl.Series:
    """How many cells each record has, quotes respected."""
    bare = records.str.replace_all(_QUOTED, "\x01")
    return bare.str.count_matches(separator, literal=True) + 1


def _cells(
    records: pl.DataFrame, separator: str, header: list[str]
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Split records into cells; those of another width than the heading are kept apart."""
    bare = pl.col("line").str.replace_all(_QUOTED, "\x01")
    # A quote that does not open or close a whole cell: Polars and the csv module disagree on it.
    odd = rf'"|[^{separator}]\x01|\x01[^{separator}]'
    measured = records.with_columns(
        width=bare.str.count_matches(separator, literal=True) + 1,
        is_odd=bare.str.contains(odd),
    )
    fits = pl.col("width") == len(header)
    plain = measured.filter(fits & ~pl.col("is_odd"))
    cells = _read(plain, separator, header)
    damaged = [_ragged(measured.filter(~fits & ~pl.col("is_odd")), len(header))]
    oddly_quoted = measured.filter("is_odd")
    if oddly_quoted.height:
        split = list(_split(oddly_quoted["line"].to_list(), separator))
        oddly_quoted = oddly_quoted.with_columns(
            width=pl.Series([len(cells) for cells in split], dtype=pl.UInt32)
        )
        damaged.append(_ragged(oddly_quoted.filter(~fits), len(header)))
        kept = [cells for cells in split if len(cells) == len(header)]
        rescued = pl.DataFrame(
            kept, schema=dict.fromkeys(header, pl.String), orient="row"
        ).insert_column(0, oddly_quoted.filter(fits)["_row"])
        cells = pl.concat([cells, rescued]).sort("_row")
    return cells, pl.concat(damaged)


def _read(records: pl.DataFrame, separator: str, header: list[str]) -> pl.DataFrame:
    """Records of the right width, split by Polars."""
    schema = dict.fromkeys(header, pl.String)
    if records.is_empty():
        return pl.DataFrame(schema={"_row": pl.Int64, **schema})
    text = records["line"].str.join("\n")[0]
    has_quotes = '"' in text
    cells = pl.read_csv(
        text.encode(),
        has_header=False,
        schema=schema,
        separator=separator,
        quote_char='"' if has_quotes else None,
    )
    assert cells.height == records.height, "records and rows must agree"
    return cells.insert_column(0, records["_row"])


def _ragged(records: pl.DataFrame, width: int) -> pl.DataFrame:
    sentence = pl.format("有 {} 个字段，表头有 {} 个", pl.col("width"), pl.lit(width))
    return _damage(records, sentence)


def _damage(records: pl.DataFrame, sentence: str | pl.Expr) -> pl.DataFrame:
    rule = pl.lit(sentence) if isinstance(sentence, str) else sentence
    return records.select(
        "_row",
        pl.concat_list(rule).alias("rules"),
        pl.Series(
            "values",
            [json.dumps({"原文": line}, ensure_ascii=False) for line in records["line"]],
            dtype=pl.String,
        ),
    )
