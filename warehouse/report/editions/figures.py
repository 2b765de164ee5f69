"""Every figure of a report as a row, and what a report says apart from when it was made."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any, NamedTuple

import polars as pl

from warehouse.report.document import Block, Chart, Document, Figure, Table

NUMBERS: dict[str, pl.DataType] = {
    "place": pl.String(),
    "heading": pl.String(),
    "block_no": pl.Int32(),
    "block": pl.String(),
    "position": pl.Int32(),
    "words": pl.String(),
    "value": pl.Float64(),
    "text": pl.String(),
    "form": pl.String(),
    "mark": pl.String(),
    "code": pl.String(),
    "part": pl.String(),
    "version": pl.String(),
    "indicator_code": pl.String(),
    "area_code": pl.String(),
    "period_type": pl.String(),
    "period_start": pl.Date(),
}
# The version and the check characters of a 溯源码 that stands in a text.
_VERSION = re.compile(r"(?<=[.]\d{4}[A-Z])([0-9A-Z]*)\.[0-9A-Z]{4}-[0-9A-Z]{4}")
# What differs between two makings of one and the same report.
_MAKING = {"number", "cut", "version", "edition"}


class _Place(NamedTuple):
    """A block, or all figures of a slide, and where it stands."""

    place: str
    heading: str
    block_no: int
    block: str
    figures: list[Figure]


def numbers_of(document: Document) -> pl.DataFrame:
    """Every figure of a report once per place where it stands, in the order of reading.

    Returns:
        `place` (key of the section, `annex-1`, `slide-3`), `heading` (its title), `block_no` and
        `block` (name of the table or chart, empty for text), `position` in the block; `words` as
        printed, `value` where it is a number, else `text`, `form`; `mark`, `code` (溯源码), `part`,
        `version`, and the subject: `indicator_code`, `area_code`, `period_type`, `period_start`.
    """
    rows = [
        {
            "place": place.place,
            "heading": place.heading,
            "block_no": place.block_no,
            "block": place.block,
            "position": position,
            **_row(figure, document.version),
        }
        for place in _places(document)
        for position, figure in enumerate(place.figures, 1)
    ]
    return pl.DataFrame(rows, schema=NUMBERS)


def content_of(document: Document) -> str:
    """A hash over all that a report says; the same for two makings that say the same."""
    told = json.dumps(_told(document), ensure_ascii=False)
    return hashlib.sha256(told.encode()).hexdigest()


def _places(document: Document) -> Iterator[_Place]:
    for section in document.sections:
        yield from _blocks(section.key, section.title, section.body)
    for number, annex in enumerate(document.all_annexes, 1):
        yield from _blocks(f"annex-{number}", annex.title, annex.body)
    for number, slide in enumerate(document.slides, 1):
        yield _Place(f"slide-{number}", slide.conclusion.text, 1, "", slide.figures)


def _blocks(place: str, heading: str, body: Any) -> Iterator[_Place]:
    for number, block in enumerate(body, 1):
        yield _Place(place, heading, number, _name(block), block.figures)


def _name(block: Block) -> str:
    return block.name if isinstance(block, Table | Chart) else ""


def _row(figure: Figure, version: str) -> dict[str, Any]:
    value, source = figure.value, figure.source
    mark = source.mark(version)
    return {
        "words": figure.words,
        "value": float(value) if isinstance(value, int | float) else None,
        "text": None if isinstance(value, int | float) else _text(value),
        "form": figure.form,
        "mark": mark,
        "code": mark.partition("#")[0],
        "part": source.part,
        "version": source.version or version,
        **source.number._asdict(),
    }


def _text(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def _told(thing: Any) -> Any:
    """Texts and printed numbers, without the version that codes in a text end in."""
    if isinstance(thing, str):
        return _VERSION.sub(r"\1", thing)
    if isinstance(thing, Figure):
        return thing.words
    if is_dataclass(thing):
        told = {field.name: getattr(thing, field.name) for field in fields(thing)}
        return {name: _told(value) for name, value in told.items() if name not in _MAKING}
    if isinstance(thing, list | tuple):
        return [_told(part) for part in thing]
    return thing
