"""数字溯源 of the wall's counts that are no indicators: which things they count, row by row."""

from __future__ import annotations

from functools import partial

import streamlit as st

from pages.kit.data import cached
from pages.kit.exports import Note
from pages.kit.failure import calm
from pages.kit.formats import number
from pages.kit.html import tag
from pages.kit.trace import SHOWN_ENTRIES, download, trace_style
from pages.kit.trace_parts import entry_table
from warehouse.access.scope import Scope
from warehouse.read import events, overview


@st.fragment
def counts_overlay(scope: Scope, part: str, title: str, *, panel: str = "") -> None:
    """A transparent button over a part of the wall (figures.css says where it lies).

    Args:
        scope: Handed on to the dialog.
        part: A part of `mart_overview_counted`.
        title: What its figures are about.
        panel: Tells the buttons of two panels about the same part apart.
    """
    if st.button(f"溯源：{title}", key=f"trace_counts_{part}{panel}", type="tertiary"):
        open_counts(scope, part, title)


@st.dialog("数字溯源", width="large")
@calm
def open_counts(scope: Scope, part: str, title: str) -> None:
    """Choose a figure of the part and see every row behind it."""
    trace_style()
    figures = dict(cached(overview.counted_figures, scope, part).iter_rows())
    if not figures:
        st.html(tag("div", f"{title}：当前没有计入的事项", class_="tr-hl"))
        return
    figure = st.selectbox(
        title,
        list(figures),
        format_func=lambda name: f"{name}（{number(figures[name])}）",
        key=f"tr_figure_{part}",
    )
    cut = cached(events.data_cut, scope)["as_of"][0]
    count = figures[figure]
    st.html(
        tag(
            "div",
            tag("span", figure, class_="nm"),
            tag("b", number(count)),
            tag("small", "件"),
            tag("span", f"{title} · 数据截至 {cut:%Y-%m-%d %H:%M}", class_="fx"),
            class_="tr-hl",
        )
    )
    many = "" if count <= SHOWN_ENTRIES else f"，此处为最近 {SHOWN_ENTRIES} 条"
    read = partial(overview.counted, scope, part, figure)
    with st.container(key="tr_head", horizontal=True):
        st.html(tag("h3", "原始记录 ", tag("span", f"每一件都指向源文件的一行{many}")))
        note = Note(f"溯源_{title}", f"{figure} {number(count)} 件", cut, scope.version)
        download(f"counts_{part}", read, note)
    st.html(entry_table(read(limit=SHOWN_ENTRIES)))
