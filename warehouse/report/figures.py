"""From rows of the marts to figures: their words, value, source and spreadsheet format.

A row is one of `mart_report_lines`, or a mapping with its keys: those of a reading
(`indicator_code`, `area_code`, `period_type`, `period_start`), `unit`, `value`, `previous_value`,
`last_year_value`, and where they are needed `numerator`, `denominator`, `target`, `better`,
`change`, `change_on_year`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from warehouse.report.document import Figure, Part
from warehouse.report.sources import of_line
from warehouse.report.template import Wording
from warehouse.report.words import COUNTED, NO_VALUE, form_of, number, with_unit

Row = dict[str, Any]
#: p: with the period before (环比), y: with the same period a year ago (同比).
Before = Literal["p", "y"]

_COLUMNS = {
    "v": "value",
    "p": "previous_value",
    "y": "last_year_value",
    "n": "numerator",
    "d": "denominator",
    "t": "target",
}
#: Columns of the earlier values.
EARLIER = {"p": "previous_value", "y": "last_year_value"}
_DENOMINATORS = {"p": "previous_denominator", "y": "last_year_denominator"}
_CHANGES = {"p": "change", "y": "change_on_year"}
_DIFFERENCE, _PERCENT = {"p": "c", "y": "k"}, {"p": "cr", "y": "kr"}


@dataclass(frozen=True)
class Moved:
    """How a value moved against an earlier one.

    Attributes:
        size: In `unit`, signed.
        unit: 个百分点 for rates, % for counts, else the unit of the value.
        figure: The size without its sign.
    """

    size: float
    unit: str
    figure: Figure

    @property
    def is_nothing(self) -> bool:
        """Whether it would be printed as 0."""
        return float(number(abs(self.size), 2 if self.unit == "%" else _places(self))) == 0


def figure(row: Row, part: str = "v", unit: str | None = None) -> Part:
    """A value with its unit; a dash if it is missing.

    Args:
        row: The row.
        part: v, p, y; n, d for what a rate divides.
        unit: The indicator's, unless given.
    """
    value = row[_COLUMNS[part]]
    if value is None:
        return NO_VALUE
    shown = row["unit"] if unit is None else unit
    return Figure(with_unit(value, shown), value, of_line(row, part), form_of(shown))


def target(row: Row) -> Part:
    """`≥95%`, `≤15件`; a dash without a target."""
    value = row["target"]
    if value is None:
        return NO_VALUE
    sign = "≤" if row["better"] == "lower" else "≥"
    form = f'"{sign}"General"{row["unit"]}"'
    return Figure(f"{sign}{value:g}{row['unit']}", value, of_line(row, "t"), form)


def goal(row: Row) -> list[Part]:
    """A target in a sentence: `不低于95%`, `不超过15件`, `达到100%`. The row has one."""
    value, unit = row["target"], row["unit"]
    words = "不超过" if row["better"] == "lower" else "不低于"
    if (value, unit) == (100, "%"):
        words = "达到"
    return [words, Figure(f"{value:g}{unit}", value, of_line(row, "t"), f'General"{unit}"')]


def is_comparable(row: Row, before: Before) -> bool:
    """Whether there is a value now and then, and of the same place: not across 区划调整."""
    if row["value"] is None or row[EARLIER[before]] is None:
        return False
    # The mart has no change where the place itself was another one then.
    change = _CHANGES[before]
    return change not in row or row[change] is not None


def gap(row: Row) -> float:
    """How far a rate misses its target, in percentage points; 0 if it does not."""
    if row["unit"] != "%" or row["target"] is None or row["value"] is None:
        return 0.0
    sign = 1 if row["better"] == "lower" else -1
    return float(max(0.0, sign * (row["value"] - row["target"])))


def moved(row: Row, before: Before, wording: Wording) -> Moved | None:
    """The change that may be told: None where there is nothing, or too little, to compare with.

    Rates move by percentage points, counts by percent, but by the plain difference from none, or
    from a base below `wording.small_base`. A rate of so small a denominator is not compared.
    """
    if not is_comparable(row, before) or _is_small_rate(row, before, wording):
        return None
    value, then, unit = row["value"], row[EARLIER[before]], row["unit"]
    difference = value - then
    if unit == "%":
        return _moved(row, difference, "个百分点", _DIFFERENCE[before])
    if unit not in COUNTED or then == 0 or then < wording.small_base:
        return _moved(row, difference, unit, _DIFFERENCE[before])
    return _moved(row, 100 * difference / then, "%", _PERCENT[before])


def difference(row: Row, before: Before = "p") -> Moved:
    """The plain difference of a count from an earlier value, which must be known."""
    size = row["value"] - row[EARLIER[before]]
    return _moved(row, size, row["unit"], _DIFFERENCE[before])


def arrow(row: Row, before: Before, wording: Wording) -> Part:
    """The change as a table prints it: `↑0.42`, `↓22.21%`, `↑7件`, `→`, or a dash."""
    change = moved(row, before, wording)
    if change is None:
        return NO_VALUE
    # The head of the column says that rates move by percentage points.
    unit = "" if change.unit == "个百分点" else change.unit
    source, size = change.figure.source, change.size
    decimals = 2 if change.unit in {"%", "个百分点"} else _places(change)
    digits = f"0.{'0' * decimals}" if decimals else "0"
    form = f'"↑"{digits}"{unit}";"↓"{digits}"{unit}";"→"'
    if change.is_nothing:
        return Figure("→", size, source, form)
    sign = "↑" if size > 0 else "↓"
    return Figure(f"{sign}{number(abs(size), decimals)}{unit}", size, source, form)


def _moved(row: Row, size: float, unit: str, part: str) -> Moved:
    words = with_unit(abs(size), unit)
    return Moved(size, unit, Figure(words, abs(size), of_line(row, part), form_of(unit)))


def _is_small_rate(row: Row, before: Before, wording: Wording) -> bool:
    """A rate of few items jumps with each of them."""
    if row["unit"] != "%":
        return False
    counted = (row.get("denominator"), row.get(_DENOMINATORS[before]))
    return any(part is not None and part < wording.small_base for part in counted)


def _places(change: Moved) -> int:
    _, _, decimals = change.figure.words.rstrip(change.unit).partition(".")
    return len(decimals)
