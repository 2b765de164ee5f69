"""Hold what a file says against what the warehouse says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime

from warehouse.report.check.expected import Expected, UnknownNumberError
from warehouse.report.check.found import Found, Mark, Value, parse_mark
from warehouse.trace_code import TraceCodeError

_NUMBER = re.compile(r"\d+(?:\.(\d+))?")


@dataclass(frozen=True)
class Fault:
    """A number of a file that is not what the warehouse says.

    Attributes:
        where: Where in the file.
        said: What the file has.
        expected: What the warehouse has; empty where there is nothing to compare with.
        mark: The number's mark.
        message: What is wrong, in Chinese.
    """

    where: str
    said: str
    expected: str
    mark: str
    message: str


def judge(found: Found, expected: Expected, known: Value | None = None) -> Fault | None:
    """What is wrong with a number: printed ones may be rounded, values may not.

    Args:
        found: The number as the file has it.
        expected: Asks the warehouse.
        known: What it must be, where this is known already.
    """
    said = found.words or str(found.value)
    try:
        mark: Mark = parse_mark(found.mark)
        value = expected.value(mark) if known is None else known
    except (TraceCodeError, UnknownNumberError, LookupError) as error:
        return Fault(found.where, said, "", found.mark, f"查不到这个数：{error}")
    is_same = says(found.words, value) if found.words else equals(found.value, value)
    return None if is_same else Fault(found.where, said, str(value), found.mark, "与数据仓库不一致")


def says(words: str, value: Value) -> bool:
    """Whether printed words are a value, rounded to the decimals that they have.

    A direction is read from arrows only: a sentence tells it in its verb.
    """
    if isinstance(value, str):
        return words == value
    if isinstance(value, datetime):
        # A PDF keeps no blanks.
        return "".join(words.split()) == f"{value:%Y-%m-%d%H:%M}"
    if isinstance(value, date):
        return words == f"{value:%Y-%m-%d}"
    if words == "→":
        return bool(abs(value) < 0.5)
    told = _NUMBER.search(words)
    if told is None:
        return False
    half = 0.5 * 10 ** -len(told[1] or "")
    signed = {"↑": value, "↓": -value}.get(words[0], abs(value))
    return bool(abs(float(told[0]) - signed) <= half + 1e-9)


def equals(said: Value | None, value: Value) -> bool:
    """Whether a value of a spreadsheet is the warehouse's."""
    if isinstance(value, int | float) and isinstance(said, int | float):
        return bool(abs(abs(said) - abs(value)) <= 1e-9 * max(1.0, abs(value)))
    if isinstance(value, datetime) and isinstance(said, datetime):
        return abs((said - value).total_seconds()) < 1
    if isinstance(value, date) and isinstance(said, date):
        return f"{said:%Y-%m-%d}" == f"{value:%Y-%m-%d}"
    return bool(said == value)
