"""From rows of the marts to figures: their words, value, source and spreadsheet format.

A row is one of `mart_report_lines`, or a mapping with its keys: those of a reading
(`indicator_code`, `area_code`, `period_type`, `period_start`), `unit`, `value`, `previous_value`,
`last_year_value`, and where they are needed `numerator`, `denominator`, `target`, `better`,
`change`, `change_on_year`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from warehouse.report.document import Figure, Part
from warehouse.report.sources import of_line
from warehouse.report.template import Wording
from warehouse.report.words import COUNTED, NO_VALUE, decimals_of, form_of, number, printed
from warehouse.rounding import ALIKE, telling

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
#: What adds up day by day: of a period that still runs it cannot be held against a whole one.
ADDED_UP = frozenset(
    {"OPS-01", "LAW-05", "LAW-07", "LAW-18", "LAW-19", "LAW-27", "MOR-04A", "MOR-09"}
)


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
    def decimals(self) -> int:
        """With how many it is printed."""
        return len(self.figure.words.removesuffix(self.unit).partition(".")[2])

    @property
    def is_none(self) -> bool:
        """Whether nothing moved at all."""
        return abs(self.size) <= ALIKE

    @property
    def is_nothing(self) -> bool:
        """Whether it would be printed as 0."""
        return float(number(abs(self.size), self.decimals)) == 0


def figure(row: Row, part: str = "v", unit: str | None = None) -> Part:
    """A value with its unit; a dash if it is missing.

    It has as many decimals as keep it on its own side of the target.

    Args:
        row: The row.
        part: v, p, y; n, d for what a rate divides.
        unit: The indicator's, unless given.
    """
    value = row[_COLUMNS[part]]
    if value is None:
        return NO_VALUE
    shown = row["unit"] if unit is None else unit
    aim: float | None = row.get("target")
    words, form = printed(value, shown, [] if aim is None or shown != row["unit"] else [aim])
    return Figure(words, value, of_line(row, part), form)


def target(row: Row) -> Part:
    """`≥95%`, `≤15件`, `100%`; a dash without a target."""
    value = row["target"]
    if value is None:
        return NO_VALUE
    sign = "≤" if row["better"] == "lower" else "" if _is_all(row) else "≥"
    form = f'"{sign}"General"{row["unit"]}"'
    return Figure(f"{sign}{value:g}{row['unit']}", value, of_line(row, "t"), form)


def goal(row: Row) -> list[Part]:
    """A target in a sentence: `不低于95%`, `不超过15件`, `为100%`. The row has one."""
    value, unit = row["target"], row["unit"]
    words = "不超过" if row["better"] == "lower" else "为" if _is_all(row) else "不低于"
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


def _is_all(row: Row) -> bool:
    """Whether nothing more than the target can be asked for."""
    return (row["target"], row["unit"]) == (100, "%")


def moved(row: Row, before: Before, wording: Wording) -> Moved | None:
    """The change that may be told: None where there is nothing, or too little, to compare with.

    Rates move by percentage points, counts by percent, but by the plain difference from none, or
    from a base below `wording.small_base`. A rate of so small a denominator is not compared, nor
    what adds up in a period that still runs.
    """
    if not is_comparable(row, before) or _is_unfit(row, before, wording):
        return None
    value, then, unit = row["value"], row[EARLIER[before]], row["unit"]
    difference = value - then
    if unit == "%":
        return _moved(row, difference, "个百分点", _DIFFERENCE[before])
    if unit not in COUNTED or then == 0 or then < wording.small_base:
        return _moved(row, difference, unit, _DIFFERENCE[before])
    percent = 100 * difference / then
    lines = (wording.steady_below, wording.slight_below, wording.marked_above)
    return _moved(row, percent, "%", _PERCENT[before], lines)


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
    decimals = change.decimals
    if change.is_nothing:
        return Figure("→", size, source, '"→";"→";"→"')
    digits = f"0.{'0' * decimals}" if decimals else "0"
    form = f'"↑"{digits}"{unit}";"↓"{digits}"{unit}";"→"'
    sign = "↑" if size > 0 else "↓"
    return Figure(f"{sign}{number(abs(size), decimals)}{unit}", size, source, form)


def _moved(row: Row, size: float, unit: str, part: str, lines: Sequence[float] = ()) -> Moved:
    """A change; with so many decimals that it does not seem to reach a line that it does not."""
    decimals = telling(abs(size), decimals_of(unit), lines)
    words = f"{number(abs(size), decimals)}{unit}"
    told = Figure(words, abs(size), of_line(row, part), form_of(unit, decimals))
    return Moved(size, unit, told)


def is_small(row: Row, wording: Wording) -> bool:
    """Whether a rate is of so few items that counts say more."""
    whole = row.get("denominator")
    return row["unit"] == "%" and whole is not None and whole < wording.small_base


def _is_unfit(row: Row, before: Before, wording: Wording) -> bool:
    """A part of a period, or a rate of few items, that jumps with each of them."""
    if row["unit"] != "%":
        return not row.get("is_complete", True) and row["indicator_code"] in ADDED_UP
    counted = (row.get("denominator"), row.get(_DENOMINATORS[before]))
    return any(part is not None and part < wording.small_base for part in counted)
