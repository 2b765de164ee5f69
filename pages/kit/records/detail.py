"""One record beside the table: facts, time used against the limit, line of time, its rows."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import polars as pl
import streamlit as st

from pages.kit.data import cached
from pages.kit.exports import Note, csv_file
from pages.kit.formats import NO_VALUE, number
from pages.kit.frame import nothing_here, panel
from pages.kit.html import Markup, join, tag
from pages.kit.icons import mark
from pages.kit.records.clock import clock_words, time_used
from pages.kit.records.table import Chosen, words_of
from pages.kit.records.view import RecordView
from warehouse.access.scope import Scope
from warehouse.read import records

_STEP_COLUMNS = {
    "record_id": "编号",
    "step_at": "时间",
    "step": "步骤",
    "actor": "单位",
    "note": "说明",
    "due_at": "该步时限",
}
# Look of a step -> its shape and the class of its line.
_LOOKS = {
    "done": ("good", None),
    "watch": ("watch", None),
    "alert": ("alert", "late"),
    "future": ("none", "fut"),
}


def record_detail(scope: Scope, view: RecordView, chosen: Chosen, cut: dict[str, Any]) -> None:
    """Draw the panel.

    Args:
        scope: What the reader may see.
        view: Of the page.
        chosen: What `record_table` says.
        cut: The row of `events.data_cut`.
    """
    as_of: datetime = cut["as_of"]
    with panel("pn_detail"):
        record_id = chosen.record_id
        found = cached(records.one, scope, view.record_set, record_id) if record_id else None
        if found is None or found.is_empty():
            nothing_here(
                f"没有选中的{view.noun}。",
                f"库中没有编号 {record_id}，或不在查看范围内。" if record_id else "",
            )
            return
        record = found.row(0, named=True)
        steps = cached(records.steps, scope, view.record_set, record["record_id"])
        line = (
            tag("h3", "办理过程") + timeline(steps, as_of, by_day=view.by_day)
            if steps.height
            else ""
        )
        st.html(
            tag(
                "div",
                _head(view, record, chosen),
                _facts(view, record, as_of),
                time_used(record),
                Markup(line),
                class_="dt",
            )
        )
        with st.container(key="detail_foot", horizontal=True):
            note = Note(
                f"{view.noun}_{record[view.quoted]}", record["title"] or "", as_of, scope.version
            )
            if steps.height:
                st.download_button(
                    "导出过程",
                    data=lambda: csv_file(steps, _STEP_COLUMNS, note),
                    file_name=note.file_name("csv"),
                    mime="text/csv",
                    key="export_record",
                    icon=":material/download:",
                    on_click="ignore",
                )
            with st.popover("溯源到行", icon=":material/account_tree:"):
                st.html(_origin(record))


def timeline(steps: pl.DataFrame, as_of: datetime, *, by_day: bool = False) -> Markup:
    """Steps in order; what has not happened yet is hollow, on a dashed line."""
    return tag(
        "ol", *(_step(row, as_of, by_day) for row in steps.iter_rows(named=True)), class_="tl"
    )


def _step(row: dict[str, Any], as_of: datetime, by_day: bool) -> Markup:
    shape, look = _LOOKS.get(row["look"], _LOOKS["done"])
    when = words_of(row["step_at"], as_of, by_day=by_day) or NO_VALUE
    due = f"时限 {words_of(row['due_at'], as_of, by_day=by_day)}" if row["due_at"] else None
    remarks = " · ".join(part for part in (row["actor"], row["note"], due) if part)
    return tag(
        "li",
        Markup(mark(shape, "12px")),
        tag("b", row["step"]),
        tag("time", when),
        tag("span", remarks) if remarks else "",
        class_=look,
    )


def _head(view: RecordView, record: dict[str, Any], chosen: Chosen) -> Markup:
    # A set that shows no clock has none worth telling.
    shape, words = (
        clock_words(record) if "time_status" in view.columns else ("none", record["state"])
    )
    where = (
        f"第 {number(chosen.place)} / {number(chosen.total)} {view.unit}"
        if chosen.place
        else "不在当前列表页"
    )
    kinds = [record["kind"], record["channel"], record["state"]]
    kinds = [kind for kind in kinds if kind != words]
    return tag(
        "header",
        tag("small", f"{record[view.quoted]} · {where}"),
        tag("h2", record["title"] or record["kind"] or record["record_id"]),
        tag(
            "div",
            # The colour of the hollow circle is too faint for words.
            tag(
                "b",
                Markup(mark(shape, "13px")),
                " ",
                words,
                class_=None if shape == "none" else f"c-{shape}",
            ),
            tag("span", " · ".join(kind for kind in kinds if kind)),
        ),
    )


def _facts(view: RecordView, record: dict[str, Any], as_of: datetime) -> Markup:
    rows: list[tuple[str, Any]] = [("位置", record["area_path"])]
    if record["department_name"]:
        rows.append((view.heading("department_name"), tag("b", record["department_name"])))
    times = {"opened_at": None, "due_at": None, "closed_at": None}
    rows += [(view.heading(name), record[name]) for name in times if record[name]]
    rows += view.facts(record) if view.facts else []
    written = [
        (name, value if isinstance(value, Markup) else words_of(value, as_of, by_day=view.by_day))
        for name, value in rows
        if value is not None
    ]
    return tag(
        "div",
        *(join([tag("span", name), tag("span", value)]) for name, value in written),
        class_="kv",
    )


def _origin(record: dict[str, Any]) -> Markup:
    """The file and the row that the record was read from."""
    return tag(
        "table",
        tag("tr", tag("th", "数据源"), tag("th", "源文件"), tag("th", "行号")),
        tag(
            "tr",
            tag("td", record["source_feed"]),
            tag("td", record["source_file"]),
            tag("td", number(record["source_row"])),
        ),
        class_="origin",
    )
