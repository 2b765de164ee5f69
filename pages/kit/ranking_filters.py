"""Which scheme, period, level, group and place the ranking shows; all of it is in the address."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import polars as pl
import streamlit as st

from pages.kit.filters import NO_CHOICE, choose, switch, told

ALL_GROUPS = "全部分组"


@dataclass(frozen=True)
class RankChoice:
    """One view of the ranking.

    Attributes:
        scheme_code: Of which scheme.
        period_start: First day of the period.
        level: Of which places.
        peer_group: Only this group; empty for all of them.
        summary: The row of `mart_rank_groups` that this view is about.
    """

    scheme_code: str
    period_start: date
    level: str
    peer_group: str
    summary: dict[str, Any]

    @property
    def asked(self) -> tuple[str, date, str]:
        """Scheme, period and level: what the read functions take."""
        return self.scheme_code, self.period_start, self.level


def ranking_filters(
    groups: pl.DataFrame, level_names: dict[str, str], place: dict[str, Any] | None
) -> RankChoice:
    """Draw the filters of the ranking page and return what is chosen.

    Args:
        groups: All of `warehouse.read.ranking.groups`; at least one row.
        level_names: What each level is called here, the highest first.
        place: The place of the address, with its `level`: the table is about its level unless
            the address says otherwise.
    """
    names = dict(groups.select("scheme_code", "scheme_name").iter_rows())
    first = _first_that_ranks(groups)
    scheme = choose("考核方案", "scheme", names, default=first) or first
    groups = groups.filter(scheme_code=scheme)

    periods = dict(groups.select("period_label", "period_start").iter_rows())
    newest = _newest_complete(groups)
    words = {label: period_words(label) for label in periods}
    label = choose("考核时段", "period", words, default=newest) or newest
    groups = groups.filter(period_start=periods[label])

    sizes = dict(groups.filter(peer_group="").select("level", "unit_count").iter_rows())
    levels = {
        level: f"{name} {sizes[level]}" for level, name in level_names.items() if level in sizes
    }
    usual = place["level"] if place and place["level"] in levels else next(iter(levels))
    level = switch("层级", "level", levels, default=usual)
    groups = groups.filter(level=level)

    offered = sorted(name for name in groups["peer_group"] if name)
    peers = NO_CHOICE
    if len(offered) > 1:
        peers = switch(
            "分组",
            "group",
            {NO_CHOICE: ALL_GROUPS, **{one: one for one in offered}},
            default=NO_CHOICE,
        )
    summary = groups.filter(peer_group=peers if len(offered) > 1 else "").row(0, named=True)
    return RankChoice(scheme, periods[label], level, peers, summary)


def chosen_unit(board: pl.DataFrame) -> str:
    """Code of the place whose composition is shown: of the address, else the lowest total."""
    known = set(board["area_code"])
    asked = next((code for key in ("unit", "area") if (code := told(key)) in known), None)
    lowest: str = board.sort("total", nulls_last=True)["area_code"][0]
    return asked or lowest


def choose_unit(area_code: str) -> None:
    """Show the composition of another place; the page of the table stays."""
    st.query_params["unit"] = area_code


def periods_before(start: date, count: int, period_type: str) -> date:
    """First day of the period that lies `count` periods before the one that starts here."""
    if period_type == "week":
        return start - timedelta(weeks=count)
    months = count * {"month": 1, "quarter": 3, "year": 12}[period_type]
    place = start.year * 12 + start.month - 1 - months
    return date(max(place // 12, 1), place % 12 + 1, 1)


def _first_that_ranks(groups: pl.DataFrame) -> str:
    ranking = groups.filter(pl.col("ranked_count") > 0)
    code: str = (groups if ranking.is_empty() else ranking)["scheme_code"][0]
    return code


def _newest_complete(groups: pl.DataFrame) -> str:
    complete = groups.filter(pl.col("is_complete"))
    label: str = (groups if complete.is_empty() else complete)["period_label"][0]
    return label


def period_words(label: str) -> str:
    """`2026-10` → `2026年10月`, `2025` → `2025年`; a week or a quarter stays as it is."""
    year, _, month = label.partition("-")
    if not month:
        return f"{year}年"
    return f"{year}年{int(month)}月" if month.isdigit() else label
