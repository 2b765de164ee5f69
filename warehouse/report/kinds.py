"""The kinds of report: which period each is about, and the sign of its 溯源码.

周报 for the weekly meeting, 月报告 for 一月一调度, 季通报 for 一季一讲评, 半年督查通报 for
一半年一督查, 年度考核报告 for 一年一考核.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from warehouse.periods import Period
from warehouse.trace_code import Number


@dataclass(frozen=True)
class Kind:
    """A kind of report.

    Attributes:
        name: On the command line, in files and addresses.
        noun: In Chinese.
        sign: What stands for the indicator in the 溯源码 of a report of this kind.
        period_type: As in `indicators.periods`.
        this, before: What its period and the one before are called in a sentence.
        year_before: What the same period a year ago is called at the head of a column.
    """

    name: str
    noun: str
    sign: str
    period_type: str
    this: str
    before: str
    year_before: str = "去年同期"

    @property
    def compared_by(self) -> tuple[str, ...]:
        """What the comparisons are called; a year has one, with the year before."""
        return ("比上年",) if self.period_type == "year" else ("环比", "同比")

    def of(self, start: date) -> Kind:
        """The kind with the words for one period: halves of a year have names of their own."""
        if self.period_type != "half":
            return self
        if start.month == 1:
            return replace(self, this="上半年", before="去年下半年")
        return replace(self, this="下半年", before="上半年")


KINDS = {
    kind.name: kind
    for kind in (
        Kind("weekly", "周报", "RPT-01", "week", "本周", "上周"),
        Kind("monthly", "月报告", "RPT-02", "month", "本月", "上月"),
        Kind("quarterly", "季通报", "RPT-03", "quarter", "本季度", "上季度"),
        Kind("half-yearly", "半年督查通报", "RPT-04", "half", "本半年", "上一半年"),
        Kind("annual", "年度考核报告", "RPT-05", "year", "本年度", "上年度", "上年度"),
    )
}


def number_of(kind: Kind, area_code: str, period_start: date) -> Number:
    """The report as the subject of a 溯源码."""
    return Number(kind.sign, area_code, kind.period_type, period_start)


def period_words(period: Period) -> str:
    """The period as a report prints it below its title."""
    start, end = period.start, period.end
    if period.kind == "week":
        year, week, _ = start.isocalendar()
        # A week over New Year names both years.
        last = f"{end.year}年{end.month}月" if end.year != start.year else f"{end.month}月"
        first = f"{start.year}年" if end.year != start.year else ""
        return f"{year}年第{week}周（{first}{start.month}月{start.day}日—{last}{end.day}日）"
    return {
        "month": f"{start.year}年{start.month}月",
        "quarter": f"{start.year}年第{'一二三四'[(start.month - 1) // 3]}季度",
        "half": f"{start.year}年{'上' if start.month == 1 else '下'}半年",
        "year": f"{start.year}年度",
    }[period.kind]
