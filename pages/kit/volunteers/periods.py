"""Under which period the figures of volunteering are kept."""

from __future__ import annotations

from datetime import date

from pages.kit.periods import DeskPeriod


def kept_period(period: DeskPeriod) -> tuple[tuple[str, date], str]:
    """`period_type` and `period_start` of the page's period, and its words.

    A stretch of days that no indicator is kept for is told by the month of its last day.
    """
    if period.indicator:
        return period.indicator, period.label
    month = period.last_day.replace(day=1)
    return ("month", month), f"{month.year} 年 {month.month} 月"
