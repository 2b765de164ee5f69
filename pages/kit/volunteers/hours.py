"""Hours of service: a day before their usual range, and by kind."""

from __future__ import annotations

import streamlit as st

from pages.kit.as_table import chart_panel
from pages.kit.charts import PLOTLY_CONFIG, bar_rows, trend_figure, trend_sentence
from pages.kit.data import cached
from pages.kit.frame import nothing_here
from pages.kit.periods import DeskPeriod
from pages.kit.trace_button import trace_button
from pages.kit.volunteers.periods import kept_period
from warehouse.access.scope import Scope
from warehouse.read import volunteers
from warehouse.read.record_filters import RecordFilter

_TREND_DAYS = 30
_LONGEST_TREND = 400
_BARS = 5


def hours_panel(scope: Scope, asked: RecordFilter, period: DeskPeriod) -> None:
    """Draw the hours of the last 30 days, or of the period when it is longer."""
    days = min(max(_TREND_DAYS, period.days), _LONGEST_TREND)
    rows = cached(volunteers.hours_trend, scope, asked, days=days)

    def draw() -> None:
        st.plotly_chart(
            trend_figure(rows, unit="小时"),
            key="trend",
            height="stretch",
            theme=None,
            config=PLOTLY_CONFIG,
            alt=trend_sentence(rows, what="每日服务时长", unit="小时"),
        )

    chart_panel(
        "trend",
        (f"服务小时 近 {days} 日", "灰带=常态"),
        rows=rows.reverse(),
        headings={
            "day": "日期",
            "reported": "小时",
            "low": "常态下限",
            "high": "常态上限",
        },
        draw=draw,
        beside=lambda: trace_button(scope, "MOR-09", asked.area_code, kept_period(period)[0]),
    )


def kinds_panel(scope: Scope, asked: RecordFilter, period: DeskPeriod) -> None:
    """Draw the hours by kind of service, the largest first."""
    rows = cached(
        volunteers.kinds,
        scope,
        asked,
        (period.first_day, period.last_day),
        (period.previous_first_day, period.previous_last_day),
    )

    def draw() -> None:
        if rows.is_empty():
            nothing_here("这一时段没有服务记录。", "放宽日期或区域。")
            return
        listed: list[tuple[str, float, float | None]] = list(rows.head(_BARS).iter_rows())
        rest = rows.slice(_BARS)
        others = f"其他 {rest.height} 类"
        if rest.height:
            listed.append((others, sum(rest["hours"]), sum(rest["previous"])))
        st.html(bar_rows(listed, others=others))

    chart_panel(
        "vol_kinds",
        ("服务类别", f"小时 · {period.before}"),
        rows=rows,
        headings={"kind": "服务类别", "hours": "小时", "previous": "上期"},
        draw=draw,
    )
