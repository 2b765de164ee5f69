"""The coverage in a row of figures; a click lists what stands behind one."""

from __future__ import annotations

import streamlit as st

from pages.kit.data import cached
from pages.kit.periods import DeskPeriod
from pages.kit.records.sets import go
from pages.kit.tiles import Tile, tile_row
from warehouse.access.scope import Scope
from warehouse.read import coverage
from warehouse.read.record_filters import RecordFilter


def totals_tiles(scope: Scope, asked: RecordFilter, period: DeskPeriod) -> None:
    """Draw how many targets are met, and what is missing."""
    row = cached(coverage.totals, scope, asked.area_code, period.last_day).row(0, named=True)
    unmet = row["unmet"]
    tiles = [
        Tile("met", "达标项目", row["met"], "项", note=f"有目标的 {row['items']} 项"),
        Tile(
            "unmet",
            "未达标项目",
            unmet,
            "项",
            note="低于目标值",
            status="watch" if unmet else "none",
            leads="列出缺口",
        ),
        Tile("short", "距达标还差", row["short"], "个单位", note="各项合计", leads="列出缺口"),
    ]
    tile_row("coverage", tiles, chooses=_list)


def _list(tile: Tile) -> None:
    area = st.query_params.get("area")
    go(set=None, area=area)
