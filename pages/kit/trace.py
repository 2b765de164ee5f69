"""数字溯源: any number, down to the file and the row it was counted from."""

from __future__ import annotations

from datetime import date
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

import polars as pl
import streamlit as st

from pages.kit.data import cached
from pages.kit.exports import PROVENANCE, Note, csv_file
from pages.kit.failure import calm
from pages.kit.formats import number
from pages.kit.frame import nothing_here
from pages.kit.html import tag
from pages.kit.trace_parts import checks, entry_table, formula, headline, lineage, meaning
from warehouse.access.scope import Scope
from warehouse.read import events, trace
from warehouse.read.trace import Value

SHOWN_ENTRIES = 100
_STYLE = Path(__file__).parent / "static" / "trace.css"
ENTRY_COLUMNS = {
    "number": "编号",
    "entry_at": "计入时间",
    "title": "事项",
    "area_path": "位置",
    "department_name": "责任单位",
    "value": "计入值",
    **PROVENANCE,
}


@st.dialog("数字溯源", width="large")
@calm
def open_trace(
    scope: Scope, indicator_code: str, area_code: str, period_type: str, period_start: date
) -> None:
    """Show where the value of an indicator comes from.

    Args:
        scope: What the reader may see, and in which version.
        indicator_code: Such as `OPS-08`.
        area_code: The place.
        period_type: As in `indicators.periods`.
        period_start: As in `indicators.periods`.
    """
    trace_style()
    found = cached(trace.reading, scope, indicator_code, area_code, period_type, period_start)
    if found.is_empty():
        nothing_here("这一时段没有这个数。", "分母为零或数据尚未接入时不出数，而不是记为 0。")
        return
    reading: dict[str, Any] = found.row(0, named=True)
    st.html(headline(reading))
    with st.container(key="tr_top"):
        part = _part(reading)
        value = Value(reading[f"{part}_measure"], area_code, period_type, period_start)
        total = reading[part]
        st.html(
            tag("div", meaning(reading), formula(reading), checks(*_parts(scope, value, reading)))
        )
        files = cached(trace.by_file, scope, value)
        st.html(lineage(reading, part, files, scope.version))
    _entries(scope, value, reading, part, total)


def trace_style() -> None:
    """The style of the dialog; the colours are those of the page below it."""
    st.html(f"<style>{_style()}</style>")


def download(name: str, rows: Any, note: Note) -> None:
    """A button that makes the CSV of a trace when it is pressed.

    Args:
        name: Tells two buttons on one page apart.
        rows: Called without arguments for the table of entries.
        note: What the file says about itself.
    """
    st.download_button(
        "下载全部记录 CSV",
        data=lambda: csv_file(rows(), ENTRY_COLUMNS, note),
        file_name=note.file_name("csv"),
        mime="text/csv",
        key=f"tr_csv_{name}",
        on_click="ignore",
    )


def _part(reading: dict[str, Any]) -> str:
    """Whether numerator or denominator is taken apart."""
    if reading["denominator_measure"] is None:
        return "numerator"
    words = {"numerator": "分子", "denominator": "分母"}
    named = {
        part: f"{word}：{reading[f'{part}_name']} {number(reading[part])}"
        for part, word in words.items()
    }
    part: str | None = st.segmented_control(
        "看哪一部分",
        list(named),
        format_func=lambda code: named[code],
        default="numerator",
        required=True,
        key="tr_part",
        label_visibility="collapsed",
    )
    return part or "numerator"


def _parts(scope: Scope, value: Value, reading: dict[str, Any]) -> list[pl.DataFrame]:
    parts = [cached(read, scope, value) for read in (trace.by_place, trace.by_department)]
    if reading["numerator_aggregation"] in {"median", "p90"}:
        # Order statistics do not add up; the entries that they are taken from do.
        return [part.with_columns(value=pl.col("entries").cast(pl.Float64)) for part in parts]
    return parts


def _entries(scope: Scope, value: Value, reading: dict[str, Any], part: str, total: float) -> None:
    rows = cached(trace.entries, scope, value, limit=SHOWN_ENTRIES)
    count = int(cached(trace.by_file, scope, value)["entries"].sum())
    cut = cached(events.data_cut, scope)["as_of"][0]
    note = Note(
        title=f"溯源_{reading['name_zh']}_{reading[f'{part}_name']}",
        view=f"{reading['area_name']}，{reading['label']}，{number(total)}",
        data_cut=cut,
        version=scope.version,
    )
    with st.container(key="tr_head", horizontal=True):
        said = (
            f"{number(count)} 条"
            if count <= SHOWN_ENTRIES
            else f"{number(count)} 条中的最近 {SHOWN_ENTRIES} 条"
        )
        st.html(tag("h3", "原始记录 ", tag("span", said, " · 每条都指向源文件的一行")))
        download("indicator", partial(trace.entries, scope, value), note)
    st.html(entry_table(rows))


@lru_cache(maxsize=1)
def _style() -> str:
    return _STYLE.read_text()
