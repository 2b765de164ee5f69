"""数字溯源: any number, down to the file and the row it was counted from."""

from __future__ import annotations

import logging
from datetime import date
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

import polars as pl
import streamlit as st

from pages.kit.data import cached
from pages.kit.exports import PROVENANCE, Note, csv_file, xlsx_file
from pages.kit.failure import calm
from pages.kit.formats import number
from pages.kit.frame import nothing_here
from pages.kit.html import Markup, tag
from pages.kit.trace_code_bar import code_bar, copy_script
from pages.kit.trace_lineage import lineage_drawing, lineage_foot, lineage_head
from pages.kit.trace_parts import checks, entry_table, formula, headline, meaning
from warehouse.access.scope import Scope
from warehouse.read import data, events, trace, trace_codes
from warehouse.read.lineage import Way, lineage
from warehouse.read.trace import Value

SHOWN_ENTRIES = 100
log = logging.getLogger(__name__)
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
    copy_script()
    code = trace_codes.code_of(scope, reading)
    st.html(headline(reading, code_bar(code, remembered=is_remembered(scope, reading))))
    trace_body(scope, reading)


def is_remembered(scope: Scope, reading: dict[str, Any]) -> bool:
    """Remember a number that is being shown under its code; whether that could be done."""
    try:
        return trace_codes.issue(scope, [reading], shown_in="screen")
    except OSError:
        log.exception("The number %s could not be remembered", trace_codes.number_of(reading))
        return False


def trace_body(scope: Scope, reading: dict[str, Any]) -> None:
    """What a number means, how it was divided, the way it came, and its raw rows.

    Args:
        scope: The version that is looked into.
        reading: The row of `trace.reading` in it.
    """
    with st.container(key="tr_top"):
        part = _part(reading)
        value = value_of(reading, part)
        st.html(
            tag("div", meaning(reading), formula(reading), checks(*_parts(scope, value, reading)))
        )
        st.html(tag("section", *_lineage(scope, value, reading, part)))
    _entries(scope, value, reading, part, reading[part])


def value_of(reading: dict[str, Any], part: str) -> Value:
    """The measure above or below the line, at the place and period of a reading."""
    place = (reading["area_code"], reading["period_type"], reading["period_start"])
    return Value(reading[f"{part}_measure"], *place)


def way_of(scope: Scope, value: Value) -> Way | None:
    """The models that a value came through; None where its build kept no lineage."""
    known = lineage(scope)
    files = cached(trace.by_file, scope, value)
    feeds = files["source_feed"].drop_nulls().unique().sort().to_list()
    return known.way(value.measure_code, feeds) if known else None


def _lineage(scope: Scope, value: Value, reading: dict[str, Any], part: str) -> list[Markup]:
    record = cached(data.build_record, scope)
    way = way_of(scope, value)
    if way is None:
        return [lineage_head(record), tag("p", "此版本构建时没有留存模型血缘。", class_="tr-ft")]
    files = cached(trace.by_file, scope, value)
    feeds = sorted(model.name for model in (*way.feeds, *way.beside) if model.layer == "raw")
    loads = cached(trace.feed_loads, scope, feeds)
    return [
        lineage_head(record),
        lineage_drawing(reading, part, way, loads, files),
        lineage_foot(way, files, record),
    ]


def trace_style() -> None:
    """The style of the dialog; the colours are those of the page below it."""
    st.html(f"<style>{_style()}</style>")


def download(name: str, rows: Any, note: Note) -> None:
    """Buttons that make the files of a trace when they are pressed.

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
    st.download_button(
        "导出溯源包",
        data=lambda: xlsx_file(rows(), ENTRY_COLUMNS, note),
        file_name=note.file_name("xlsx"),
        mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        key=f"tr_xlsx_{name}",
        type="primary",
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
        view=(
            f"{reading['area_name']}，{reading['label']}，{number(total)}；"
            f"溯源码 {trace_codes.code_of(scope, reading)}"
        ),
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
