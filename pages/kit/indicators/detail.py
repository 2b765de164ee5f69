"""All about one indicator: words, value, trends, league, months by places."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import polars as pl
import streamlit as st

from pages.kit.as_table import chart_panel
from pages.kit.charts import PLOTLY_CONFIG, trend_sentence
from pages.kit.data import cached
from pages.kit.exports import Note, csv_file, xlsx_file
from pages.kit.formats import value_with_unit
from pages.kit.frame import nothing_here, panel
from pages.kit.html import Markup, tag
from pages.kit.indicators.bar import Asked, address_with
from pages.kit.indicators.league import HEAT_COLUMNS, LEAGUE_COLUMNS, heat_table, league_panel
from pages.kit.indicators.trend import day_figure, month_figure, month_sentence
from pages.kit.indicators.words import facts, words_of
from pages.kit.trace import open_trace, trace_style
from pages.kit.trace_parts import formula, headline
from warehouse.access.scope import Scope
from warehouse.read import catalogue, trace, trace_codes

_DAYS = 60


def indicator_detail(
    scope: Scope, asked: Asked, row: dict[str, Any], files: Any, cut: dict[str, Any]
) -> None:
    """Draw it.

    Args:
        scope: What the reader may see.
        asked: What the page shows.
        row: Of `catalogue_rows`.
        files: The container for downloads.
        cut: The row of `events.data_cut`.
    """
    trace_style()
    with st.container(key="ind_detail"):
        _head(scope, asked, row)
        with st.container(key="ind_words"):
            with panel("pn_ind_words", "口径", row["governance"]):
                st.html(words_of(row))
            with panel("pn_ind_facts", "构成与目标", _period_words(row)):
                st.html(tag("div", _fraction(scope, row), facts(row, asked), class_="ind-facts"))
        if row.get("value") is None:
            nothing_here(_why(row), "换一个区划、时段，或到更高一级查看。")
            return
        with st.container(key="ind_charts"):
            _months(scope, asked, row)
            _days(scope, asked, row)
        league, heat, name = _tables(scope, asked, row)
        with st.container(key="ind_places"):
            league_panel(scope, asked, row, league, name)
            heat_table(row, heat, name)
    with files:
        _downloads(scope, asked, row, (league, heat), cut["as_of"])


def _head(scope: Scope, asked: Asked, row: dict[str, Any]) -> None:
    """Name and value, the way back to the list, and the trace."""
    with st.container(key="ind_head", horizontal=True):
        back = tag("a", "← 目录", href=address_with(code=None), target="_self", class_="back")
        if row.get("value") is None:
            title = tag("span", row["indicator_code"], " ", row["name_zh"], class_="nm")
            st.html(tag("div", back, title, class_="tr-hl"))
            return
        st.html(tag("div", back, headline(row, Markup("")), class_="ind-hl"))
        if st.button("溯源", key="ind_trace", type="primary"):
            kind, start = row["period_type"], row["period_start"]
            open_trace(scope, row["indicator_code"], asked.area_code, kind, start)


def _fraction(scope: Scope, row: dict[str, Any]) -> Markup:
    if row.get("value") is None:
        return Markup("")
    found = cached(trace.reading, scope, *trace_codes.number_of(row))
    return formula(found.row(0, named=True))


def _months(scope: Scope, asked: Asked, row: dict[str, Any]) -> None:
    kind = _kind(row)
    rows = cached(
        catalogue.trend, scope, row["indicator_code"], asked.area_code, kind, asked.year_span
    )
    word = "季" if kind == "quarter" else "个月"
    chart_panel(
        "ind_months",
        (f"近 {rows.height} {word}", f"{row['unit']} · 虚线=目标 · 空心=未满期或小样本"),
        rows=rows,
        headings={
            "label": "时段",
            "value": row["name_zh"],
            "numerator": row["numerator_name"] or "分子",
            "denominator": row["denominator_name"] or "分母",
            "target": "目标",
        },
        draw=lambda: _plot(month_figure(rows, row), "ind_months_chart", month_sentence(rows, row)),
    )


def _days(scope: Scope, asked: Asked, row: dict[str, Any]) -> None:
    rows = cached(catalogue.days, scope, row["indicator_code"], asked.area_code, count=_DAYS)
    if rows.is_empty():
        with panel("pn_ind_days", "每日与常态"):
            nothing_here("不按日研判常态。", "存量、低频或低层级指标没有每日的常态区间。")
        return
    chart_panel(
        "ind_days",
        (f"近 {rows.height} 日与常态", "24 小时滚动 · 灰带=常态 · ▲ 高于常态"),
        rows=rows.reverse(),
        headings={
            "day": "截止日",
            "reported": row["name_zh"],
            "low": "常态下限",
            "high": "常态上限",
        },
        draw=lambda: _plot(
            day_figure(rows, row),
            "ind_days_chart",
            trend_sentence(rows, what=row["name_zh"], unit=row["unit"]),
        ),
    )


def _plot(figure: Any, key: str, words: str) -> None:
    st.plotly_chart(figure, key=key, height="stretch", theme=None, config=PLOTLY_CONFIG, alt=words)


def _tables(
    scope: Scope, asked: Asked, row: dict[str, Any]
) -> tuple[pl.DataFrame, pl.DataFrame, str]:
    """League and months of the places below; of the peers where there are none below."""
    code, period = row["indicator_code"], (row["period_type"], row["period_start"])
    above, name = asked.area_code, "下级各地"
    league = cached(catalogue.league, scope, code, above, *period)
    if league["value"].drop_nulls().is_empty() and asked.parent_code:
        above, name = asked.parent_code, "同级各地"
        league = cached(catalogue.league, scope, code, above, *period)
    heat = cached(catalogue.months_by_place, scope, code, above, _kind(row), asked.year_span)
    return league, heat, name


def _downloads(
    scope: Scope,
    asked: Asked,
    row: dict[str, Any],
    tables: tuple[pl.DataFrame, pl.DataFrame],
    as_of: datetime,
) -> None:
    league, heat = tables
    title = f"{row['indicator_code']}_{row['name_zh']}"
    code = trace_codes.code_of(scope, row)
    view = f"{asked.view}；{value_with_unit(row['value'], row['unit'], row['decimals'])}"
    note = Note(title, f"{view}；溯源码 {code}", as_of, scope.version)
    st.download_button(
        "各地对比 CSV",
        data=lambda: csv_file(league, LEAGUE_COLUMNS, note),
        file_name=note.file_name("csv"),
        mime="text/csv",
        key="ind_csv",
        on_click="ignore",
    )
    st.download_button(
        "逐月明细 XLSX",
        data=lambda: xlsx_file(heat, HEAT_COLUMNS, note),
        file_name=note.file_name("xlsx"),
        mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        key="ind_xlsx",
        on_click="ignore",
    )


def _kind(row: dict[str, Any]) -> str:
    """Months, or quarters for an indicator that is not kept by the month."""
    return "month" if "M" in row["periods"].split() else "quarter"


def _period_words(row: dict[str, Any]) -> str:
    return str(row.get("label") or "")


def _why(row: dict[str, Any]) -> str:
    if row["state"] == "planned":
        return "这项指标已列入体系，数据源尚未接入。"
    counted = row["denominator_name"] or row["numerator_name"]
    return f"这一区划和时段没有“{counted}”，不出数；不是 0。"
