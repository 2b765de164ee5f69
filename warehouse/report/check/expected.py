"""What the number behind a mark is, asked from the warehouse anew."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from functools import cached_property, lru_cache
from typing import Any

from warehouse.access.scope import Scope
from warehouse.periods import period_of
from warehouse.read import report_numbers, reports
from warehouse.report.check.found import Mark, Value
from warehouse.report.check.own_numbers import own_number
from warehouse.report.facts import Facts
from warehouse.report.kinds import KINDS
from warehouse.report.sections.risks import owner_of
from warehouse.report.sources import REPORT, SCORE
from warehouse.report.template import Template
from warehouse.report.words import shares
from warehouse.trace_code import Number

Row = dict[str, Any]
_PLAIN = {
    "v": "value",
    "n": "numerator",
    "d": "denominator",
    "t": "target",
    "p": "previous_value",
    "y": "last_year_value",
}
_DERIVED: dict[str, Callable[[Row], float]] = {
    "r": lambda row: row["denominator"] - row["numerator"],
    "day": lambda row: row["value"] / row["days"],
}
_OF_CLASS = {"v": "reported", "p": "previous_reported", "y": "last_year_reported"}


class UnknownNumberError(Exception):
    """A mark names a number that the warehouse does not have."""


class Expected:
    """The numbers of one version, as far as a scope may see them.

    Args:
        scope: What is read.
        template: Of the report whose own numbers are asked for.
        marks: Those that will be asked for; their readings are fetched in one query.
    """

    def __init__(self, scope: Scope, template: Template, marks: Iterable[Mark]) -> None:
        self._scope = scope
        self._template = template
        self._numbers = {mark.number for mark in marks}

    def value(self, mark: Mark) -> Value:
        """The value of a mark, not rounded.

        Raises:
            UnknownNumberError: There is none.
        """
        sign = mark.number.indicator_code[:3]
        if sign == SCORE:
            found = self._score(mark)
        elif sign == REPORT:
            found = own_number(self._facts(mark.number), mark.part)
        else:
            found = self._of_indicator(mark)
        if found is None:
            raise UnknownNumberError(f"{mark.number.indicator_code} {mark.part}: no such number")
        return found

    @cached_property
    def _readings(self) -> dict[Number, Row]:
        rows = report_numbers.readings(self._scope, self._numbers).iter_rows(named=True)
        keys = ("indicator_code", "area_code", "period_type", "period_start")
        return {Number(*(row[key] for key in keys)): row for row in rows}

    def _of_indicator(self, mark: Mark) -> Value | None:
        part, row = mark.part, self._readings[mark.number]
        if part.startswith("class-"):
            return self._of_class(mark)
        if part.startswith("row-"):
            place, _, column = part.removeprefix("row-").partition(".")
            return _known(self._listed(mark.number)[int(place) - 1][column])
        if part == "most_of_an_owner":
            return max(Counter(owner_of(row) for row in self._listed(mark.number)).values())
        if part in _PLAIN:
            return _known(row[_PLAIN[part]])
        if part in _DERIVED:
            return _DERIVED[part](row)
        return _change(part, row["value"], row["previous_value"], row["last_year_value"])

    def _of_class(self, mark: Mark) -> Value | None:
        _, place, part = mark.part.split("-")
        rows = self._classes(mark.number)
        row = next(row for row in rows if row["class_place"] == int(place))
        if part == "s":
            counted = [row for row in rows if row["reported"]]
            rounded = shares([row["reported"] for row in counted])
            return rounded[counted.index(row)]
        if part in _OF_CLASS:
            return _known(row[_OF_CLASS[part]])
        return _change(part, *(row[column] for column in _OF_CLASS.values()))

    @lru_cache  # noqa: B019 - lives as long as one check
    def _classes(self, number: Number) -> list[Row]:
        found = reports.classes(
            self._scope, number.area_code, number.period_type, number.period_start
        )
        return found.to_dicts()

    @lru_cache  # noqa: B019
    def _listed(self, number: Number) -> list[Row]:
        """The overdue list at the end of the number's period."""
        kind = next(kind for kind in KINDS.values() if kind.period_type == number.period_type)
        period = period_of(number.period_type, number.period_start)
        facts = Facts(self._scope, kind, number.area_code, period, self._template)
        return reports.overdue(self._scope, number.area_code, facts.moment).to_dicts()

    @lru_cache  # noqa: B019
    def _facts(self, number: Number) -> Facts:
        kind = next(kind for kind in KINDS.values() if kind.sign == number.indicator_code)
        period = period_of(number.period_type, number.period_start)
        return Facts(self._scope, kind, number.area_code, period, self._template)

    @lru_cache  # noqa: B019
    def _board(self, scheme_no: int) -> dict[tuple[str, Any], Row]:
        rows = report_numbers.scores(self._scope, scheme_no).iter_rows(named=True)
        return {(row["area_code"], row["period_start"]): row for row in rows}

    @lru_cache  # noqa: B019
    def _items(self, scheme_no: int) -> dict[tuple[str, Any, int], Row]:
        rows = report_numbers.score_items(self._scope, scheme_no).iter_rows(named=True)
        return {(row["area_code"], row["period_start"], row["item_no"]): row for row in rows}

    def _score(self, mark: Mark) -> Value | None:
        scheme_no = int(mark.number.indicator_code[4:6])
        place = (mark.number.area_code, mark.number.period_start)
        name, dot, column = mark.part.partition(".")
        if dot:
            item_no = int(name.removeprefix("item-"))
            return _known(self._items(scheme_no).get((*place, item_no), {}).get(column))
        return _known(self._board(scheme_no).get(place, {}).get(name))


def _change(part: str, value: Any, before: Any, year: Any) -> Value | None:
    """c and k: differences; cr and kr: differences as a share of the earlier value, in %."""
    compute: dict[str, tuple[Any, Callable[[float], float]]] = {
        "c": (before, lambda then: value - then),
        "k": (year, lambda then: value - then),
        "cr": (before, lambda then: 100 * (value - then) / then),
        "kr": (year, lambda then: 100 * (value - then) / then),
    }
    if part not in compute or value is None:
        return None
    then, change = compute[part]
    return None if then is None else change(then)


def _known(value: Any) -> Value | None:
    found: Value | None = value
    return found
