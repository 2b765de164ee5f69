"""突出问题和风险提示: what has been overdue longest, with who must act."""

from __future__ import annotations

from typing import Any

from warehouse.report.document import Annex, Block, Column, Figure, Paragraph, Part, Slide, Table
from warehouse.report.facts import Facts
from warehouse.report.figures import figure
from warehouse.report.sections.section import Written
from warehouse.report.sources import of_line
from warehouse.report.words import NO_VALUE, number

#: How many are told one by one.
TOLD = 5
Row = dict[str, Any]


def risks(facts: Facts) -> Written:
    """The events that have been overdue longest, one by one; the whole list as an annex."""
    rows = facts.overdue.head(TOLD).to_dicts()
    if not rows:
        return Written([Paragraph([f"{facts.at_end}没有超期未结事项。"])])
    line = facts.line("OPS-18")
    most = "，其中超期时间最长的如下" if facts.overdue.height > TOLD else "，具体如下"
    lead: list[Part] = [f"{facts.at_end}超期未结事项", figure(line), f"{most}，清单见附件。"]
    told: list[Block] = [
        Paragraph(lead),
        *(Paragraph(_told(facts, place, row)) for place, row in enumerate(rows, 1)),
    ]
    longest = "，已超期" if len(rows) == 1 else "，最长的已超期"
    headline = ["超期未结", figure(line), longest, overdue_words(facts, 1, rows[0])]
    table = overdue_table(facts)
    slide = Slide(Paragraph(headline), _brief(table))
    return Written(told, [slide], [Annex("超期未结事项清单", [table])])


def overdue_table(facts: Facts) -> Table:
    """Every event that was overdue and open, the longest first."""
    rows = [
        [
            str(place),
            Figure(row["event_id"], row["event_id"], _source(facts, place, "event_id"), "@"),
            row["area_path"] or NO_VALUE,
            matter_of(row),
            owner_of(row),
            _due(facts, place, row),
            overdue_words(facts, place, row),
        ]
        for place, row in enumerate(facts.overdue.iter_rows(named=True), 1)
    ]
    more = len(rows) - facts.template.listed
    return Table(
        name="超期未结",
        title="",
        columns=[
            Column("序号", 8),
            Column("编号", 21),
            Column("地点", 34, is_left=True),
            Column("事项", 22, is_left=True),
            Column("责任单位", 20, is_left=True),
            Column("办结时限", 16),
            Column("已超期", 13),
        ],
        rows=rows,
        note="注：本表列超期时间最长的事项，其余见同名Excel附表。" if more > 0 else "",
        printed=facts.template.listed,
        freeze=2,
    )


def overdue_words(facts: Facts, place: int, row: Row) -> Figure:
    """How long an event had been overdue: `3.2天`, in days so that a sheet sorts them."""
    days: float = row["overdue_days"]
    return Figure(f"{number(days, 1)}天", days, _source(facts, place, "overdue_days"), '0.0"天"')


def matter_of(row: Row) -> str:
    """What an event is about."""
    return str(row["matter_name"] or row["title"] or "事项不详")


def owner_of(row: Row) -> str:
    """Who must act: the department it was sent to, else the highest place named in its path."""
    return str(row["department_name"] or (row["area_path"] or "属地").split("·")[0])


def _told(facts: Facts, place: int, row: Row) -> list[Part]:
    where = row["area_path"] or "地点不详"
    return [
        f"{place}．{where}，“{matter_of(row)}”，责任单位：{owner_of(row)}，已超期",
        overdue_words(facts, place, row),
        "。",
    ]


def _due(facts: Facts, place: int, row: Row) -> Part:
    due = row["closing_due_at"]
    if due is None:
        return NO_VALUE
    source = _source(facts, place, "closing_due_at")
    return Figure(f"{due:%Y-%m-%d %H:%M}", due, source, "yyyy-mm-dd hh:mm")


def _source(facts: Facts, place: int, column: str) -> Any:
    return of_line(facts.line("OPS-18"), f"row-{place}.{column}")


def _brief(table: Table) -> Table:
    """The columns that a slide has room for, of the longest."""
    kept = (2, 3, 4, 6)
    return Table(
        name=table.name,
        title="",
        columns=[table.columns[place] for place in kept],
        rows=[[row[place] for place in kept] for row in table.rows[:TOLD]],
    )
