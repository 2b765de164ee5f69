"""数据说明: what a reader must know before using a number; 更正: sealed numbers that changed."""

from __future__ import annotations

from itertools import groupby

from warehouse.read import calendar
from warehouse.report.document import Block, Figure, Paragraph, Part, moment_words
from warehouse.report.facts import Facts, Row, day_words
from warehouse.report.phrases import is_marked
from warehouse.report.sections.section import Written
from warehouse.report.words import NO_VALUE

#: How many indicators are named in one remark.
NAMED = 12


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
            [
                f"{this}尚未结束，数字截至数据时点；数量不与完整的时段比较，比率的"
                f"{'、'.join(facts.kind.compared_by)}仅供参考。"
            ]
        )
    notes += _holidays(facts)
    if facts.head["break_note"]:
        notes.append([f"{facts.head['break_note']}；与调整前的时段不作比较。"])
    events = facts.lines.get("OPS-01")
    if events and events["value"] and not events["is_begun"]:
        notes.append(["网格事件数据自期中开始，事件数量不足一个完整的时段。"])
    late = _flagged(facts, "is_late")
    if late:
        words = f"{this}所依据的数据未齐，补齐后会变化"
        notes.append(_about(words, late, rest="等多项"))
    told = [
        (
            f"{this}分母为零或无数据，以“{NO_VALUE}”表示，不按零处理",
            [row for row in facts.printed_lines.values() if row["value"] is None],
        ),
        (f"{this}样本偏少，比率波动较大，请结合件数使用", _flagged(facts, "is_small_sample")),
    ]
    notes += [_about(words, rows) for words, rows in told if rows]
    notes += _marked(facts)
    over = _flagged(facts, "is_over_100")
    notes += [_about("超过100%，请核对底数", over)] if over else []
    notes.append(["目标值为参考值，由主管单位按本地考核办法确定。"])
    body: list[Block] = [Paragraph([f"{place}．", *parts]) for place, parts in enumerate(notes, 1)]
    return Written(body)


def _flagged(facts: Facts, flag: str) -> list[Row]:
    return [row for row in facts.printed_lines.values() if row[flag]]


def _about(words: str, rows: list[Row], rest: str = "等，其余见指标汇总表") -> list[Part]:
    """What is said of some indicators; of many only the first are named."""
    names = "、".join(row["indicator_name"] for row in rows[:NAMED])
    return [f"下列指标{words}：{names}{rest if len(rows) > NAMED else ''}。"]


def _marked(facts: Facts) -> list[list[Part]]:
    told = {"OPS-01", "LAW-18", "LAW-19", "MOR-09"}
    moved = [
        row
        for row in facts.printed_lines.values()
        if row["indicator_code"] not in told
        and (is_marked(row, facts.wording) or is_marked(row, facts.wording, "y"))
    ]
    if not moved:
        return []
    limit = f"{facts.wording.marked_above:g}"
    compared = "或".join(facts.kind.compared_by)
    return [_about(f"{compared}变动超过{limit}%，原因请主管单位核实说明", moved)]


def _holidays(facts: Facts) -> list[list[Part]]:
    off = [row for row in facts.days_off if not row["is_workday"]]
    # Every half-year and year has holidays: nothing to allow for.
    if facts.kind.period_type in {"half", "year"}:
        return []
    told = []
    if off:
        worked = calendar.workdays(facts.scope, facts.period.start, facts.period.end)
        days: list[Part] = ["，没有工作日"]
        if worked:
            days = ["，工作日", Figure(f"{worked}天", worked, facts.own("workdays"), '0"天"')]
        told.append([f"{facts.kind.this}含法定节假日：{_spans(off)}", *days, "，比较时请考虑。"])
    if facts.kind.period_type == "week" and (before := facts.days_off_before):
        told.append([f"上周含法定节假日：{_spans(before)}，环比请考虑这一因素。"])
    return told


def _spans(off: list[Row]) -> str:
    by_name = groupby(off, key=lambda row: row["holiday_name"])
    return "、".join(_span(name, list(rows)) for name, rows in by_name)


def _span(name: str, rows: list[Row]) -> str:
    first, last = rows[0]["date"], rows[-1]["date"]
    days = day_words(first) if first == last else f"{day_words(first)}至{day_words(last)}"
    return f"{name}（{days}）"
