"""The table of events, the most urgent first, and the files that can be made of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

import polars as pl
import streamlit as st

from pages.kit.data import cached
from pages.kit.exports import PROVENANCE, Note, csv_file, xlsx_file
from pages.kit.filters import switch, told
from pages.kit.formats import dated, number
from pages.kit.frame import panel
from pages.kit.html import tag
from pages.kit.paper import printed_table, printed_words
from pages.kit.place_boxes import place_name
from pages.kit.records.clock import STATUS_SIGNS, bar_colour, clock_words
from pages.kit.states import is_short, nothing_found, nothing_here
from pages.kit.tables import ROW_HEIGHT, page_number, pager, styled, used_bar, used_pixels
from pages.kit.words import CLOCKS, LEVELS, SOURCES, STAGES, STATES, URGENCIES, word
from warehouse.access.scope import Scope
from warehouse.read import event_list, events
from warehouse.read.event_filters import EventFilter

PAGE_ROWS = 50
EXPORT_ROWS = 200_000
# So few rows do not fill the panel; the table ends with them.
_FEW_ROWS = 7
SHOWN = {
    "all": "全部",
    "reported": "本期上报",
    "open": "在办",
    "overdue": "超期",
    "due_soon": "临期",
}
_EXPORTED = {
    "event_id": "编号",
    "title": "事项",
    "reported_at": "上报时间",
    "area_path": "位置",
    "area_code": "区划代码",
    "line": "条线",
    "class_name": "类别",
    "matter_name": "事项类型",
    "source": "来源",
    "urgency": "紧急程度",
    "department_name": "责任单位",
    "level": "当前层级",
    "stage": "环节",
    "state": "最近一步",
    "last_step_at": "最近一步时间",
    "time_status": "时限状态",
    "closing_due_at": "结案时限",
    "closed_at": "结案时间",
    "overdue_hours": "超期小时",
    "hours_left": "剩余小时",
    "returned_count": "退回次数",
    "rework_count": "返工次数",
    "is_extended": "曾延期",
    "is_repeat": "90 日内重复",
    **PROVENANCE,
}
_WORDS = {
    "source": SOURCES,
    "urgency": URGENCIES,
    "level": LEVELS,
    "stage": STAGES,
    "state": STATES,
    "time_status": {code: words for code, (_, words) in CLOCKS.items()},
}


def event_table(scope: Scope, asked: EventFilter, as_of: datetime) -> tuple[str | None, int, int]:
    """Draw the table.

    Returns:
        The event that is open beside it, its place in the whole table from 1 (0 when it is on
        another page), and how many events there are.
    """
    with panel("pn_table"):
        with st.container(key="table_head", horizontal=True):
            title = st.empty()
            shown = switch("看哪些", "show", SHOWN, default="all")
            total = cached(event_list.count, scope, asked, shown=shown)
            page, pages = page_number(total, PAGE_ROWS)
            pager(page, pages)
        title.html(tag("h2", "事件明细 ", tag("span", f"{number(total)} 件 · 按时限紧迫度排序")))
        if not total:
            _nothing(scope, asked, shown)
            return told("event"), 0, 0
        offset = (page - 1) * PAGE_ROWS
        rows = cached(event_list.page, scope, asked, shown=shown, limit=PAGE_ROWS, offset=offset)
        numbers = rows["event_id"].to_list()
        chosen = told("event") or numbers[0]
        place = numbers.index(chosen) if chosen in numbers else None
        _draw(rows, place, as_of)
    return chosen, 0 if place is None else offset + place + 1, total


def downloads(scope: Scope, asked: EventFilter, view: str, cut: dict[str, Any]) -> None:
    """Buttons for the events shown, as XLSX and CSV; made when pressed."""
    shown = told("show") or "all"
    shown = shown if shown in SHOWN else "all"
    note = Note("网格事件", f"{view}；{SHOWN[shown]}", cut["as_of"], scope.version)
    printed_words(note.view)

    def rows() -> pl.DataFrame:
        found = event_list.page(scope, asked, shown=shown, limit=EXPORT_ROWS)
        return found.with_columns(pl.col(column).replace(words) for column, words in _WORDS.items())

    _download("明细 Excel", note.file_name("xlsx"), lambda: xlsx_file(rows(), _EXPORTED, note))
    _download("明细 CSV", note.file_name("csv"), lambda: csv_file(rows(), _EXPORTED, note))


def _download(words: str, file_name: str, make: Callable[[], bytes]) -> None:
    st.download_button(
        words,
        data=make,
        file_name=file_name,
        key=f"export_{file_name.rpartition('.')[2]}",
        icon=":material/download:",
        on_click="ignore",
    )


def _draw(rows: pl.DataFrame, chosen: int | None, as_of: datetime) -> None:
    clocks = [clock_words(event) for event in rows.iter_rows(named=True)]
    shapes = [shape for shape, _ in clocks]
    shown = pl.DataFrame(
        {
            "编号": rows["event_id"],
            "上报时间": [dated(value, as_of) for value in rows["reported_at"]],
            "位置": [_place(event) for event in rows.iter_rows(named=True)],
            "类别": rows["class_name"],
            "事项": rows["title"].fill_null(rows["matter_name"]),
            "责任单位": rows["department_name"].fill_null("网格自处"),
            "环节": [word(STAGES, code) for code in rows["stage"]],
            "已用/时限": [
                _bar(event, shape)
                for event, shape in zip(rows.iter_rows(named=True), shapes, strict=True)
            ],
            "时限状态": [f"{STATUS_SIGNS[shape]} {words}" for shape, words in clocks],
        }
    )
    st.dataframe(
        styled(shown, status="时限状态", statuses=shapes, chosen=chosen),
        key="event_rows",
        height="stretch" if rows.height > _FEW_ROWS else "content",
        hide_index=True,
        row_height=ROW_HEIGHT,
        on_select=partial(_open, rows["event_id"].to_list()),
        selection_mode="single-cell",
        placeholder="—",
        column_config={
            "编号": st.column_config.TextColumn(width=118),
            "上报时间": st.column_config.TextColumn(width=96),
            "位置": st.column_config.TextColumn(width=136),
            "类别": st.column_config.TextColumn(width=84),
            "责任单位": st.column_config.TextColumn(width=92),
            "环节": st.column_config.TextColumn(width=66),
            "已用/时限": st.column_config.ImageColumn(width=92),
            "时限状态": st.column_config.TextColumn(width=112),
        },
        alt=f"事件明细，{rows.height} 行，按时限紧迫度排序",
    )
    printed_table(shown, without=("已用/时限",))


def _open(numbers: list[str]) -> None:
    """Write the event that was clicked into the address; the page of the table stays."""
    cells = st.session_state["event_rows"]["selection"]["cells"]
    if cells:
        st.query_params["event"] = numbers[cells[0][0]]


def _place(event: dict[str, Any]) -> str:
    """Community and grid: the street is in the panel beside."""
    if event["community_name"] and event["area_name"] != event["community_name"]:
        return f"{event['community_name']} {event['area_name']}"
    return str(event["area_name"] or event["area_path"])


def _bar(event: dict[str, Any], shape: str) -> str | None:
    length = used_pixels(event["used_hours"], event["limit_hours"])
    return None if length is None else used_bar(length, bar_colour(shape))


def _nothing(scope: Scope, asked: EventFilter, shown: str) -> None:
    if asked.is_plain and shown in {"overdue", "due_soon"}:
        nothing_here(f"没有{SHOWN[shown]}事件。", "这里安静是好事：在办事件都在期限内。")
        return
    offered = cached(events.choices, scope)
    department = offered.filter(pl.col("choice") == (asked.department_code or ""))["label"]
    narrowed = {
        "area": place_name(scope, asked.area_code) if told("area") else None,
        "matter": asked.line or asked.class_name,
        "source": word(SOURCES, asked.source) if asked.source else None,
        "stage": word(STAGES, asked.stage) if asked.stage else None,
        "department": next(iter(department), None),
        "q": f"“{asked.text}”" if asked.text else None,
        "show": SHOWN[shown] if shown != "all" else None,
    }
    nothing_found(
        "事件",
        {key: words for key, words in narrowed.items() if words},
        wider=is_short(asked.start_at, asked.end_at),
    )
