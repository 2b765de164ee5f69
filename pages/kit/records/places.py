"""Where the records are: a map whose places can be clicked, or the same as a table."""

from __future__ import annotations

from functools import partial
from typing import Any

import polars as pl
import streamlit as st

from pages.kit.as_table import as_table, data_table
from pages.kit.data import cached
from pages.kit.filters import switch, tell
from pages.kit.formats import number
from pages.kit.frame import nothing_here, panel, panel_head
from pages.kit.html import Markup, tag
from pages.kit.icons import mark
from pages.kit.map import Shades, borders, choropleth, deck, polygons, shades
from pages.kit.records.view import RecordView
from pages.kit.theme import DESK
from warehouse.access.scope import Scope
from warehouse.read import places, records
from warehouse.read.record_filters import RecordFilter
from warehouse.settings import settings

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
    below = cached(places.levels_below, scope, asked.area_code)
    names = dict(below.select("level", "level_name").iter_rows())
    levels = list(names)
    with panel("pn_map"):
        if not levels:
            st.html(panel_head("分布"))
            nothing_here("没有可画的下级区划。", "已到最末一级，或区划台账尚未登记边界。")
            return
        with st.container(key="map_head", horizontal=True):
            st.html(tag("h2", "分布"))
            default = levels[1] if len(levels) > 2 else levels[0]
            level = switch("地图层级", "level", names, default=default)
            is_table = as_table("map", "分布")
        kind = shown or view.default_shown
        rows = cached(records.by_place, scope, view.record_set, asked, level, shown=kind)
        column = "per_ten_thousand" if rows["per_ten_thousand"].drop_nulls().len() else "records"
        if is_table:
            data_table(rows.sort(column, descending=True), _headings(view, names[level]))
            return
        scale = shades(rows[column].to_list())
        _map(scope, view, asked, (level, rows, column, scale))
        st.html(_legend(view, scale, column, sum(rows["overdue"])))


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
    looks: tuple[str, pl.DataFrame, str, Shades],
) -> None:
    level, rows, column, scale = looks
    outlines = cached(places.outlines, scope, asked.area_code, level)
    told = {row["area_code"]: row for row in rows.iter_rows(named=True)}
    features = polygons(outlines, {code: scale.colour(row[column]) for code, row in told.items()})
    for feature in features:
        tip = _tip(view, told.get(feature["properties"]["code"]))
        feature["properties"]["tip"] = f"{feature['properties']['name']}<br>{tip}"
    layers = [choropleth(features)]
    above = cached(places.levels_below, scope, asked.area_code)["level"][0]
    if level != above:
        around = cached(places.outlines, scope, asked.area_code, above)
        layers.append(borders(around, name="above", colour=DESK.bg1, width=1.8))
    key = f"map_{asked.area_code}_{level}"
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


def _tip(view: RecordView, row: dict[str, Any] | None) -> str:
    if row is None:
        return ""
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


def _legend(view: RecordView, scale: Shades, column: str, overdue: int) -> Markup:
    unit = f"{view.unit}/万人" if column == "per_ten_thousand" else view.unit
    bounds = "、".join(number(bound, 1 if bound < 10 else 0) for bound in scale.bounds)
    late = (
        tag("span", Markup(mark("alert", "10px")), f" 超期 {number(overdue)}", class_="end")
        if overdue
        else ""
    )
    return tag(
        "div",
        tag(
            "div",
            tag("span", "少"),
            *(tag("i", style=f"background:{colour}") for colour in scale.colours),
            tag("span", f"多 · {unit}", title=f"分级：{bounds}"),
        ),
        tag("div", tag("small", settings().boundary_note), late),
        class_="legend",
    )
