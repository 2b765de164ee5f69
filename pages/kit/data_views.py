"""The parts of the data page, one at a time; which one is in the address."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import streamlit as st

from pages.kit.data_build import checks_panel, versions_panel
from pages.kit.data_feeds import feeds_panel, rows_panel
from pages.kit.data_integrity import integrity
from pages.kit.data_lineage import lineage_panel
from pages.kit.data_refused import refused_panel
from pages.kit.data_sources import sources, trends_panel
from pages.kit.data_threads import repeated, threads
from pages.kit.filters import switch, told
from pages.kit.frame import panel
from pages.kit.html import tag
from warehouse.access.scope import Scope

FIRST = "fresh"
INTEGRITY = "只提供核对的问题和凭证，不作结论，不涉及个人 · 近 13 个月，与同级其他单位比"
THREADS = "同一件事在网格、12345、调解、信访的多次登记 · 写明的与推断的分开标注"
SOURCES = "一个来源怎样成为报送 · 点位超出所属网格、社区 200 米即计，不拒收"
REPEATS = "只提示，不合并；编号可追到文件和行"


@dataclass(frozen=True)
class DataView:
    """A part of the page: what it is called, and what draws it."""

    name: str
    draw: Callable[[Scope], None]


def _panel(key: str, title: str, caption: str, draw: Callable[[Scope], None]) -> DataView:
    def drawn(scope: Scope) -> None:
        with panel(f"pn_data_{key}", title, caption):
            draw(scope)

    return DataView(title, drawn)


VIEWS: Mapping[str, DataView] = {
    FIRST: DataView("数据源时效", feeds_panel),
    "rows": DataView("行数对账", rows_panel),
    "refused": DataView("隔离区", refused_panel),
    "checks": DataView("构建检验", checks_panel),
    "lineage": DataView("血缘", lineage_panel),
    "versions": DataView("版本", versions_panel),
    "sources": _panel("sources", "来源", SOURCES, sources),
    "integrity": _panel("integrity", "数据诚信提示", INTEGRITY, integrity),
    "threads": _panel("threads", "串并线索", THREADS, threads),
    "repeats": _panel("repeats", "重复", REPEATS, repeated),
    "trends": DataView("常态模型", trends_panel),
}


def data_title(scope: Scope) -> None:
    """The name of the page with the version served, and the switch between its parts."""
    with st.container(key="data_title", horizontal=True):
        version = tag("span", "在用版本 ", tag("code", scope.version), class_="cap")
        st.html(tag("h1", "数据健康", version))
        switch("看哪一部分", "view", {key: view.name for key, view in VIEWS.items()}, default=FIRST)


def data_body(scope: Scope) -> None:
    """Draw the part that the address names; only that one is read."""
    with st.container(key="data_body"):
        VIEWS.get(told("view") or FIRST, VIEWS[FIRST]).draw(scope)
