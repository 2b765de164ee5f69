"""Records opened a day, before their usual range."""

from __future__ import annotations

import streamlit as st

from pages.kit.as_table import chart_panel
from pages.kit.charts import PLOTLY_CONFIG, trend_figure, trend_sentence
from pages.kit.data import cached
from pages.kit.periods import DeskPeriod
from pages.kit.records.view import RecordView
from warehouse.access.scope import Scope
from warehouse.read import records
from warehouse.read.record_filters import RecordFilter

_TREND_DAYS = 30
_LONGEST_TREND = 400


def trend_panel(scope: Scope, view: RecordView, asked: RecordFilter, period: DeskPeriod) -> None:
    """Draw the trend of the last 30 days, or of the period when it is longer."""
    days = min(max(_TREND_DAYS, period.days), _LONGEST_TREND)
    rows = cached(records.trend, scope, view.record_set, asked, days=days)
    clock = "24 小时滚动" if period.is_trailing else "按日"
    opened = view.shown.get("opened", "新增")

    def draw() -> None:
        st.plotly_chart(
            trend_figure(rows, unit=view.unit),
            key="trend",
            height="stretch",
            theme=None,
            config=PLOTLY_CONFIG,
            alt=trend_sentence(rows, what=f"每日{opened}", unit=view.unit),
        )

    chart_panel(
        "trend",
        (f"趋势 近 {days} 日", f"{clock} · 灰带=常态"),
        rows=rows.reverse(),
        headings={
            "day": "日期",
            "reported": f"{opened}（{view.unit}）",
            "low": "常态下限",
            "high": "常态上限",
        },
        draw=draw,
    )
