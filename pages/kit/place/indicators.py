"""The key indicators of a place among its peers, month by month; each opens its trace."""

from __future__ import annotations

from datetime import date
from typing import Any
from urllib.parse import urlencode

import polars as pl
import streamlit as st

from pages.kit.as_table import chart_panel
from pages.kit.data import cached
from pages.kit.filters import choose
from pages.kit.formats import change, direction, number, target, tone
from pages.kit.frame import nothing_here
from pages.kit.html import Markup, tag
from pages.kit.icons import arrow, mark, shape_of
from pages.kit.place.strip import spark, strip
from pages.kit.trace import open_trace
from warehouse.access.scope import Scope
from warehouse.read import place
from warehouse.rounding import rounded

_HEADINGS = {
    "indicator_name": "指标",
    "value": "本地",
    "previous_value": "上月",
    "peer_median": "同类中位数",
    "target": "目标",
    "peer_rank": "同类位次",
    "peer_count": "同类可比",
    "numerator": "分子",
    "denominator": "分母",
}


def month_box(scope: Scope, area_code: str) -> date | None:
    """The box that chooses a month; None where nothing is kept yet."""
    rows = cached(place.months, scope, area_code)
    if rows.is_empty():
        return None
    labels = rows["period_label"].to_list()
    complete = rows.filter(pl.col("is_complete"))
    usual = complete["period_label"][0] if complete.height else labels[0]
    words = {
        row["period_label"]: row["period_label"] + ("" if row["is_complete"] else "（至今）")
        for row in rows.iter_rows(named=True)
    }
    chosen = choose("月份", "period", words, default=usual) or usual
    starts: dict[str, date] = dict(rows.select("period_label", "period_start").iter_rows())
    return starts[chosen]


def indicators_panel(scope: Scope, profile: dict[str, Any], month: date | None) -> None:
    """Draw the panel.

    Args:
        scope: What the reader may see.
        profile: The row of `mart_place_profile`.
        month: First day of the month shown; None where nothing is kept.
    """
    code = profile["area_code"]
    rows = cached(place.indicators, scope, code, month) if month else pl.DataFrame()
    label = rows["period_label"][0] if rows.height else ""
    among = (
        f"灰点=同类（{profile['peer_label']} {number(profile['peer_count'])} 个） · 竖线=中位数"
        if profile["peer_key"]
        else "灰点=下级各地"
    )
    chart_panel(
        "indicators",
        ("关键指标", f"{label} · {among} · 虚线=目标" if label else ""),
        rows=rows,
        headings=_HEADINGS,
        draw=lambda: _draw(scope, profile, rows, month),
    )


def _draw(scope: Scope, profile: dict[str, Any], rows: pl.DataFrame, month: date | None) -> None:
    if month is None or rows.is_empty():
        nothing_here("还没有可比的指标。", "第一个月的数据齐了就会出现。")
        return
    code = profile["area_code"]
    peers = _grouped(cached(place.peers, scope, code, month))
    months = _grouped(cached(place.history, scope, code, month))
    listed = rows.to_dicts()
    with st.container(key="strips"):
        st.html(
            tag(
                "div",
                *(
                    _row(
                        row,
                        peers.get(row["indicator_code"], []),
                        months.get(row["indicator_code"], []),
                    )
                    for row in listed
                ),
                class_="strips",
            )
        )
        with st.container(key="strip_hits"):
            for row in listed:
                clicked = st.button(
                    f"溯源：{row['indicator_name']}",
                    key=f"strip_{row['indicator_code']}",
                    type="tertiary",
                    disabled=row["value"] is None,
                )
                if clicked:
                    open_trace(scope, row["indicator_code"], code, "month", month)


def _grouped(rows: pl.DataFrame) -> dict[str, list[Any]]:
    return {
        str(code): part["value"].to_list()
        for (code,), part in rows.group_by("indicator_code", maintain_order=True)
    }


def _row(row: dict[str, Any], peers: list[float], months: list[float | None]) -> Markup:
    unit, decimals = row["unit"], row["decimals"]
    goal = target(row["target"], row["better"], decimals)
    shape = shape_of(row["status"])
    is_off = shape in {"watch", "alert"} and not row["is_small_sample"]
    href = "indicators?" + urlencode({"code": row["indicator_code"], "area": row["area_code"]})
    return tag(
        "div",
        tag(
            "div",
            Markup(mark(shape, "11px")) if is_off else tag("i"),
            tag("a", row["indicator_name"], href=href, target="_self"),
            tag("small", f"目标 {goal}" if goal else ""),
            class_="nm",
        ),
        tag("div", *_value(row, unit, decimals), class_="vl"),
        tag("div", strip(row, peers, median=row["peer_median"]), class_="st"),
        tag("div", _rank(row), class_="rk"),
        tag("div", spark(row, months), class_="sp"),
    )


def _value(row: dict[str, Any], unit: str, decimals: int) -> list[Any]:
    if row["is_small_sample"] and row["denominator"] is not None and unit == "%":
        parts = "/".join(number(row[part]) for part in ("numerator", "denominator"))
        return [tag("b", parts), tag("small", "样本少")]
    difference = None if row["change"] is None else rounded(row["change"], decimals)
    size = (
        [
            Markup(arrow(direction(difference))),
            change(difference, unit=unit, decimals=decimals, previous=row["previous_value"])
            if difference
            else "持平",
        ]
        if difference is not None
        else [""]
    )
    look = f"s-{tone(difference, row['better'])}"
    told = number(row["value"], decimals, row["target"])
    return [
        tag("b", told, tag("i", unit if row["value"] is not None else "")),
        tag("small", *size, class_=look),
    ]


def _rank(row: dict[str, Any]) -> Markup:
    if row["peer_rank"] is None:
        return tag("span", "—", title="样本少、没有好坏方向或是网格，不排位次")
    return tag("span", tag("b", number(row["peer_rank"])), f" / {number(row['peer_count'])}")
