"""听证会商与化解: whether a meeting was held every month, and what was resolved of what was due."""

from __future__ import annotations

from typing import Any

import polars as pl
import streamlit as st

from pages.kit.as_table import chart_panel
from pages.kit.data import cached
from pages.kit.formats import number
from pages.kit.hits import Hit, rows_with_hits
from pages.kit.html import Markup, tag
from pages.kit.icons import mark, shape_of
from pages.kit.periods import DeskPeriod
from pages.kit.tiles import SMALL
from pages.kit.trace import open_trace
from warehouse.access.scope import Scope
from warehouse.read import indicators, petitions
from warehouse.read.record_filters import RecordFilter

_MONTHS = 12
_RATES = {
    "LAW-12": "存量化解率",
    "LAW-23": "包案化解率",
    "LAW-10": "初访化解率",
    "LAW-13A": "群众参评率",
}
_MEETINGS = ("hearings", "consultations", "receptions")
_HEADINGS = {
    "label": "月份",
    "hearings": "听证",
    "consultations": "会商",
    "receptions": "领导接访",
    "backlog_closed": "化解存量",
}


def meetings_panel(scope: Scope, asked: RecordFilter, period: DeskPeriod) -> None:
    """Draw twelve months of meetings, and below them rates that open their trace."""
    rows = cached(petitions.months, scope, asked.area_code, period.last_day, count=_MONTHS)
    rates = cached(
        indicators.readings,
        scope,
        list(_RATES),
        asked.area_code,
        period.indicator or ("", period.last_day),
        until=period.last_day,
    ).to_dicts()

    def draw() -> None:
        st.html(_months(rows))
        drawn = tag("div", *(_rate(row) for row in rates), class_="bars resolved")
        clicked = rows_with_hits("resolved", drawn, [_hit(row) for row in rates])
        for row in rates:
            if row["indicator_code"] == clicked:
                open_trace(scope, clicked, asked.area_code, row["period_type"], row["period_start"])

    chart_panel(
        "meetings",
        ("听证会商与化解", "每月不少于一次" if _owes(rows) else "村社区不单独要求"),
        rows=rows.reverse(),
        headings=_HEADINGS,
        draw=draw,
    )


def _owes(rows: pl.DataFrame) -> bool:
    return rows.height > 0 and bool(rows["owes_meetings"][0])


def _months(rows: pl.DataFrame) -> Markup:
    """A cell per month with its hearings and consultations; one without any is marked."""
    return tag(
        "div",
        *(_month(row) for row in rows.iter_rows(named=True)),
        class_="months",
        role="img",
        aria_label=_sentence(rows),
    )


def _month(row: dict[str, Any]) -> Markup:
    held = row["hearings"] + row["consultations"]
    told = "、".join(f"{_HEADINGS[column]} {row[column]}" for column in _MEETINGS)
    is_missed = row["is_complete"] and row["owes_meetings"]
    look = "held" if held else "none" if is_missed else "open"
    return tag(
        "span",
        tag("i", number(held) if held else "○", class_=look, title=f"{row['label']}：{told}"),
        tag("small", str(row["month_start"].month)),
    )


def _sentence(rows: pl.DataFrame) -> str:
    missed = rows.filter(
        (pl.col("hearings") + pl.col("consultations") == 0)
        & pl.col("is_complete")
        & pl.col("owes_meetings")
    )
    held = sum(rows["hearings"]) + sum(rows["consultations"])
    return f"近 {rows.height} 个月听证会商 {number(held)} 次，{missed.height} 个月没有召开"


def _rate(row: dict[str, Any]) -> Markup:
    value = row["value"]
    shape = shape_of(row["status"])
    parts = (
        f"{number(row['numerator'])}/{number(row['denominator'])}" if value is not None else "无数"
    )
    told = "—" if value is None else f"{number(value, 1)}%"
    if row["denominator"] is not None and row["denominator"] < SMALL:
        told = parts
    return tag(
        "div",
        tag("span", _RATES[row["indicator_code"]], title=f"{row['name_zh']} {row['label'] or ''}"),
        tag("div", tag("i", style=f"width:{min(value or 0, 100):.1f}%"), class_="track"),
        tag("em", parts),
        tag("b", Markup(mark(shape, "10px")) if shape in {"watch", "alert"} else "", told),
    )


def _hit(row: dict[str, Any]) -> Hit:
    return Hit(
        key=row["indicator_code"],
        words=f"溯源：{_RATES[row['indicator_code']]}",
        is_on=row["value"] is not None,
    )
