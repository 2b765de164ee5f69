"""The filters of the catalogue: place, period, group, standing, level, feed, words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from pages.kit.crumbs import crumbs
from pages.kit.data import cached
from pages.kit.filters import NO_CHOICE, choose, reset_button, search, told
from pages.kit.period_box import period_box
from pages.kit.periods import DeskPeriod, last_day
from pages.kit.place_boxes import place_boxes, place_path
from warehouse.access.scope import Scope
from warehouse.read import catalogue

KEYS = ("area", "period", "group", "state", "level", "feed", "q", "sort")
GROUPS = ("闭环运行", "政治", "自治", "法治", "德治", "智治")
STATES = {
    "severe": "严重",
    "watch": "未达标",
    "normal": "达标",
    "none": "不设目标",
    "empty": "本期无数",
    "planned": "尚未接入",
}
LEVELS = {"C": "市", "D": "区县", "S": "街道", "V": "社区", "G": "网格"}
_MONTHS = 13


@dataclass(frozen=True)
class Asked:
    """What the page shows.

    Attributes:
        area_code: The place.
        area_name: Its name.
        parent_code: The place above it; None at the top.
        period: Of the values.
        group, state, level, feed, text: What narrows the list; None does not.
        code: The indicator that is open; None for the list alone.
    """

    area_code: str
    area_name: str
    parent_code: str | None
    period: DeskPeriod
    group: str | None
    state: str | None
    level: str | None
    feed: str | None
    text: str | None
    code: str | None

    @property
    def indicator_period(self) -> tuple[str, date]:
        """Type and start as indicators have them; none fits a free stretch of days."""
        return self.period.indicator or ("", self.period.last_day)

    @property
    def year_span(self) -> tuple[date, date]:
        """From the month twelve months before the period's last day to that day."""
        last = self.period.last_day
        count = last.year * 12 + last.month - _MONTHS
        return date(count // 12, count % 12 + 1, 1), last

    @property
    def view(self) -> str:
        """The view in words, for files."""
        return f"{self.area_name}；{self.period.label}"


def indicator_bar(scope: Scope, cut: dict[str, Any]) -> tuple[Asked, Any]:
    """Draw the path and the boxes, and say what is asked for.

    Args:
        scope: What the reader may see.
        cut: The row of `events.data_cut`.

    Returns:
        What is asked for, and the container at the right of the path, for downloads.
    """
    root = str(scope.area_code or cut["root_area_code"])
    path = place_path(scope, root)
    with st.container(key="crumb", horizontal=True):
        crumbs(path)
        downloads = st.container(key="ind_files", horizontal=True)
    with st.container(key="ind_filter"):
        area_code = place_boxes(scope, root)
        period = period_box(cut["as_of"], _last_whole_month(cut["as_of"]))
        group = choose("体系", "group", {NO_CHOICE: "全部体系", **{name: name for name in GROUPS}})
        state = choose("对照目标", "state", {NO_CHOICE: "全部状态", **STATES})
        level = choose("统计到", "level", {NO_CHOICE: "全部层级", **LEVELS})
        feeds = cached(catalogue.feed_names, scope)
        feed = choose("数据源", "feed", {NO_CHOICE: "全部数据源", **feeds})
        text = search("关键词", "q", hint="编号、名称、口径、依据")
        reset_button(KEYS)
    asked = Asked(
        area_code=area_code,
        area_name=path[-1]["area_name"] if path else area_code,
        parent_code=path[-2]["area_code"] if len(path) > 1 else None,
        period=period,
        group=group,
        state=state,
        level=level,
        feed=feed,
        text=text,
        code=told("code"),
    )
    return asked, downloads


def address_with(**changes: str | None) -> str:
    """The address of this view with some keys changed; None takes a key out."""
    kept = {key: value for key in (*KEYS, "code") if (value := told(key))}
    query = {key: value for key, value in {**kept, **changes}.items() if value}
    return "indicators?" + urlencode(query)


def _last_whole_month(as_of: datetime) -> str:
    return f"{last_day(as_of).replace(day=1) - timedelta(days=1):%Y-%m}"
