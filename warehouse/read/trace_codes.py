"""From a reading to its code and back: what a number was when its code was given, and is now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

import polars as pl

from warehouse import issued_numbers
from warehouse.access.scope import Scope
from warehouse.issued_numbers import IssuedNumber
from warehouse.read import trace
from warehouse.read.connection import fetch
from warehouse.read.narrowed import NotPermittedError
from warehouse.read.trace import Value
from warehouse.settings import settings
from warehouse.trace_code import Number, Traced, decode, encode
from warehouse.versions import read_record, versions

# Comparing more entries than this one by one takes longer than a reader waits.
_COMPARED_ENTRIES = 200_000
_SAME = ["source_feed", "number", "entry_at"]


@dataclass(frozen=True)
class Opened:
    """A code, opened.

    Attributes:
        code: As it is written.
        traced: What it says.
        then: The number as it stood in the code's version; None if the version is gone and
            nobody was ever shown the number.
        is_kept: The version is still on disk, with all its entries.
        scope: The version that can be looked into: the code's own, or the one served.
        reading: The row of `trace.reading` in that version; None without a value.
        now: The row of `trace.reading` in the version served; None without a value.
        reasons: Why then and now differ, one sentence each, as far as it is known.
    """

    code: str
    traced: Traced
    then: IssuedNumber | None
    is_kept: bool
    scope: Scope
    reading: dict[str, Any] | None
    now: dict[str, Any] | None
    reasons: tuple[str, ...]


def number_of(reading: dict[str, Any]) -> Number:
    """Which number a row of `indicator_readings` is."""
    keys = ("indicator_code", "area_code", "period_type", "period_start")
    return Number(*(reading[key] for key in keys))


def code_of(scope: Scope, reading: dict[str, Any]) -> str:
    """The code of a reading in the scope's version."""
    return encode(number_of(reading), scope.version)


def issue(scope: Scope, readings: Iterable[dict[str, Any]], *, shown_in: str) -> bool:
    """Remember readings as shown under their codes; a report hands over all of its numbers.

    Args:
        scope: The version that they are of.
        readings: Rows of `indicator_readings`.
        shown_in: `screen`, `report` or `command line`.

    Returns:
        Whether they will be known after their version is deleted.

    Raises:
        OSError: The folder cannot be written to.
    """
    numbers = [_as_issued(scope, reading, shown_in) for reading in readings]
    return issued_numbers.remember(settings(), numbers)


def open_code(scope: Scope, text: str) -> Opened:
    """Find a number by its code.

    Args:
        scope: What the reader may see, in the version served now.
        text: The code, however it was typed.

    Raises:
        TraceCodeError: It is no code, or was mistyped.
        NotPermittedError: The number is of a place that the reader may not see.
    """
    traced = decode(text)
    check_place(scope, traced.number.area_code)
    kept = kept_version(traced)
    now = _reading(scope, traced.number)
    if kept is not None:
        old = Scope(kept, scope.area_code)
        reading = now if old == scope else _reading(old, traced.number)
        then = None if reading is None else _as_issued(old, reading, "screen")
        code = encode(traced.number, kept)
    else:
        old, reading = scope, now
        code = encode(traced.number, f"{traced.built}-0000")
        then = issued_numbers.recall(settings(), code)
    reasons = _why(then, now, scope, old) if then and now else ()
    return Opened(code, traced, then, kept is not None, old, reading, now, reasons)


def kept_version(traced: Traced) -> str | None:
    """The build that a code was given in, if it is still on disk."""
    known = (version.build_id for version in versions(settings()))
    return next((build for build in known if traced.is_of(build)), None)


def check_place(scope: Scope, area_code: str) -> None:
    """What is remembered knows no reader, so a place outside is refused before it is asked.

    Raises:
        NotPermittedError: The place is not the scope's or below it.
    """
    if scope.area_code is None:
        return
    inside = fetch(
        scope,
        """
        select area_code from core.bridge_area_ancestors
        where area_code = $area_code and ancestor_code = $top
        """,
        area_code=area_code,
        top=scope.area_code,
    )
    if inside.is_empty():
        raise NotPermittedError(f"{area_code} is not in {scope.area_code}.")


def _reading(scope: Scope, number: Number) -> dict[str, Any] | None:
    found = trace.reading(scope, *number)
    return None if found.is_empty() else found.row(0, named=True)


def _as_issued(scope: Scope, reading: dict[str, Any], shown_in: str) -> IssuedNumber:
    record = _record(scope.version)
    inputs = record.get("inputs", {})
    return IssuedNumber(
        code=code_of(scope, reading),
        number=number_of(reading),
        name=reading["name_zh"],
        **{key: reading[key] for key in ("unit", "decimals", "area_name", "label")},
        **{key: reading[key] for key in ("value", "numerator", "denominator")},
        version=scope.version,
        as_of=datetime.fromisoformat(record["as_of"]),
        models=inputs.get("models"),
        settings=inputs.get("settings"),
        issued_at=settings().now(),
        shown_in=shown_in,
    )


@lru_cache(maxsize=4)
def _record(version: str) -> dict[str, Any]:
    return read_record(settings().versions / version)


def _why(then: IssuedNumber, now: dict[str, Any], scope: Scope, old: Scope) -> tuple[str, ...]:
    """What is known about the difference; nothing where there is none."""
    if (then.value, then.numerator, then.denominator) == tuple(
        now[key] for key in ("value", "numerator", "denominator")
    ):
        return ()
    today = _as_issued(scope, now, "screen")
    said = []
    if then.as_of.date() <= now["period_end"]:
        said.append(f"当时本期尚未结束，数据只到 {then.as_of:%Y-%m-%d %H:%M}。")
    if then.models and then.models != today.models:
        said.append("其间口径或计算程序有更新。")
    if then.settings and then.settings != today.settings:
        said.append("其间本地设置（时限、阈值等）有改动。")
    for part, word in (("numerator", "分子"), ("denominator", "分母")):
        measure = now[f"{part}_measure"]
        if measure is not None and getattr(then, part) != now[part]:
            value = Value(measure, *then.number[1:])
            said += _what_moved(word, value, scope, old, then)
    return tuple(said)


def _what_moved(word: str, value: Value, scope: Scope, old: Scope, then: IssuedNumber) -> list[str]:
    """Entries that came and went; without the old version, files that came since."""
    if old.version == scope.version:
        return _files_since(word, value, scope, then)
    count = trace.by_file(scope, value)["entries"].sum()
    if count > _COMPARED_ENTRIES:
        return []
    before, after = trace.entries(old, value), trace.entries(scope, value)
    came = after.join(before, on=_SAME, how="anti", nulls_equal=True).height
    left = before.join(after, on=_SAME, how="anti", nulls_equal=True).height
    parts = [f"新计入 {came:,} 条" if came else "", f"不再计入 {left:,} 条" if left else ""]
    told = "，".join(part for part in parts if part)
    return [f"{word}：{told}。"] if told else []


def _files_since(word: str, value: Value, scope: Scope, then: IssuedNumber) -> list[str]:
    files = trace.by_file(scope, value).filter(pl.col("loaded_at") > then.as_of)
    if files.is_empty():
        return []
    entries = files["entries"].sum()
    return [f"{word}：此后又收到 {files.height} 个文件，现值中有 {entries:,} 条来自它们。"]
