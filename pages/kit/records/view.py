"""What a page says about the records it lists."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pages.kit.words import CLOCKS

#: What the table can be narrowed to, in the words of most sets.
SHOWN = {
    "all": "全部",
    "opened": "本期新增",
    "open": "在办",
    "overdue": "超期",
    "due_soon": "临期",
    "closed": "本期办结",
}
#: The columns that every list has, as most sets call them.
COLUMNS = {
    "record_id": "编号",
    "opened_at": "发生时间",
    "place": "位置",
    "kind": "类别",
    "title": "事项",
    "department_name": "责任单位",
    "state": "状态",
    "used": "已用/时限",
    "time_status": "时限状态",
}


@dataclass(frozen=True)
class RecordView:
    """A declaration of a page about records.

    Attributes:
        record_set: A key of `warehouse.read.record_sets.RECORD_SETS`.
        noun: What a record is, such as `纠纷`.
        title: What the set is called in files and headings, such as `矛盾纠纷`.
        unit: Counting word.
        boxes: Dimensions that have a box in the filter bar, with its label, in order:
            `kind`, `channel`, `state`, `department`.
        columns: Headings of the table's columns, in order; keys of `COLUMNS`, `channel`,
            `closed_at`, `due_at`, or own columns of the mart. Values are shown as they are,
            times as times, true as 是.
        widths: Of columns in pixels, where the usual ones do not fit.
        extra: Own columns of the mart that files have besides, with their headings.
        shown: What the table can be narrowed to, keys of `SHOWN` with their words.
        default_shown: The one that holds when the address says nothing.
        facts: Further facts about one record, beside its place and department.
        hint: What the keyword field asks for.
        quoted: The column with the number as people quote it.
        usual_period: `month`, `quarter` or `year` for the running one, where the last days say
            too little; else the desk's usual period.
        order: How the table is sorted, in words.
        by_day: Its times are days, so that no hours are shown.
    """

    record_set: str
    noun: str
    title: str
    unit: str = "件"
    boxes: Mapping[str, str] = field(
        default_factory=lambda: {"kind": "类别", "state": "状态", "department": "责任单位"}
    )
    columns: Mapping[str, str] = field(default_factory=lambda: COLUMNS)
    extra: Mapping[str, str] = field(default_factory=dict)
    widths: Mapping[str, int] = field(default_factory=dict)
    shown: Mapping[str, str] = field(default_factory=lambda: SHOWN)
    default_shown: str = "all"
    facts: Callable[[dict[str, Any]], list[tuple[str, Any]]] | None = None
    hint: str = "编号、事项、地点"
    quoted: str = "record_id"
    usual_period: str = ""
    order: str = "按时限紧迫度排序"
    by_day: bool = False

    def heading(self, column: str) -> str:
        """What a column is called here, or in most sets."""
        return self.columns.get(column) or self.extra.get(column) or _ALWAYS[column]

    def exported(self) -> dict[str, str]:
        """Columns of a file and their headings: those all sets have, then the own ones."""
        own = {**self.columns, **self.extra}
        names = [*_ALWAYS, *(column for column in own if column not in {*_ALWAYS, *_DRAWN})]
        return {
            column: self.heading(column)
            for column in names
            if column != "channel" or column in {**own, **self.boxes}
        }


# Drawn from several columns, which files have one by one.
_DRAWN = {"place", "used"}
_ALWAYS = {
    "record_id": "编号",
    "title": "事项",
    "opened_at": "发生时间",
    "area_path": "位置",
    "area_code": "区划代码",
    "kind": "类别",
    "channel": "渠道",
    "state": "状态",
    "department_name": "责任单位",
    "time_status": "时限状态",
    "due_at": "时限",
    "closed_at": "办结时间",
    "overdue_hours": "超期小时",
    "hours_left": "剩余小时",
    "source_feed": "数据源",
    "source_file": "源文件",
    "source_row": "行号",
}

#: Words in place of the warehouse's codes, for files.
CLOCK_WORDS = {code: words for code, (_, words) in CLOCKS.items()}
