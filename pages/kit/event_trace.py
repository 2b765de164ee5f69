"""数字溯源 of a figure under filters: its rows, where no indicator value is kept."""

from __future__ import annotations

from collections.abc import Callable

import polars as pl
import streamlit as st

from pages.kit.data import cached
from pages.kit.exports import Note
from pages.kit.failure import calm
from pages.kit.formats import number, value_with_unit
from pages.kit.html import tag
from pages.kit.trace import SHOWN_ENTRIES, download, trace_style
from pages.kit.trace_parts import entry_table
from warehouse.access.scope import Scope
from warehouse.read import events


@st.dialog("数字溯源", width="large")
@calm
def open_event_trace(
    scope: Scope,
    name: str,
    figure: tuple[float, str, tuple[int, int] | None],
    read: Callable[..., pl.DataFrame],
) -> None:
    """Show the rows behind a figure.

    Args:
        scope: What the reader may see, and in which version.
        name: Of the figure.
        figure: Value, unit, and of a share its numerator and denominator; a share is traced
            by the rows of its denominator.
        read: Gives the rows; takes `limit`.
    """
    trace_style()
    value, unit, parts = figure
    decimals = 1 if unit == "%" else 0
    rows = read(limit=SHOWN_ENTRIES + 1)
    fraction = f" = {number(parts[0])} ÷ {number(parts[1])}" if parts else ""
    what = "分母的每一件" if parts else "计入的每一件"
    many = "" if rows.height <= SHOWN_ENTRIES else f"，此处为最近 {SHOWN_ENTRIES} 条"
    cut = cached(events.data_cut, scope)["as_of"][0]
    st.html(
        tag(
            "div",
            tag("span", name, class_="nm"),
            tag("b", number(value, decimals)),
            tag("small", unit, fraction),
            tag("span", f"当前筛选条件下 · 数据截至 {cut:%Y-%m-%d %H:%M}", class_="fx"),
            class_="tr-hl",
        )
    )
    words = value_with_unit(value, unit, decimals)
    note = Note(f"溯源_{name}", f"{name} {words}{fraction}", cut, scope.version)
    with st.container(key="tr_head", horizontal=True):
        st.html(tag("h3", "原始记录 ", tag("span", f"{what}都指向源文件的一行{many}")))
        download("filtered", read, note)
    st.html(entry_table(rows.head(SHOWN_ENTRIES)))
