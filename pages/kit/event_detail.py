"""One event beside the table: facts, time used against the limit, line of time."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import polars as pl
import streamlit as st

from pages.kit.data import cached
from pages.kit.event_timeline import timeline
from pages.kit.exports import Note, csv_file
from pages.kit.formats import number
from pages.kit.frame import nothing_here, panel
from pages.kit.html import Markup, join, scroll_area, tag
from pages.kit.icons import mark
from pages.kit.records.clock import clock_words, time_used
from pages.kit.words import LEVELS, SOURCES, STATES, STEP_KINDS, URGENCIES, word
from warehouse.access.scope import Scope
from warehouse.read import event_list

_STEP_COLUMNS = {
    "event_id": "编号",
    "kind": "种类",
    "state": "步骤",
    "at": "时间",
    "level": "层级",
    "department_name": "单位",
    "due_at": "该步时限",
    "reason": "说明",
    "stage_hours": "环节用时（办公小时）",
    "source_feed": "数据源",
    "source_file": "源文件",
    "source_row": "行号",
}
_STEP_WORDS = {"kind": STEP_KINDS, "state": STATES, "level": LEVELS}


def event_detail(
    scope: Scope, event_id: str | None, place: int, total: int, as_of: datetime
) -> None:
    """Draw the panel.

    Args:
        scope: What the reader may see.
        event_id: Which event; None when the table is empty.
        place: Its place in the table from 1; 0 when the table does not show it.
        total: Events in the table.
        as_of: The data cut.
    """
    with panel("pn_detail"):
        found = cached(event_list.one, scope, event_id) if event_id else None
        if found is None or found.is_empty():
            nothing_here("没有选中的事件。", f"库中没有编号 {event_id}。" if event_id else "")
            return
        event = found.row(0, named=True)
        steps = cached(event_list.steps, scope, event["event_id"])
        where = f"第 {number(place)} / {number(total)} 件" if place else "不在当前列表页"
        st.html(
            scroll_area(
                _head(event, where),
                _facts(event),
                time_used(event),
                tag("h3", "办理过程"),
                timeline(steps, event, as_of),
                label=f"事件 {event['event_id']}",
                class_="dt",
            )
        )
        with st.container(key="detail_foot", horizontal=True):
            note = Note(f"事件_{event['event_id']}", event["title"] or "", as_of, scope.version)
            st.download_button(
                "导出单据",
                data=lambda: csv_file(in_words(steps), _STEP_COLUMNS, note),
                file_name=note.file_name("csv"),
                mime="text/csv",
                key="export_event",
                icon=":material/download:",
                on_click="ignore",
            )
            with st.popover("溯源到行", icon=":material/account_tree:"):
                st.html(_origin(event, steps.to_dicts()))


def in_words(steps: pl.DataFrame) -> pl.DataFrame:
    """Steps with the field's words in place of the warehouse's codes, for a file."""
    return steps.with_columns(
        pl.col(column).replace(words) for column, words in _STEP_WORDS.items()
    )


def _head(event: dict[str, Any], where: str) -> Markup:
    shape, words = clock_words(event)
    kinds = [event["class_name"], event["subclass_name"] or event["matter_name"]]
    tags = [" / ".join(kind for kind in kinds if kind), word(URGENCIES, event["urgency"])]
    flags = [
        words
        for column, words in (("is_repeat", "90 日内重复"), ("is_extended", "曾延期"))
        if event[column]
    ]
    return tag(
        "header",
        tag("small", f"{event['event_id']} · {where}"),
        tag("h2", event["title"] or event["matter_name"] or event["event_id"]),
        tag(
            "div",
            tag("b", Markup(mark(shape, "13px")), " ", words, class_=f"c-{shape}"),
            tag("span", " · ".join([*tags, *flags])),
        ),
    )


def _facts(event: dict[str, Any]) -> Markup:
    rows = [
        ("位置", event["area_path"]),
        ("责任单位", tag("b", event["department_name"] or "网格、社区自处")),
        (
            "上报来源",
            " · ".join(
                part for part in (word(SOURCES, event["source"]), event["terminal"]) if part
            ),
        ),
        ("当前层级", word(LEVELS, event["level"])),
    ]
    if event["rework_count"] or event["returned_count"]:
        rows.append(("返工/退回", f"{event['rework_count']} / {event['returned_count']} 次"))
    return tag(
        "div", *(join([tag("span", name), tag("span", value)]) for name, value in rows), class_="kv"
    )


def _origin(event: dict[str, Any], steps: list[dict[str, Any]]) -> Markup:
    """File and row of the event and of every step."""
    rows = [event, *(step for step in steps if step["source_file"])]
    seen = dict.fromkeys((row["source_file"], row["source_row"]) for row in rows)
    return tag(
        "table",
        tag("tr", tag("th", "源文件"), tag("th", "行号")),
        *(tag("tr", tag("td", file), tag("td", number(row))) for file, row in seen),
        class_="origin",
    )
