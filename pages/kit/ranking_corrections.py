"""What later data made of a sealed period: old, new, why, and the rows."""

from __future__ import annotations

from typing import Any

import polars as pl
import streamlit as st

from pages.kit.data import cached
from pages.kit.failure import calm
from pages.kit.formats import NO_VALUE, number, value_with_unit
from pages.kit.html import Markup, tag
from pages.kit.ranking_changes import signed
from warehouse.access.scope import Scope
from warehouse.read import ranking

Row = dict[str, Any]

#: As many fit beside the league table; the rest is a click away.
SHOWN = 6


def corrections_list(scope: Scope, corrections: pl.DataFrame, chosen: Row) -> None:
    """Draw the corrections of a sealed period, those of the chosen place first.

    Args:
        scope: Scope of the page.
        corrections: Rows of `mart_rank_corrections` of one period and level.
        chosen: The chosen place's row of `mart_rank_board`.
    """
    st.html(tag("div", _state(chosen), class_="method"))
    if corrections.is_empty():
        return
    own = corrections.sort(pl.col("area_code") != chosen["area_code"], maintain_order=True)
    st.html(tag("div", *(_line(row) for row in own.head(SHOWN).to_dicts()), class_="corr"))
    if st.button(f"全部 {corrections.height} 项更正及其原始行", key="rk_corr_all"):
        _dialog(scope, corrections)


@st.dialog("封存后的更正", width="large")
@calm
def _dialog(scope: Scope, corrections: pl.DataFrame) -> None:
    labels = [f"{row['area_name']} · {row['item_name']}" for row in corrections.to_dicts()]
    place = st.selectbox("更正项", range(len(labels)), format_func=labels.__getitem__)
    row = corrections.row(place or 0, named=True)
    st.html(tag("div", _line(row), class_="corr"))
    rows = cached(
        ranking.correction_rows,
        scope,
        row["scheme_code"],
        row["period_start"],
        row["area_code"],
        row["item_code"],
    )
    parts = {"numerator": "分子", "denominator": "分母"}
    st.dataframe(
        rows.select(
            pl.col("kind_name").alias("类别"),
            pl.col("number").alias("编号"),
            pl.col("part").replace_strict(parts).alias("计入"),
            _day("entry_at_then", "未计入").alias("封存时计入"),
            _day("entry_at_now", "不再计入").alias("现计入"),
            pl.col("source_file").alias("来源文件"),
            pl.col("source_row").alias("行"),
            _day("loaded_at", NO_VALUE).alias("载入时间"),
        ),
        hide_index=True,
        width="stretch",
    )


def _day(column: str, empty: str) -> pl.Expr:
    """Times as words; what is not there says so instead of an English None."""
    return pl.col(column).dt.strftime("%Y-%m-%d %H:%M").fill_null(empty)


def _state(chosen: Row) -> Markup:
    if not chosen["is_sealed"]:
        return tag(
            "p",
            "本期未封存：得分和名次随数据更新。封存后，晚到的数据只列为更正，不改已公布的名次。",
        )
    published = f"公布 {number(chosen['total'], 2)} 分、第 {chosen['rank'] or NO_VALUE} 名"
    today = f"现为 {number(chosen['total_today'], 2)} 分、第 {chosen['rank_today'] or NO_VALUE} 名"
    return tag(
        "div",
        tag(
            "p",
            f"{chosen['sealed_at']:%Y-%m-%d %H:%M} 由 {chosen['sealed_by']} 封存，"
            f"封存码 {chosen['seal_digest'][:12]}",
        ),
        tag("p", tag("b", chosen["area_name"]), f"：{published}；按今日数据{today}。"),
    )


def _line(row: Row) -> Markup:
    then = value_with_unit(row["sealed_value"], row["unit"] or "", 1)
    now = value_with_unit(row["value_now"], row["unit"] or "", 1)
    points = row["points_difference"]
    return tag(
        "div",
        tag("div", tag("b", row["area_name"]), " ", row["item_name"]),
        tag(
            "div",
            f"公布 {then}（{_fraction(row, 'sealed_numerator', 'sealed_denominator')}），"
            f"现为 {now}（{_fraction(row, 'numerator_now', 'denominator_now')}）",
            tag("span", "" if points is None else f" {signed(points, 2)} 分"),
        ),
        tag("div", row["reason"], class_="sm"),
    )


def _fraction(row: Row, above: str, below: str) -> str:
    return f"{number(row[above])}／{number(row[below])}"
