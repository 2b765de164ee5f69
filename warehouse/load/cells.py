"""Cells of a file to values of a contract, column by column; what cannot be read is remembered."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import polars as pl

from warehouse.feeds.columns import Meaning
from warehouse.feeds.contract import Contract
from warehouse.load.moments import as_days, as_moments, as_months, from_typed

_SCIENTIFIC = r"^\d(\.\d+[eE]\+?|[eE]\+)\d+$"
_SHORT_AREA = r"^(\d{2}|\d{4}|\d{6}|\d{9})$"
_TIMES = (pl.Datetime, pl.Date)


@dataclass(frozen=True)
class Trouble:
    """Cells of one column that could not be read.

    Attributes:
        column: The contract's column.
        where: Per row, whether the cell is one of them.
        sentence: What is wrong, in Chinese.
    """

    column: str
    where: pl.Series
    sentence: str


@dataclass(frozen=True)
class Reading:
    """How the cells of one column are to be read when a mapping says more than the contract."""

    zone: str | None = None
    formats: tuple[str, ...] = ()


@dataclass
class Values:
    """A sheet in the contract's columns and types, and the trouble met on the way."""

    frame: pl.DataFrame
    troubles: list[Trouble] = field(default_factory=list)


def read_values(
    cells: pl.DataFrame,
    contract: Contract,
    zone: str,
    readings: dict[str, Reading] | None = None,
) -> Values:
    """Every column of the contract in its type; columns that the file lacks are null.

    Args:
        cells: Columns already named as in the contract; others are ignored.
        contract: What to read them as.
        zone: The site's time zone.
        readings: What a mapping says of single columns.
    """
    columns: list[pl.Series] = []
    values = Values(pl.DataFrame())
    for name, meaning in contract.meanings.items():
        kind = contract.types[name]
        if name not in cells.columns:
            columns.append(pl.Series(name, [None], dtype=kind).new_from_index(0, cells.height))
            continue
        raw = cells[name]
        reading = (readings or {}).get(name, Reading())
        column, spoilt = _read(raw, meaning, zone, reading)
        columns.append(column.cast(kind).alias(name))
        for where, complaint in spoilt:
            if where.any():
                sentence = f"{contract.title(name)}{complaint}"
                values.troubles.append(Trouble(name, where, sentence))
    values.frame = pl.DataFrame(columns)
    return values


def trimmed(cells: pl.Series) -> pl.Series:
    """Text without blanks around it; empty is null."""
    if cells.dtype != pl.String:
        cells = cells.cast(pl.String)
    frame = cells.to_frame("cell").select(
        pl.col("cell").str.strip_chars().replace("", None).alias(cells.name)
    )
    return frame.to_series()


def _read(
    raw: pl.Series, meaning: Meaning, zone: str, reading: Reading
) -> tuple[pl.Series, list[tuple[pl.Series, str]]]:
    """The column's values, and which cells could not be read for which reason."""
    ready = _ready(raw, meaning.kind, zone)
    if ready is not None:
        return ready, []
    text = trimmed(raw)
    if meaning.kind == "text":
        return text, []
    if meaning.kind in {"code", "area"}:
        return _codes(text, meaning.kind)
    if meaning.kind == "choice":
        return _choices(text, meaning.words), []
    if meaning.kind == "choices":
        return _several(text, meaning.words), []
    if meaning.kind == "moment":
        values = as_moments(text, zone=zone, source_zone=reading.zone, formats=reading.formats)
        complaint = "不是可识别的日期时间"
    elif meaning.kind == "day":
        values = as_days(text, zone=zone, formats=reading.formats)
        complaint = "不是可识别的日期"
    elif meaning.kind == "month":
        values = as_months(text, zone=zone, formats=reading.formats)
        complaint = "不是可识别的月份"
    elif meaning.kind == "flag":
        values = _flags(text, meaning.words)
        complaint = "不是可识别的是否值"
    else:
        values, complaint = _numbers(text, meaning.kind)
    return values, [(values.is_null() & text.is_not_null(), complaint)]


def _ready(raw: pl.Series, kind: str, zone: str) -> pl.Series | None:
    """A typed column (Parquet) that needs no reading."""
    if kind in {"moment", "day", "month"} and isinstance(raw.dtype, _TIMES):
        moments = from_typed(raw, zone)
        if kind == "month":
            return moments.dt.date().dt.month_start()
        return moments.dt.date() if kind == "day" else moments
    if kind == "flag" and raw.dtype == pl.Boolean:
        return raw
    if kind == "number" and raw.dtype.is_numeric():
        return raw.cast(pl.Float64)
    if kind == "whole" and raw.dtype.is_integer():
        return raw
    return None


def _codes(text: pl.Series, kind: str) -> tuple[pl.Series, list[tuple[pl.Series, str]]]:
    codes = text
    if (text.str.len_bytes() != text.str.len_chars()).any():
        codes = text.str.normalize("NFKC").str.strip_chars()
    spoilt = codes.str.contains(_SCIENTIFIC).fill_null(value=False)
    if kind == "area":
        padded = codes.str.pad_end(12, "0")
        codes = padded.zip_with(codes.str.contains(_SHORT_AREA).fill_null(value=False), codes)
    return codes, [(spoilt, "被表格软件改成了科学计数法，编码已损坏")]


def _choices(text: pl.Series, words: Any) -> pl.Series:
    """Words to codes; what is no known word stays, and the contract's check refuses it."""
    codes = text.str.to_lowercase().replace_strict(
        list(words), list(words.values()), default=None, return_dtype=pl.String
    )
    return codes.zip_with(codes.is_not_null(), text)


def _several(text: pl.Series, words: Any) -> pl.Series:
    """Codes separated by `;`, each once."""
    one = pl.element().str.strip_chars().str.to_lowercase()
    split = text.to_frame("cell").select(
        pl.col("cell")
        .str.replace_all("[；、，,/|]", ";")
        .str.split(";")
        .list.eval(
            one.replace_strict(
                list(words), list(words.values()), default=one, return_dtype=pl.String
            )
        )
        .list.unique(maintain_order=True)
        .list.join(";")
    )
    return split.to_series()


def _flags(text: pl.Series, words: Any) -> pl.Series:
    return text.str.to_lowercase().replace_strict(
        list(words), list(words.values()), default=None, return_dtype=pl.Boolean
    )


def _numbers(text: pl.Series, kind: str) -> tuple[pl.Series, str]:
    plain = text.str.replace_all("[,，]", "")
    values = plain.cast(pl.Float64, strict=False)
    values = values.set(~values.is_finite(), None)
    if kind == "number":
        return values, "不是数字"
    whole = values.set(values != values.floor(), None)
    return whole.cast(pl.Int64, strict=False), "不是整数"
