"""信访网电: petitions of the period by channel, and what is to be noted of those still open."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import polars as pl
import streamlit as st

from pages.kit.as_table import chart_panel
from pages.kit.data import cached
from pages.kit.filters import tell_all
from pages.kit.formats import number
from pages.kit.html import tag
from pages.kit.part_bars import part_bars
from pages.kit.periods import DeskPeriod
from pages.kit.petitions.view import PETITIONS
from warehouse.access.scope import Scope
from warehouse.read import petitions, records
from warehouse.read.record_filters import RecordFilter

# The frequent ones; the others are found by their word.
_MARKS = 6
_HEADINGS = {"part": "信访形式", "records": "本期收到（件）", "previous": "上期"}


def channels_panel(scope: Scope, asked: RecordFilter, period: DeskPeriod) -> None:
    """Draw a bar per channel, and a button per mark of what is open; both narrow the page."""
    rows = cached(
        records.breakdown, scope, PETITIONS.record_set, replace(asked, channel=None), "channel"
    ).filter(pl.col("records") > 0)
    marks = cached(petitions.marks, scope, asked)

    def draw() -> None:
        part_bars(rows, "channel", asked.channel, empty="本期没有收到信访件。")
        if marks.height:
            _marks(marks, asked.text)

    chart_panel(
        "parts_channel",
        ("信访网电", f"本期收到 · 件 · {period.before}"),
        rows=rows,
        headings=_HEADINGS,
        draw=draw,
    )


def _marks(marks: pl.DataFrame, chosen: str | None) -> None:
    with st.container(key="marks", horizontal=True):
        st.html(tag("span", "在办中", class_="cap"))
        for mark, records_open in marks.head(_MARKS).select("mark", "records").iter_rows():
            is_on = mark == chosen
            st.button(
                f"{'✓ ' if is_on else ''}{mark} {number(records_open)}",
                key=f"mark_{mark}",
                help=f"取消筛选：{mark}" if is_on else f"只看：{mark}",
                type="tertiary",
                on_click=partial(
                    tell_all, q=None if is_on else mark, show=None if is_on else "open"
                ),
            )
