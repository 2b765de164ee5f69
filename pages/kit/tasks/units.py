"""Tasks by who must act; a click narrows the page to one unit."""

from __future__ import annotations

import polars as pl
import streamlit as st

from pages.kit.as_table import chart_panel
from pages.kit.data import cached
from pages.kit.filters import tell
from pages.kit.frame import nothing_here
from pages.kit.records.hits import Hit, row_hits
from pages.kit.stacks import PARTS, stack_rows
from warehouse.access.scope import Scope
from warehouse.read import tasks
from warehouse.read.record_filters import RecordFilter


def units_panel(scope: Scope, asked: RecordFilter) -> None:
    """Draw the units, those with the most overdue tasks first."""
    rows = cached(tasks.units, scope, asked)

    def draw() -> None:
        if rows.is_empty():
            nothing_here("没有责任单位。", "放宽区域或类别，或点“重置”。")
            return
        with st.container(key="rows_units"):
            _draw(rows, asked.department_code)

    chart_panel(
        "units",
        ("责任单位", "销号/任务 · ▲临期 ◆逾期"),
        rows=rows,
        headings={"department_name": "责任单位", **PARTS, "tasks": "任务"},
        draw=draw,
    )


def _draw(rows: pl.DataFrame, asked: str | None) -> None:
    listed = rows.to_dicts()
    chosen = next(
        (row["department_name"] for row in listed if row["department_code"] == asked), None
    )
    st.html(
        stack_rows(
            [(str(row["department_name"]), {part: row[part] for part in PARTS}) for row in listed],
            chosen=chosen,
        )
    )
    row_hits(
        "units",
        [
            Hit(
                f"gounit_{row['department_code']}",
                f"取消筛选 {row['department_name']}"
                if row["department_code"] == asked
                else f"只看 {row['department_name']}",
                tell,
                ("department", None if row["department_code"] == asked else row["department_code"]),
            )
            for row in listed
        ],
    )
