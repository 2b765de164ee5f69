"""数据说明: what a reader must know before using a number; 更正: sealed numbers that changed."""

from __future__ import annotations

from itertools import groupby

from warehouse.read import calendar
from warehouse.report.document import Block, Figure, Paragraph, Part, moment_words
from warehouse.report.facts import Facts, Row, day_words
from warehouse.report.phrases import is_marked
from warehouse.report.sections.section import Written
from warehouse.report.words import NO_VALUE


def remarks(facts: Facts) -> Written:
    """Data cut, holidays, changes of the place, what is missing, small, over 100 %, moved much."""
    this = facts.kind.this
    notes: list[list[Part]] = [
        [
            f"数据截至{moment_words(facts.cut)}；同一时段的数字会随后续办理和补录变化，以定稿版本为准。"
        ]
    ]
    if not facts.head["is_complete"]:
        notes.append(
            [f"{this}尚未结束，数字截至数据时点，{'、'.join(facts.kind.compared_by)}仅供参考。"]
        )
    notes += _holidays(facts)
    if facts.head["break_note"]:
        notes.append([f"{facts.head['break_note']}；与调整前的时段不作比较。"])
    late = _names(facts, "is_late")
    if late:
        notes.append([f"下列指标所依据的数据未齐，补齐后会变化：{late}。"])
    missing = "、".join(
        row["indicator_name"] for row in facts.printed_lines.values() if row["value"] is None
    )
    if missing:
        notes.append(
            [f"下列指标{this}分母为零或无数据，以“{NO_VALUE}”表示，不按零处理：{missing}。"]
        )
    small = _names(facts, "is_small_sample")
    if small:
        notes.append([f"下列指标{this}样本偏少，比率波动较大，请结合件数使用：{small}。"])
    notes += _marked(facts)
    over = _names(facts, "is_over_100")
    if over:
        notes.append([f"下列指标超过100%，请核对底数：{over}。"])
    notes.append(["目标值为参考值，由主管单位按本地考核办法确定。"])
    body: list[Block] = [Paragraph([f"{place}．", *parts]) for place, parts in enumerate(notes, 1)]
    return Written(body)


def _names(facts: Facts, flag: str) -> str:
    return "、".join(row["indicator_name"] for row in facts.printed_lines.values() if row[flag])


def _marked(facts: Facts) -> list[list[Part]]:
    told = {"OPS-01", "LAW-18", "LAW-19", "MOR-09"}
    moved = [
        row["indicator_name"]
        for row in facts.lines.values()
        if row["indicator_code"] not in told
        and (is_marked(row, facts.wording) or is_marked(row, facts.wording, "y"))
    ]
    if not moved:
        return []
    limit = f"{facts.wording.marked_above:g}"
    return [
        [
            f"下列指标{'或'.join(facts.kind.compared_by)}变动超过{limit}%，原因请主管单位核实说明："
            f"{'、'.join(moved)}。"
        ]
    ]


def _holidays(facts: Facts) -> list[list[Part]]:
    off = [row for row in facts.days_off if not row["is_workday"]]
    # Every half-year and year has holidays: nothing to allow for.
    if not off or facts.kind.period_type in {"half", "year"}:
        return []
    names = [
        _span(name, list(rows)) for name, rows in groupby(off, key=lambda row: row["holiday_name"])
    ]
    worked = calendar.workdays(facts.scope, facts.period.start, facts.period.end)
    days = Figure(f"{worked}天", worked, facts.own("workdays"), '0"天"')
    return [
        [f"{facts.kind.this}含法定节假日：{'、'.join(names)}，工作日", days, "，环比请结合使用。"]
    ]


def _span(name: str, rows: list[Row]) -> str:
    first, last = rows[0]["date"], rows[-1]["date"]
    days = day_words(first) if first == last else f"{day_words(first)}至{day_words(last)}"
    return f"{name}（{days}）"
