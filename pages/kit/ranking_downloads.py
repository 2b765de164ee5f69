"""The ranking as files: CSV and a workbook with the composition."""

from __future__ import annotations

from datetime import datetime
from functools import partial

import streamlit as st

from pages.kit.ranking_view import RankView
from warehouse.report.ranking_table import ranking_csv, ranking_workbook
from warehouse.settings import settings

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def ranking_downloads(view: RankView, data_cut: datetime, version: str) -> None:
    """Draw the two buttons; a file is made only when its button is pressed.

    Args:
        view: The ranking as it is looked at; a file holds all pages of the table.
        data_cut: Up to when data count.
        version: The build that the rows were read from.
    """
    board, summary = view.board, view.choice.summary
    items = view.items.join(board.select("area_code"), on="area_code", how="semi")
    mark = "演示数据_" if settings().demo else ""
    name = f"{mark}考核排名_{summary['period_label']}_{summary['peer_group'] or '全部'}"
    told = {
        "筛选条件": view.words,
        "单位数": str(board.height),
        "数据截至": data_cut.isoformat(sep=" "),
        "数据版本": version,
    }
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
        partial(ranking_workbook, board, items, summary, told),
        f"{name}.xlsx",
        XLSX,
        on_click="ignore",
        key="rk_xlsx",
        type="primary",
    )
