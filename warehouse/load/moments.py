"""Every way in which systems write a date or a time, to the site's wall clock."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import polars as pl

#: What most files hold; tried first because it is fast.
_COMMON = "%Y-%m-%d %H:%M:%S"
_ANY = (
    r"^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?"
    r"(?:[Tt\s]*(\d{1,2})\s*[:时点]\s*(?:(\d{1,2})\s*分?(?:\s*:?\s*(\d{1,2})(?:[.,](\d{1,9}))?\s*秒?)?)?)?"
    r"\s*([Zz]|[+-]\d{2}:?(?:\d{2})?)?$"
)
#: 2026-03, 2026年3月, 202603; a whole date is read as the month it lies in.
_MONTH = r"^(\d{4})\s*[-/.年]?\s*(\d{1,2})\s*(?:月份?)?$"
_NAMES = ("year", "month", "day", "hour", "minute", "second", "fraction", "offset")
#: An older date is a slip of the pen; the calendar of the warehouse begins here too.
FIRST_YEAR = 1900

_Reader = Callable[[pl.Series], pl.Series]


def as_moments(
    cells: pl.Series, *, zone: str, source_zone: str | None = None, formats: Sequence[str] = ()
) -> pl.Series:
    """Text to naive times of the site's wall clock; null where it is no time.

    Args:
        cells: Trimmed text.
        zone: The site's time zone.
        source_zone: The zone of times written without an offset; the site's unless given.
        formats: strptime formats to try before the built-in forms; `%#z` reads an offset.
    """
    source_zone = source_zone or zone
    found = pl.Series(cells.name, [None] * cells.len(), dtype=pl.Datetime("us"))
    if cells.null_count() == cells.len():
        return found
    for form in (*formats, _COMMON):
        found = _fill(found, cells, partial(_by_format, form, zone, source_zone))
    found = _fill(found, cells, partial(_by_pattern, zone, source_zone))
    return found.set(found.dt.year() < FIRST_YEAR, None)


def as_days(cells: pl.Series, *, zone: str, formats: Sequence[str] = ()) -> pl.Series:
    """Text to dates; a time of day is dropped."""
    return as_moments(cells, zone=zone, formats=formats).dt.date()


def as_months(cells: pl.Series, *, zone: str, formats: Sequence[str] = ()) -> pl.Series:
    """Text to the first days of months."""
    parts = cells.str.normalize("NFKC").str.strip_chars().str.extract_groups(_MONTH).struct.unnest()
    parts.columns = ["year", "month"]
    spelled = parts.select(pl.format("{}-{}-01", "year", pl.col("month").str.zfill(2)))
    dated = cells.zip_with(spelled.to_series().is_null(), spelled.to_series())
    return as_days(dated, zone=zone, formats=formats).dt.month_start()


def from_typed(cells: pl.Series, zone: str) -> pl.Series:
    """Dates and times of a typed file to the site's wall clock."""
    moments = cells.cast(pl.Datetime("us", getattr(cells.dtype, "time_zone", None)))
    if getattr(cells.dtype, "time_zone", None):
        moments = moments.dt.convert_time_zone(zone).dt.replace_time_zone(None)
    return moments


def _fill(found: pl.Series, cells: pl.Series, read: _Reader) -> pl.Series:
    """Read the cells that nothing has read so far."""
    unread = found.is_null() & cells.is_not_null()
    if not unread.any():
        return found
    if unread.all():
        return read(cells)
    places = unread.arg_true()
    return found.scatter(places, read(cells.gather(places)))


def _by_format(form: str, zone: str, source_zone: str, cells: pl.Series) -> pl.Series:
    if "%z" in form or "%#z" in form:
        aware = cells.str.to_datetime(form, strict=False, time_unit="us", time_zone="UTC")
        return aware.dt.convert_time_zone(zone).dt.replace_time_zone(None)
    return _moved(cells.str.to_datetime(form, strict=False, time_unit="us"), zone, source_zone)


def _by_pattern(zone: str, source_zone: str, cells: pl.Series) -> pl.Series:
    plain = cells.str.normalize("NFKC").str.strip_chars()
    parts = plain.str.extract_groups(_ANY).struct.unnest()
    parts.columns = list(_NAMES)
    two = [pl.col(name).fill_null("0").str.zfill(2) for name in _NAMES[1:6]]
    # The pattern must have matched: without a year there is nothing to read.
    naive = parts.select(
        pl.format("{}-{}-{} {}:{}:{}.{}", "year", *two, pl.col("fraction").fill_null("0"))
        .str.to_datetime("%Y-%m-%d %H:%M:%S%.f", strict=False, time_unit="us")
        .alias("naive")
    )["naive"]
    offset = parts["offset"]
    if offset.null_count() == offset.len():
        return _moved(naive, zone, source_zone)
    digits = parts.select(
        pl.col("offset").str.replace("[Zz]", "+0000").str.replace(":", "").str.pad_end(5, "0")
    )["offset"]
    minutes = digits.str.slice(1, 2).cast(pl.Int64) * 60 + digits.str.slice(3, 2).cast(pl.Int64)
    signed = (-minutes).zip_with(digits.str.starts_with("-"), minutes)
    utc = naive - (signed * 60_000_000).cast(pl.Duration("us"))
    local = utc.dt.replace_time_zone("UTC").dt.convert_time_zone(zone).dt.replace_time_zone(None)
    return local.zip_with(offset.is_not_null(), _moved(naive, zone, source_zone))


def _moved(naive: pl.Series, zone: str, source_zone: str) -> pl.Series:
    """From the wall clock of one zone to that of another."""
    if zone == source_zone:
        return naive
    aware = naive.dt.replace_time_zone(source_zone, ambiguous="earliest", non_existent="null")
    return aware.dt.convert_time_zone(zone).dt.replace_time_zone(None)
