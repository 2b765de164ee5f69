"""Which scheme, month, level and group the ranking shows; the choice lives in the address."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import polars as pl
import streamlit as st

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


def ranking_filters(groups: pl.DataFrame, level_names: dict[str, str]) -> RankChoice:
    """Draw the filters of the ranking page and return what is chosen.

    Args:
        groups: All of `warehouse.read.ranking.groups`; at least one row.
        level_names: What each level is called here, the highest first.
    """
    names = dict(groups.select("scheme_code", "scheme_name").iter_rows())
    scheme = _select("scheme", list(names), _first_that_ranks(groups), names.__getitem__)
    groups = groups.filter(scheme_code=scheme)

    periods = dict(groups.select("period_label", "period_start").iter_rows())
    label = _select("period", list(periods), _newest_complete(groups), period_words)
    groups = groups.filter(period_start=periods[label])

    sizes = dict(groups.filter(peer_group="").select("level", "unit_count").iter_rows())
    levels = [level for level in level_names if level in sizes]
    level = _segments("level", levels, levels[0], lambda one: f"{level_names[one]} {sizes[one]}")
    groups = groups.filter(level=level)

    offered = sorted(name for name in groups["peer_group"] if name)
    peers = ""
    if len(offered) > 1:
        peers = _segments("group", ["", *offered], "", lambda one: one or ALL_GROUPS)
    summary = groups.filter(peer_group=peers if len(offered) > 1 else "").row(0, named=True)
    return RankChoice(scheme, periods[label], level, peers, summary)


def chosen_unit(board: pl.DataFrame) -> str:
    """Code of the place whose composition is shown: from the address, else the lowest total."""
    fallback = board.sort("total", nulls_last=True)["area_code"][0]
    return _remembered("unit", board["area_code"].to_list(), fallback)


def choose_unit(area_code: str) -> None:
    """Show the composition of another place."""
    st.session_state["rk_unit"] = area_code


def remembered_view(views: dict[str, str]) -> str:
    """The view of a place beside the table: a switch, whose choice lives in the address."""
    return _segments("view", list(views), next(iter(views)), views.__getitem__)


def periods_before(start: date, count: int, period_type: str) -> date:
    """First day of the period that lies `count` periods before the one that starts here."""
    if period_type == "week":
        return start - timedelta(weeks=count)
    months = count * {"month": 1, "quarter": 3, "year": 12}[period_type]
    place = start.year * 12 + start.month - 1 - months
    return date(max(place // 12, 1), place % 12 + 1, 1)


def _select(name: str, options: Sequence[str], fallback: str, words: Callable[[str], str]) -> str:
    _remembered(name, options, fallback)
    labels = {"scheme": "考核方案", "period": "考核时段"}
    chosen = st.selectbox(
        labels[name], options, key=f"rk_{name}", format_func=words, label_visibility="collapsed"
    )
    return _keep(name, chosen or fallback)


def _segments(name: str, options: Sequence[str], fallback: str, words: Callable[[str], str]) -> str:
    _remembered(name, options, fallback)
    chosen = st.segmented_control(
        {"level": "层级", "group": "分组", "view": "所示内容"}[name],
        options,
        key=f"rk_{name}",
        format_func=words,
        label_visibility="collapsed",
        required=True,
    )
    return _keep(name, fallback if chosen is None else chosen)


def _remembered(name: str, options: Sequence[str], fallback: str) -> str:
    """The choice of this session, else of the address, else the fallback."""
    key = f"rk_{name}"
    value = st.session_state.get(key, st.query_params.get(name, fallback))
    st.session_state[key] = value if value in options else fallback
    return _keep(name, st.session_state[key])


def _keep(name: str, value: str) -> str:
    if st.query_params.get(name, "") != value:
        st.query_params[name] = value
    return value


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
