"""The ranking as files: CSV and a workbook with the composition."""

from __future__ import annotations

from functools import partial
from typing import Any

import polars as pl
import streamlit as st

from warehouse.report.ranking_table import ranking_csv, ranking_workbook
from warehouse.settings import settings

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def ranking_downloads(board: pl.DataFrame, items: pl.DataFrame, summary: dict[str, Any]) -> None:
    """Draw the two buttons; a file is made only when its button is pressed.

    Args:
        board: Rows of `mart_rank_board` as shown.
        items: Rows of `mart_rank_items`; those of other places are left out.
        summary: The row of `mart_rank_groups` that the page is about.
    """
    items = items.join(board.select("area_code"), on="area_code", how="semi")
    mark = "演示数据_" if settings().demo else ""
    name = f"{mark}考核排名_{summary['period_label']}_{summary['peer_group'] or '全部'}"
    st.download_button(
        "CSV",
        partial(ranking_csv, board, items),
        f"{name}.csv",
        "text/csv",
        on_click="ignore",
        key="rk_csv",
    )
    st.download_button(
        "排名 Excel",
        partial(ranking_workbook, board, items, summary),
        f"{name}.xlsx",
        XLSX,
        on_click="ignore",
        key="rk_xlsx",
        type="primary",
    )
