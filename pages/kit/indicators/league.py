"""An indicator at several places: the league of one period, and months by places."""

from __future__ import annotations

from typing import Any

import polars as pl
import streamlit as st

from pages.kit.filters import switch
from pages.kit.formats import number
from pages.kit.frame import nothing_here, panel
from pages.kit.html import Markup, tag
from pages.kit.icons import mark, shape_of
from pages.kit.indicators.bar import Asked, address_with
from pages.kit.indicators.rows import change_cell
from pages.kit.trace_code_bar import trace_address
from warehouse.access.scope import Scope
from warehouse.trace_code import Number, encode

LEAGUE_COLUMNS = {
    "area_code": "区划代码",
    "area_name": "区划",
    "value": "值",
    "numerator": "分子",
    "denominator": "分母",
    "change": "较上期",
    "target": "目标",
    "is_small_sample": "小样本",
}
HEAT_COLUMNS = {
    "area_code": "区划代码",
    "area_name": "区划",
    "label": "时段",
    "value": "值",
    "numerator": "分子",
    "denominator": "分母",
    "is_small_sample": "小样本",
}
_SORTS = {"value": "按值", "change": "按变化", "area": "按区划"}
# Of the ramp's five classes, those on which text can be read; the last one is dark.
_CLASSES = 4


def league_panel(
    scope: Scope, asked: Asked, row: dict[str, Any], league: pl.DataFrame, name: str
) -> None:
    """The places of one period, sorted; a name leads into the place, a value to its trace.

    Args:
        scope: Whose version the traces are of.
        asked: What the page shows.
        row: The indicator, with its period.
        league: Of `catalogue.league`.
        name: Which places they are.
    """
    with panel("pn_ind_league"):
        with st.container(key="league_head", horizontal=True):
            st.html(tag("h2", name, " ", tag("span", f"{row['label']} · ※ 小样本不参与比较")))
            sort = switch("排序", "sort", _SORTS, default="value")
        if league["value"].drop_nulls().is_empty():
            nothing_here("没有更细的数。", "这项指标不统计到下一级。")
            return
        listed = _sorted(league, row, sort)
        top = max(float(value) for value in league["value"].drop_nulls()) or 1.0
        full = max([top, *league["target"].drop_nulls()])
        lines = [_line(scope, asked, row, place, full) for place in listed.iter_rows(named=True)]
        st.html(tag("div", *lines, class_="lg", tabindex="0", role="region", aria_label=name))


def heat_table(row: dict[str, Any], heat: pl.DataFrame, name: str) -> None:
    """Months across, places down; darker is more."""
    caption = f"{row['unit']} · 深=高 · ※ 小样本"
    with panel("pn_ind_heat", f"{name} × 时段", caption):
        if heat.is_empty():
            nothing_here("没有逐期的数。", "")
            return
        labels = heat.sort("period_start")["label"].unique(maintain_order=True).to_list()
        bounds = _bounds(heat["value"])
        head = tag("tr", tag("th", ""), *(tag("th", label[2:], scope="col") for label in labels))
        body = []
        for (_, place), part in heat.group_by("area_code", "area_name", maintain_order=True):
            values = {cell["label"]: cell for cell in part.iter_rows(named=True)}
            cells = [_cell(values.get(label), row["decimals"], bounds) for label in labels]
            body.append(tag("tr", tag("th", place, scope="row"), *cells))
        st.html(
            tag(
                "div",
                tag("table", tag("thead", head), tag("tbody", *body)),
                class_="ht",
                tabindex="0",
                role="region",
                aria_label=f"{name}逐期数值",
            )
        )


def _sorted(league: pl.DataFrame, row: dict[str, Any], sort: str) -> pl.DataFrame:
    """By value, the better first and small samples last; by change; or by place."""
    if sort == "area":
        return league.sort("area_code")
    down = row["better"] != "lower"
    return league.sort(
        pl.col("value").is_null(),
        pl.col("is_small_sample").fill_null(value=False),
        pl.col(sort),
        descending=[False, False, down],
        nulls_last=True,
    )


def _line(
    scope: Scope, asked: Asked, row: dict[str, Any], place: dict[str, Any], full: float
) -> Markup:
    shape = shape_of(place["status"])
    is_known = place["value"] is not None
    bar = tag("i", style=f"width:{max(0, place['value'] or 0) / full:.1%}") if is_known else ""
    goal = place["target"]
    tick = tag("s", style=f"left:{goal / full:.1%}") if goal is not None and is_known else ""
    mark_of = Markup(mark(shape, "12px")) if shape in {"watch", "alert"} else ""
    value: Any = number(place["value"], row["decimals"], goal)
    if is_known:
        number_of = Number(
            row["indicator_code"], place["area_code"], row["period_type"], row["period_start"]
        )
        href = trace_address(encode(number_of, scope.version))
        value = tag("a", tag("b", value), href=href, target="_self", title="溯源")
    parts = number(place["numerator"])
    if place["denominator"] is not None:
        parts += f"/{number(place['denominator'])}"
    return tag(
        "div",
        tag("span", mark_of, class_="m"),
        tag(
            "a",
            place["area_name"],
            href=address_with(area=place["area_code"]),
            target="_self",
            class_="n on" if place["area_code"] == asked.area_code else "n",
        ),
        tag("div", bar, tick, class_="track small" if place["is_small_sample"] else "track"),
        tag("span", value, "※" if place["is_small_sample"] else "", class_="v"),
        tag("span", parts if is_known else "", class_="p"),
        tag("span", *change_cell(place, row), class_="d"),
    )


def _bounds(values: pl.Series) -> list[float]:
    """Where the classes of the heat table begin: quarters of the values shown."""
    known = values.drop_nulls()
    return [float(known.quantile(part / _CLASSES) or 0) for part in range(1, _CLASSES)]


def _cell(cell: dict[str, Any] | None, decimals: int, bounds: list[float]) -> Markup:
    if cell is None:
        return tag("td", "—", class_="h0")
    place = sum(cell["value"] > bound for bound in bounds)
    small = "※" if cell["is_small_sample"] else ""
    return tag("td", number(cell["value"], decimals), small, class_=f"h{place + 1}")
