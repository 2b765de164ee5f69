"""What the notes of a slide say: where its numbers come from, and the 溯源码 of each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from warehouse.periods import Period, week_of
from warehouse.report.document import Document, Figure, words_of
from warehouse.report.kinds import period_words
from warehouse.report.sources import REPORT, SCORE

_UNIT = re.compile(r"[^\d.\-−—→↑↓≥≤+\s]+$")
_DAY_KINDS = {"day": "当日", "last24h": "止的24小时", "last7d": "止的7天"}


def notes_of(report: Document, figures: Sequence[Figure]) -> list[str]:
    """Lines: the sources in words, then `words = mark` for each figure in order of reading."""
    if not figures:
        return ["本页没有引用数据。", f"报告溯源码：{report.code}"]
    return [
        "数字来源",
        *_sources(report, figures),
        "逐项溯源码（按阅读顺序；在系统“数字溯源”页输入即可核对）",
        *(f"{figure.words} = {figure.source.mark(report.version)}" for figure in figures),
    ]


def _sources(report: Document, figures: Sequence[Figure]) -> list[str]:
    """A line for each indicator: its periods and units."""
    names = _names(report)
    lines = []
    for code, kind in dict.fromkeys(_subject(figure) for figure in figures):
        own = [figure for figure in figures if _subject(figure) == (code, kind)]
        starts = sorted({figure.source.number.period_start for figure in own})
        units = "、".join(dict.fromkeys(unit for figure in own if (unit := _unit(figure))))
        lines.append(
            f"{_name(code, names)}：{_periods(kind, starts)}" + (f"；单位{units}" if units else "")
        )
    return lines


def _subject(figure: Figure) -> tuple[str, str]:
    number = figure.source.number
    return number.indicator_code, number.period_type


def _unit(figure: Figure) -> str:
    """What stands behind the digits; nothing for days, moments and keys."""
    found = _UNIT.search(figure.words)
    return found[0] if found and isinstance(figure.value, int | float) else ""


def _name(code: str, names: dict[str, str]) -> str:
    sign = code.partition("-")[0]
    known = {SCORE: "考核得分", REPORT: "本报告统计"}.get(sign) or names.get(code)
    return f"{known}（{code}）" if known else code


def _names(report: Document) -> dict[str, str]:
    """Names of the indicators, as 口径说明 has them: by the code that its 溯源码 begins with."""
    heads = [column.head for column in report.definitions.columns]
    if not {"溯源码", "指标"} <= set(heads):
        return {}
    code, name = heads.index("溯源码"), heads.index("指标")
    rows = report.definitions.rows
    return {words_of(row[code]).partition(".")[0]: words_of(row[name]) for row in rows}


def _periods(kind: str, starts: Sequence[date]) -> str:
    """One period, or the first and the last of several."""
    if len(starts) == 1:
        return _period(kind, starts[0])
    return f"{_period(kind, starts[0])}至{_period(kind, starts[-1])}，共{len(starts)}期"


def _period(kind: str, start: date) -> str:
    """The period in words."""
    if kind in _DAY_KINDS:
        return f"{start.year}年{start.month}月{start.day}日{_DAY_KINDS[kind]}"
    # Only the words of a week name its last day.
    return period_words(week_of(start) if kind == "week" else Period(kind, start, start, ""))
