"""上次议定事项落实情况: what the meetings decided, and how far it is."""

from __future__ import annotations

from datetime import date
from typing import Any

from warehouse.report.document import Annex, Column, Figure, Paragraph, Part, Slide, Table
from warehouse.report.facts import Facts
from warehouse.report.phrases import sentence
from warehouse.report.sections.section import Written
from warehouse.report.words import NO_VALUE

#: States as the mart words them, and what a mark calls them.
STATES = {"已办结": "done", "推进中": "in_progress", "超期": "overdue"}
#: How a sentence says it of a thing.
_ALL = {"已办结": "已办结", "推进中": "在推进中", "超期": "已超期"}
Row = dict[str, Any]


def actions(facts: Facts) -> Written:
    """The actions of the last meeting, and older ones that are still open."""
    rows = facts.actions.to_dicts()
    if not rows:
        return Written([Paragraph(["截至期末，尚无会议议定事项，或数据尚未接入。"])])
    last = max(row["meeting_on"] for row in rows)
    newest = [row for row in rows if row["meeting_on"] == last]
    older = [row for row in rows if row["meeting_on"] != last]
    told = _summary(facts, newest, older)
    table = _table(facts, rows)
    return Written(
        [Paragraph(told)],
        [Slide(Paragraph(_headline(facts, rows)), _brief(table))],
        [Annex("议定事项清单", [table])],
    )


def actions_overdue(facts: Facts) -> tuple[Figure, list[str]] | None:
    """How many actions are past their date, and who is responsible; None without any."""
    late = [row for row in facts.actions.to_dicts() if row["state"] == "超期"]
    if not late:
        return None
    units = list(dict.fromkeys(name for row in late for name in _units(row)))
    return _count(facts, "actions_overdue", len(late)), units


def _summary(facts: Facts, newest: list[Row], older: list[Row]) -> list[Part]:
    parts: list[Part] = []
    if newest:
        day = newest[0]["meeting_on"]
        parts += sentence(
            [f"{day.month}月{day.day}日会议议定事项", _count(facts, "actions_last", len(newest))],
            *_by_state(facts, newest, "actions_last"),
        )
    if older:
        parts += sentence(
            ["此前会议议定、期初尚未办结的", _count(facts, "actions_older", len(older))],
            *_by_state(facts, older, "actions_older"),
        )
    return [*parts, "清单见附件。"]


def _by_state(facts: Facts, rows: list[Row], name: str) -> list[list[Part]]:
    """`已办结3项`, `超期1项`; `均超期` where all are in one state."""
    told: list[list[Part]] = []
    for word, state in STATES.items():
        found = sum(row["state"] == word for row in rows)
        if found:
            told.append([word, _count(facts, f"{name}_{state}", found)])
    if len(told) > 1:
        return told
    if len(rows) > 1:
        return [[f"均{_ALL[rows[0]['state']]}"]]
    return [[_ALL[rows[0]["state"]]]]


def _headline(facts: Facts, rows: list[Row]) -> list[Part]:
    late = sum(row["state"] == "超期" for row in rows)
    parts: list[Part] = ["议定事项", _count(facts, "actions", len(rows))]
    done = sum(row["state"] == "已办结" for row in rows)
    parts += ["，已办结", _count(facts, "actions_done", done)] if done else ["，均未办结"]
    if late:
        return [*parts, "，超期", _count(facts, "actions_overdue", late)]
    return [*parts, "，无超期"]


def _table(facts: Facts, rows: list[Row]) -> Table:
    cells: list[list[Part]] = [
        [
            str(place),
            row["title"],
            _responsible(row),
            _day(facts, place, "meeting_on", row),
            _day(facts, place, "due_on", row),
            _day(facts, place, "done_on", row),
            row["state"],
        ]
        for place, row in enumerate(rows, 1)
    ]
    return Table(
        name="议定事项",
        title="",
        columns=[
            Column("序号", 7),
            Column("事项", 40, is_left=True),
            Column("责任单位", 24, is_left=True),
            Column("议定日期", 15),
            Column("时限", 15),
            Column("办结日期", 15),
            Column("状态", 11),
        ],
        rows=cells,
        printed=facts.template.listed,
        freeze=2,
    )


def _units(row: Row) -> list[str]:
    names = [name for name in (row["department_name"], row["area_name"]) if name]
    return list(dict.fromkeys(names)) or [NO_VALUE]


def _responsible(row: Row) -> str:
    return "、".join(_units(row))


def _day(facts: Facts, place: int, column: str, row: Row) -> Part:
    day: date | None = row[column]
    if day is None:
        return NO_VALUE
    source = facts.own(f"actions-{place}.{column}")
    return Figure(f"{day:%Y-%m-%d}", day, source, "yyyy-mm-dd")


def _count(facts: Facts, part: str, count: int) -> Figure:
    return Figure(f"{count}项", count, facts.own(part), '0"项"')


def _brief(table: Table) -> Table:
    """What a slide has room for: overdue ones first, then those in progress."""
    kept = (1, 2, 4, 6)
    order = {word: place for place, word in enumerate(("超期", "推进中", "已办结"))}
    rows = sorted(table.rows, key=lambda row: order[str(row[6])])[:6]
    return Table(
        name=table.name,
        title="",
        columns=[table.columns[place] for place in kept],
        rows=[[row[place] for place in kept] for row in rows],
    )
