"""The kinds of column that feeds are made of.

Each function returns a dataframely column whose metadata say how the text of a file becomes its
value and under which Chinese names real systems print it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import dataframely as dy
import polars as pl

#: How a cell's text is read; the reading itself is `warehouse.load.cells`.
KINDS = (
    "text",
    "code",
    "area",
    "choice",
    "choices",
    "flag",
    "whole",
    "number",
    "moment",
    "day",
    "month",
)

YES = ("true", "t", "yes", "y", "1", "是", "有", "√")
NO = ("false", "f", "no", "n", "0", "否", "无", "×")


@dataclass(frozen=True)
class Meaning:
    """What a column is to those who fill it in and those who read it.

    Attributes:
        label: Its name in Chinese, also the first alias.
        kind: One of `KINDS`.
        aliases: Every Chinese heading that stands for it.
        required: The column must be in the file. Its cells must be filled unless `may_be_empty`.
        key: Part of the feed's key; a later row with the same key replaces the earlier one.
        pii: Personal: replaced by a keyed hash on the way in.
        words: Spelling in the file (lower case) -> value, for choices and flags.
        refers_to: The register (`base/areas`, …) in which the value must be found.
    """

    label: str
    kind: str
    aliases: tuple[str, ...] = ()
    required: bool = False
    may_be_empty: bool = False
    key: bool = False
    pii: bool = False
    words: Mapping[str, Any] = field(default_factory=dict)
    refers_to: str | None = None

    @property
    def nullable(self) -> bool:
        """Whether an empty cell is a good cell."""
        return not self.required or self.may_be_empty


def meaning_of(column: dy.Column) -> Meaning:
    """What the contract says of a column."""
    assert column.metadata is not None
    meaning: Meaning = column.metadata["meaning"]
    return meaning


def _told(names: tuple[str, ...], kind: str, **more: Any) -> tuple[bool, dict[str, Any]]:
    more["required"] = more.get("required", True)
    meaning = Meaning(label=names[0], kind=kind, aliases=names, **more)
    return meaning.nullable, {"meaning": meaning}


def text(*names: str, **more: Any) -> dy.String:
    """Free text, trimmed."""
    nullable, metadata = _told(names, "text", **more)
    return dy.String(nullable=nullable, metadata=metadata)


def code(*names: str, regex: str | None = None, **more: Any) -> dy.String:
    """An identifier: full-width characters become half-width, leading zeros stay."""
    nullable, metadata = _told(names, "code", **more)
    return dy.String(nullable=nullable, regex=regex, metadata=metadata)


def area(*names: str, **more: Any) -> dy.String:
    """A place code of 12 digits, 15 for a grid; shorter ones are padded with zeros to 12."""
    nullable, metadata = _told(names, "area", **more)
    return dy.String(nullable=nullable, regex=r"^\d{12}(\d{3})?$", metadata=metadata)


def choice(values: Mapping[str, Sequence[str]], *names: str, **more: Any) -> dy.String:
    """One of a list of codes, each with the Chinese words that stand for it."""
    nullable, metadata = _told(names, "choice", words=_words(values), **more)
    return dy.String(nullable=nullable, check=_one_of(tuple(values)), metadata=metadata)


def choices(values: Mapping[str, Sequence[str]], *names: str, **more: Any) -> dy.String:
    """Several codes of a list, separated by `;`."""
    nullable, metadata = _told(names, "choices", words=_words(values), **more)
    one = "|".join(values)
    return dy.String(nullable=nullable, regex=rf"^({one})(;({one}))*$", metadata=metadata)


def flag(*names: str, yes: Sequence[str] = (), no: Sequence[str] = (), **more: Any) -> dy.Bool:
    """Yes or no."""
    words = dict.fromkeys((*YES, *yes), True) | dict.fromkeys((*NO, *no), False)
    nullable, metadata = _told(names, "flag", words=words, **more)
    return dy.Bool(nullable=nullable, metadata=metadata)


def whole(*names: str, least: int | None = None, most: int | None = None, **more: Any) -> dy.Int64:
    """A whole number."""
    nullable, metadata = _told(names, "whole", **more)
    return dy.Int64(nullable=nullable, min=least, max=most, metadata=metadata)


def number(
    *names: str, least: float | None = None, most: float | None = None, **more: Any
) -> dy.Float64:
    """A number."""
    nullable, metadata = _told(names, "number", **more)
    return dy.Float64(nullable=nullable, min=least, max=most, metadata=metadata)


def moment(*names: str, **more: Any) -> dy.Datetime:
    """A date and time, kept as the site's wall clock."""
    nullable, metadata = _told(names, "moment", **more)
    return dy.Datetime(nullable=nullable, time_unit="us", metadata=metadata)


def day(*names: str, **more: Any) -> dy.Date:
    """A date."""
    nullable, metadata = _told(names, "day", **more)
    return dy.Date(nullable=nullable, metadata=metadata)


def month(*names: str, **more: Any) -> dy.Date:
    """A month, kept as its first day."""
    nullable, metadata = _told(names, "month", **more)
    return dy.Date(nullable=nullable, metadata=metadata)


def _words(values: Mapping[str, Sequence[str]]) -> dict[str, str]:
    return {
        spelling.lower(): value for value, words in values.items() for spelling in (value, *words)
    }


def _one_of(values: tuple[str, ...]) -> Callable[[pl.Expr], pl.Expr]:
    def check(cell: pl.Expr) -> pl.Expr:
        return cell.is_in(values)

    return check
