"""层级上行: where the disputes of the period were settled, and what went up to the next level."""

from __future__ import annotations

from functools import partial
from typing import Any

import polars as pl
import streamlit as st

from pages.kit.as_table import chart_panel
from pages.kit.data import cached
from pages.kit.filters import tell_all
from pages.kit.formats import number
from pages.kit.frame import nothing_here
from pages.kit.html import Markup, tag
from warehouse.access.scope import Scope
from warehouse.read import disputes
from warehouse.read.record_filters import RecordFilter

_HEADINGS = {
    "level_name": "层级",
    "accepted": "本级受理",
    "from_below": "下级上交",
    "settled": "本级调结",
    "open": "在调",
    "passed_up": "上交上级",
    "passed_up_share": "上行率 %",
}
#: The word that finds what was passed up.
_PASSED_UP = "上交"


def levels_panel(scope: Scope, asked: RecordFilter) -> None:
    """Draw a step per level, the top first, with what rose from one to the next."""
    rows = cached(disputes.levels, scope, asked)

    def draw() -> None:
        if rows.is_empty():
            nothing_here("本期没有纠纷。", "放宽日期或区域。")
            return
        listed = rows.to_dicts()
        most = max(row["settled"] + row["open"] + row["passed_up"] for row in listed)
        for row in listed:
            st.html(tag("div", _level(row, most), class_="ladder"))
            _risen(rows.filter(pl.col("from_below") > 0), row, asked)

    chart_panel(
        "levels",
        ("层级上行", "本期受理的纠纷在哪一级调结 · 件"),
        rows=rows,
        headings=_HEADINGS,
        draw=draw,
    )


def _risen(above: pl.DataFrame, row: dict[str, Any], asked: RecordFilter) -> None:
    """What rose to a level from below, between the two; a click lists it."""
    if row["level_name"] not in above["level_name"]:
        return
    is_on = asked.text == _PASSED_UP
    st.button(
        f"↑ 上交 {number(row['from_below'])} 件 · {'取消只看' if is_on else '只看'}",
        key=f"risen_{row['level_name']}",
        type="tertiary",
        on_click=partial(
            tell_all, q=None if is_on else _PASSED_UP, show=None if is_on else "opened"
        ),
    )


def _level(row: dict[str, Any], most: int) -> Markup:
    came = [("本级受理", row["accepted"]), ("下级上交", row["from_below"])]
    parts = [("settled", row["settled"]), ("open", row["open"]), ("up", row["passed_up"])]
    bar = [
        tag("i", class_=name, style=f"width:{100 * value / (most or 1):.2f}%")
        for name, value in parts
        if value
    ]
    went = [("调结", "settled", row["settled"]), ("在调", "open", row["open"])]
    if row["passed_up"]:
        went.append(("上交", "up", row["passed_up"]))
    return tag(
        "div",
        tag("b", row["level_name"]),
        tag(
            "div",
            tag("div", *bar, class_="track"),
            tag(
                "small",
                tag("span", " + ".join(f"{name} {number(value)}" for name, value in came if value)),
                *(
                    tag("span", name, " ", tag("b", number(value)), class_=f"k {look}")
                    for name, look, value in went
                ),
            ),
        ),
        class_="level",
    )
