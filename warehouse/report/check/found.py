"""What is read back from a file: numbers with their marks, and the text around them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from warehouse.trace_code import Number, TraceCodeError, decode

Value = float | str | date | datetime


class Mark(NamedTuple):
    """A mark, read: which number, which of its parts, built when (`20261122T220137`)."""

    number: Number
    part: str
    built: str


@dataclass(frozen=True)
class Found:
    """A number in a file.

    Attributes:
        mark: As the file has it.
        words: As it is printed; empty where the file holds only the value.
        value: As the file holds it; None where it holds only words.
        where: Where in the file, for people.
        form: How a spreadsheet prints the value, as every program that writes it agrees.
    """

    mark: str
    words: str
    value: Value | None
    where: str
    form: str = ""

    @property
    def printed(self) -> str:
        """What is seen of it, without blanks; of a value what all programs keep of its digits."""
        exact = isinstance(self.value, int | float) and not isinstance(self.value, bool)
        value = f"{self.value:.12g}" if exact else "" if self.value is None else str(self.value)
        return "".join(f"{self.words}{value}{self.form and f'（{self.form}）'}".split())


@dataclass(frozen=True)
class Loose:
    """Text of a file without its marked numbers.

    Attributes:
        text: The text; what was taken out is a □.
        where: Where in the file.
        words: Marked numbers that could not be taken out, as the file lists them elsewhere.
        has_serials: Whether rows of a list are counted in it, in figures that are no numbers.
    """

    text: str
    where: str
    words: tuple[str, ...] = ()
    has_serials: bool = False


@dataclass(frozen=True)
class ReadBack:
    """A file, read back.

    Attributes:
        found: Its numbers.
        loose: The text around them; no digits of the warehouse may be in it.
        beside: What else it says, with digits or not: notes, charts, heads and feet of pages.
    """

    found: Sequence[Found]
    loose: Sequence[Loose]
    beside: Sequence[Loose] = ()


def parse_mark(text: str) -> Mark:
    """Take a mark apart.

    Raises:
        TraceCodeError: It has no part, or its code is none.
    """
    code, sign, part = text.strip().partition("#")
    if not sign or not part:
        raise TraceCodeError(f"“{text}”没有说明是哪个数，应形如 溯源码#v。")
    traced = decode(code)
    return Mark(traced.number, part, traced.built)
