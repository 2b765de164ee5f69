"""Where the records are: a map whose places can be clicked, or the same as a table."""

from __future__ import annotations

from functools import partial
from typing import Any

import polars as pl
import streamlit as st

from pages.kit.as_table import data_table
from pages.kit.data import cached
from pages.kit.filters import tell
from pages.kit.formats import number
from pages.kit.frame import panel
from pages.kit.html import Markup, tag
from pages.kit.icons import mark
from pages.kit.map import Shades, deck, shades
from pages.kit.map_frame import MapChoice, map_head, shade_legend, shaded_places
from pages.kit.records.view import RecordView
from warehouse.access.scope import Scope
from warehouse.read import records
from warehouse.read.record_filters import RecordFilter

# Size of the map for which the zoom is chosen; it only need be about right.
_MAP_WIDTH, _MAP_HEIGHT = 285, 165


def place_panel(
    scope: Scope, view: RecordView, asked: RecordFilter, *, shown: str | None = None
) -> None:
    """Draw the records per 10,000 residents by place.

    Args:
        scope: What the reader may see.
        view: Of the page.
        asked: Period, place and what narrows them.
        shown: Which records are counted, a key of `warehouse.read.record_filters.SHOWN`;
            unless told, those of the view's default.
    """
    with panel("pn_map"):
        choice = map_head(scope, asked.area_code)
        if choice is None:
            return
        kind = shown or view.default_shown
        rows = cached(records.by_place, scope, view.record_set, asked, choice.level, shown=kind)
        column = "per_ten_thousand" if rows["per_ten_thousand"].drop_nulls().len() else "records"
        if choice.is_table:
            data_table(rows.sort(column, descending=True), _headings(view, choice.level_name))
            return
        scale = shades(rows[column].to_list())
        _map(scope, view, asked, choice, (rows, column, scale))
        unit = f"{view.unit}/万人" if column == "per_ten_thousand" else view.unit
        st.html(shade_legend(scale, unit, _late(sum(rows["overdue"]))))


def place_sentence(view: RecordView, rows: pl.DataFrame, column: str) -> str:
    """What the map says, for readers who do not see it."""
    if rows.is_empty():
        return "没有数据"
    most = rows.sort(column, descending=True, nulls_last=True).row(0, named=True)
    total = number(sum(rows["records"]))
    return (
        f"{view.noun}分布地图：{rows.height} 处共 {total} {view.unit}，"
        f"{most['area_name']}最高，{_tip(view, most)}"
    )


def _map(
    scope: Scope,
    view: RecordView,
    asked: RecordFilter,
    choice: MapChoice,
    looks: tuple[pl.DataFrame, str, Shades],
) -> None:
    rows, column, scale = looks
    told = {row["area_code"]: row for row in rows.iter_rows(named=True)}
    features, layers = shaded_places(
        scope,
        asked.area_code,
        choice,
        fills={code: scale.colour(row[column]) for code, row in told.items()},
        tips={code: _tip(view, row) for code, row in told.items()},
    )
    key = f"map_{asked.area_code}_{choice.level}"
    with st.container(key="map_box"):
        st.pydeck_chart(
            deck(layers, features, width=_MAP_WIDTH, height=_MAP_HEIGHT),
            key=key,
            height="stretch",
            on_select=partial(_go, key),
            selection_mode="single-object",
            alt=place_sentence(view, rows, column),
        )


def _go(key: str) -> None:
    """Follow a click into a place."""
    for area in st.session_state[key]["selection"]["objects"].get("areas", []):
        tell("area", area["properties"]["code"])


def _tip(view: RecordView, row: dict[str, Any]) -> str:
    tip = f"{number(row['records'])} {view.unit}"
    if row["per_ten_thousand"] is not None:
        tip += f"，每万人 {number(row['per_ten_thousand'], 1)} {view.unit}"
    return tip


def _headings(view: RecordView, level_name: str) -> dict[str, str]:
    return {
        "area_name": level_name,
        "records": view.unit,
        "open": view.shown.get("open", "在办"),
        "overdue": view.shown.get("overdue", "超期"),
        "population": "常住人口",
        "per_ten_thousand": f"{view.unit}/万人",
    }


def _late(overdue: int) -> Markup:
    words = f" 超期 {number(overdue)}"
    sign = Markup(mark("alert", "10px"))
    return tag("span", sign, words, class_="end") if overdue else Markup("")
