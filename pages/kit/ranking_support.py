"""Grids that need support: by place, never in order of merit."""

from __future__ import annotations

import polars as pl
import streamlit as st

from pages.kit.data import cached
from pages.kit.failure import calm
from pages.kit.html import tag
from warehouse.access.scope import Scope
from warehouse.read import ranking


def support_button(scope: Scope) -> None:
    """Draw the button that opens the list of grids that need support."""
    grids = cached(ranking.grid_support, scope)
    if st.button(f"网格支持清单 {grids.height}", key="rk_support"):
        _dialog(grids)


@st.dialog("网格支持清单", width="large")
@calm
def _dialog(grids: pl.DataFrame) -> None:
    st.html(
        tag(
            "p",
            "网格往往只有一人，不排名、不打分。以下网格因空缺、超期、重复事件或较长时间无上报"
            "而需要支持，按地点排列；“无上报”是要核实的问题，不是结论。",
            class_="sm",
        )
    )
    streets = ["", *grids["street_name"].drop_nulls().unique(maintain_order=True)]
    street = st.selectbox("街道", streets, format_func=lambda name: name or "全部街道")
    shown = grids.filter(pl.col("street_name") == street) if street else grids
    st.dataframe(
        shown.select(
            pl.col("area_path").alias("网格"),
            pl.col("reasons").alias("需要支持的原因"),
            pl.col("last_reported_at").dt.strftime("%Y-%m-%d").fill_null("尚无").alias("最近上报"),
        ),
        hide_index=True,
        width="stretch",
        column_config={"需要支持的原因": st.column_config.TextColumn(width="large")},
    )
