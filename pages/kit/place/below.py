"""The places right below one, as a table that sorts; a click goes there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Any

import polars as pl
import streamlit as st

from pages.kit.data import cached
from pages.kit.exports import Note, csv_file, xlsx_file
from pages.kit.filters import tell
from pages.kit.formats import number
from pages.kit.frame import nothing_here, panel
from pages.kit.html import tag
from pages.kit.tables import ROW_HEIGHT
from warehouse.access.scope import Scope
from warehouse.read import place

_COLUMNS = {
    "area_name": "名称",
    "population": "常住人口",
    "grid_count": "网格",
    "worker_count": "网格员",
    "vacant_grid_count": "空缺网格",
    "silent_grid_count": "静默网格",
    "persons_per_worker": "人/网格员",
    "reported_count": "近30日上报",
    "open_events": "在办事件",
    "overdue_events": "超期事件",
    "open_disputes": "在办纠纷",
    "open_petitions": "在办信访",
    "alert_count": "预警",
    "on_time_rate": "按期结案率",
    "in_grid_rate": "一格解决率",
}
# What a grid has nothing of.
_NOT_OF_GRIDS = {"grid_count", "open_disputes", "open_petitions"}
_FORMATS = {"persons_per_worker": "%.0f", "on_time_rate": "%.1f%%", "in_grid_rate": "%.1f%%"}
_HEIGHT = 520


def below_panel(scope: Scope, profile: dict[str, Any], month: date | None) -> None:
    """Draw the table; a grid has nothing below."""
    if month is None or profile["level"] == "grid":
        return
    rows = cached(place.below, scope, profile["area_code"], month)
    with panel("pn_below"):
        if rows.is_empty():
            nothing_here("下面没有登记的区划。", "")
            return
        level = rows["level_name"][0]
        st.html(
            tag(
                "div",
                tag("h2", f"下级{level} ", tag("span", f"{number(rows.height)} 个")),
                tag(
                    "span",
                    f"点列名排序，点一行进入 · 两项比率为 {month:%Y-%m}，样本少的不列",
                    class_="cap",
                ),
                class_="ph",
            )
        )
        _table(rows)


def below_downloads(
    scope: Scope, profile: dict[str, Any], month: date | None, cut: dict[str, Any]
) -> None:
    """Buttons for the table of the places below, as XLSX and CSV."""
    if month is None or profile["level"] == "grid":
        return
    view = f"{profile['area_path'] or profile['area_name']}的下级；比率为 {month:%Y-%m}"
    note = Note(f"单位画像_{profile['area_name']}", view, cut["as_of"], scope.version)
    columns = {"area_code": "区划代码", "area_path": "位置", **_COLUMNS}

    def rows() -> pl.DataFrame:
        return place.below(scope, profile["area_code"], month)

    makers = {"xlsx": ("下级 Excel", xlsx_file), "csv": ("下级 CSV", csv_file)}
    for ending, (words, make) in makers.items():
        st.download_button(
            words,
            data=_maker(make, rows, columns, note),
            file_name=note.file_name(ending),
            key=f"export_{ending}",
            icon=":material/download:",
            on_click="ignore",
        )


def _maker(
    make: Callable[[pl.DataFrame, Mapping[str, str], Note], bytes],
    rows: Callable[[], pl.DataFrame],
    columns: Mapping[str, str],
    note: Note,
) -> Callable[[], bytes]:
    """Makes the file when the button is pressed."""
    return lambda: make(rows(), columns, note)


def _table(rows: pl.DataFrame) -> None:
    is_grids = rows["level"][0] == "grid"
    listed = [name for name in _COLUMNS if not (is_grids and name in _NOT_OF_GRIDS)]
    shown = rows.select(pl.col(name).alias(_COLUMNS[name]) for name in listed)
    st.dataframe(
        shown,
        key="place_rows",
        height=min(_HEIGHT, (rows.height + 1) * ROW_HEIGHT + 4),
        hide_index=True,
        row_height=ROW_HEIGHT,
        on_select=partial(_go, rows["area_code"].to_list()),
        selection_mode="single-cell",
        placeholder="—",
        column_config={
            _COLUMNS[name]: st.column_config.NumberColumn(format=_FORMATS.get(name, "localized"))
            for name in listed
            if name != "area_name"
        },
        alt=f"下级区划 {rows.height} 个，各有人口、网格、网格员、上报、在办、超期、预警和比率",
    )


def _go(codes: list[str]) -> None:
    cells = st.session_state["place_rows"]["selection"]["cells"]
    if cells:
        tell("area", codes[cells[0][0]])
