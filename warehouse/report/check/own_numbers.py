"""The numbers that only a report has: what it counts over its own lines and lists."""

from __future__ import annotations

from typing import Any

from warehouse.read import calendar
from warehouse.report import lists
from warehouse.report.facts import Facts

Row = dict[str, Any]
_STATES = {"done": "已办结", "in_progress": "推进中", "overdue": "超期"}


def own_number(facts: Facts, part: str) -> Any:
    """The value of a part of `RPT-…`; None for a part that there is not."""
    name, dot, column = part.partition(".")
    if dot:
        of_list, _, place = name.rpartition("-")
        rows = facts.actions if of_list == "actions" else lists.listed(facts, of_list)
        return rows.row(int(place) - 1, named=True)[column]
    if part in lists.COUNTS:
        return lists.count(facts, part, "").value
    if part.startswith("actions"):
        return _actions(facts, part)
    count = _COUNTS.get(part)
    return None if count is None else count(facts)


def _judged(facts: Facts) -> list[Row]:
    return [
        row
        for row in facts.lines.values()
        if row["target"] is not None and row["value"] is not None
    ]


def _actions(facts: Facts, part: str) -> int:
    """`actions`, `actions_done`; `actions_last…` of the last meeting, `actions_older…` before."""
    rows = facts.actions.to_dicts()
    last = max((row["meeting_on"] for row in rows), default=None)
    words = part.split("_", 1)[1] if "_" in part else ""
    for group, is_last in (("last", True), ("older", False)):
        if words.startswith(group):
            rows = [row for row in rows if (row["meeting_on"] == last) == is_last]
            words = words.removeprefix(group).removeprefix("_")
    return sum(not words or row["state"] == _STATES[words] for row in rows)


_COUNTS = {
    "targets_judged": lambda facts: len(_judged(facts)),
    "targets_missed": lambda facts: sum(
        row["status"] in {"watch", "severe"} for row in _judged(facts)
    ),
    "workdays": lambda facts: calendar.workdays(facts.scope, facts.period.start, facts.period.end),
}
