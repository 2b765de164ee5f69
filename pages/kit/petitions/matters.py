"""重复信访: the matters that came again, the ones still open first."""

from __future__ import annotations

from functools import partial
from typing import Any

from pages.kit.as_table import chart_panel
from pages.kit.data import cached
from pages.kit.filters import tell
from pages.kit.formats import number
from pages.kit.frame import nothing_here
from pages.kit.hits import Hit, rows_with_hits
from pages.kit.html import Markup, tag
from pages.kit.icons import mark
from warehouse.access.scope import Scope
from warehouse.read import petitions
from warehouse.read.record_filters import RecordFilter

_ROWS = 100
_SHOWN = 6
_REPEATED = "重复"
_HEADINGS = {
    "first_record_id": "首件",
    "latest_record_id": "最近一件",
    "title": "事项",
    "area_path": "位置",
    "department_name": "责任单位",
    "times": "次数",
    "times_in_90_days": "近 90 日",
    "channels": "形式",
    "state": "状态",
    "is_backlog": "积案",
    "is_in_charge": "包案",
    "hearing_count": "听证会商",
    "last_opened_at": "最近登记",
}


def matters_panel(scope: Scope, asked: RecordFilter) -> None:
    """Draw the first few; a click opens the latest petition on the matter."""
    rows = cached(petitions.matters, scope, asked, limit=_ROWS)
    listed = rows.head(_SHOWN).to_dicts()
    total = rows["in_all"][0] if rows.height else 0

    def draw() -> None:
        if not listed:
            nothing_here("没有重复的事项。", "本期没有再次来访来信，也没有未办结的重复事项。")
            return
        drawn = tag("div", *(_row(row) for row in listed), class_="bars matters")
        rows_with_hits("matters", drawn, [_hit(row) for row in listed])

    chart_panel(
        "matters",
        ("重复信访", f"{number(total)} 个事项 · 次数"),
        rows=rows,
        headings=_HEADINGS,
        draw=draw,
    )


def _row(row: dict[str, Any]) -> Markup:
    marks = [
        words for column, words in (("is_backlog", "积案"), ("is_in_charge", "包案")) if row[column]
    ]
    place = str(row["area_path"] or "").rpartition("·")[2]
    return tag(
        "div",
        Markup(mark("watch" if row["is_open"] else "good", "11px")),
        tag("span", row["title"], title=f"{row['title']} {row['area_path']} {row['state']}"),
        tag("span", place, class_="where"),
        tag("b", number(row["times"]), tag("small", "次")),
        tag("em", next(iter(marks), row["state"])),
    )


def _hit(row: dict[str, Any]) -> Hit:
    record = row["latest_record_id"]
    return Hit(
        key=record,
        words=f"打开 {row['title']} 最近一件 {record}",
        click=partial(tell, "record", record),
    )
