"""The parts of a list by one dimension; a click narrows the page to one of them."""

from __future__ import annotations

from dataclasses import replace

import polars as pl
import streamlit as st

from pages.kit.as_table import chart_panel
from pages.kit.charts import bar_rows
from pages.kit.data import cached
from pages.kit.filters import tell
from pages.kit.frame import nothing_here
from pages.kit.periods import DeskPeriod
from pages.kit.records.view import RecordView
from warehouse.access.scope import Scope
from warehouse.read import records
from warehouse.read.record_filters import FLOWS, RecordFilter

_BARS = 6


def breakdown_panel(  # noqa: PLR0913, PLR0917
    scope: Scope,
    view: RecordView,
    asked: RecordFilter,
    period: DeskPeriod,
    dimension: str,
    title: str,
    *,
    shown: str = "opened",
) -> None:
    """Draw the largest parts as bars, and the rest together.

    Args:
        scope: What the reader may see.
        view: Of the page.
        asked: Period, place and what narrows them. The dimension's own filter marks its bar
            and does not narrow the others away.
        period: Of the page, for the words of the comparison.
        dimension: `kind`, `channel`, `state` or `department`.
        title: Of the panel.
        shown: Which records are counted, a key of `warehouse.read.record_filters.SHOWN`.
    """
    chosen, others = _without(asked, dimension)
    rows = cached(
        records.breakdown,
        scope,
        view.record_set,
        others,
        dimension,
        shown=shown,
    )
    rows = rows.filter(pl.col("records") > 0)
    is_compared = shown in FLOWS
    words = {"part": title, "records": view.unit, "previous": "上期"}
    caption = f"{view.shown.get(shown, '')} · {view.unit}"
    chart_panel(
        f"parts_{dimension}",
        (title, f"{caption} · {period.before}" if is_compared else caption),
        rows=rows,
        headings=words if is_compared else {key: words[key] for key in ("part", "records")},
        draw=lambda: _bars(rows, dimension, chosen),
    )


def _without(asked: RecordFilter, dimension: str) -> tuple[str | None, RecordFilter]:
    """What the filter says about a dimension, and the filter without it."""
    if dimension == "kind":
        return asked.kind, replace(asked, kind=None)
    if dimension == "channel":
        return asked.channel, replace(asked, channel=None)
    if dimension == "state":
        return asked.state, replace(asked, state=None)
    return asked.department_code, replace(asked, department_code=None)


def _bars(rows: pl.DataFrame, dimension: str, chosen: str | None) -> None:
    if rows.is_empty():
        nothing_here("没有可分的记录。", "放宽日期或区域。")
        return
    listed = rows if rows.height <= _BARS else rows.head(_BARS - 1)
    # The one chosen is always among them.
    if chosen is not None and chosen not in listed["choice"]:
        listed = pl.concat([listed.head(_BARS - 2), rows.filter(pl.col("choice") == chosen)])
    drawn: list[tuple[str, float, float | None]] = list(
        listed.select("part", "records", "previous").iter_rows()
    )
    rest = rows.join(listed, on="part", how="anti")
    others = f"其他 {rest.height} 类"
    if rest.height:
        before = None if rest["previous"].null_count() else sum(rest["previous"])
        drawn.append((others, sum(rest["records"]), before))
    choices = listed["choice"].to_list()
    chosen_name = listed["part"][choices.index(chosen)] if chosen in choices else ""
    with st.container(key=f"bars_{dimension}"):
        st.html(bar_rows(drawn, others=others, chosen=chosen_name if chosen else None))
        with st.container(key=f"hits_{dimension}"):
            for choice, part in listed.select("choice", "part").iter_rows():
                is_on = choice == chosen
                st.button(
                    f"取消筛选 {part}" if is_on else f"只看 {part}",
                    key=f"hit_{dimension}_{part}",
                    type="tertiary",
                    disabled=choice is None,
                    on_click=tell,
                    args=(dimension, None if is_on else choice),
                )
