"""The box that chooses a period: first its kind (周、月、季、年 …), then which one."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import streamlit as st

from pages.kit.filters import choose_for, tell, told
from pages.kit.formats import day_range
from pages.kit.html import tag
from pages.kit.periods import (
    PERIOD_KINDS,
    DeskPeriod,
    codes_of,
    kind_of,
    last_day,
    read_period,
)

_FREE = "free"
_HOW = "请写成 2026-11-05 这样的日期，开始不晚于结束。"
_FREE_DAYS = 14


def period_box(as_of: datetime, default: str) -> DeskPeriod:
    """Draw the box, and say which period the address asks for.

    What the address asks for is on offer even when it is unusual.

    Args:
        as_of: The data cut.
        default: The code that holds when the address says nothing.
    """
    period = read_period(told("period") or default, as_of)
    kind = kind_of(period.code)
    with st.container(key="period_box"):
        st.html(tag("label", "日期"))
        with st.popover(_short(period, kind), key="period_popover", width="stretch"):
            _kinds(kind, as_of, default)
            if kind == _FREE:
                _days(period)
            else:
                _codes(kind, period, as_of, default)
    return period


def _short(period: DeskPeriod, kind: str) -> str:
    """The label, as far as the box has room for it."""
    return day_range(period.first_day, period.last_day) if kind == _FREE else period.label


def _kinds(kind: str, as_of: datetime, default: str) -> None:
    st.session_state["box_period_kind"] = kind
    st.segmented_control(
        "时段种类",
        list(PERIOD_KINDS),
        key="box_period_kind",
        format_func=lambda code: PERIOD_KINDS[code],
        label_visibility="collapsed",
        required=True,
        on_change=lambda: _tell(_first_of(st.session_state["box_period_kind"], as_of), default),
    )


def _codes(kind: str, period: DeskPeriod, as_of: datetime, default: str) -> None:
    codes = codes_of(kind, as_of)
    if period.code not in codes:
        codes = [period.code, *codes]
    labels = {code: read_period(code, as_of).label for code in codes}
    choose_for(
        "哪一期",
        "period",
        labels,
        chosen=period.code,
        on_choice=lambda code: _tell(code, default),
    )


def _days(period: DeskPeriod) -> None:
    """A pair of boxes for any stretch of days; nothing changes until both can be read."""
    with st.container(key="free_days", horizontal=True):
        for name, label, day in (
            ("box_first_day", "从", period.first_day),
            ("box_last_day", "到", period.last_day),
        ):
            if not st.session_state.get("free_days_wrong"):
                st.session_state[name] = f"{day:%Y-%m-%d}"
            st.text_input(label, key=name, max_chars=10, on_change=_tell_days)
    if st.session_state.get("free_days_wrong"):
        st.html(tag("p", "△ ", _HOW, class_="c-watch", role="alert"))


def _tell_days() -> None:
    first, last = (_day(st.session_state[name]) for name in ("box_first_day", "box_last_day"))
    is_readable = first is not None and last is not None and first <= last
    st.session_state["free_days_wrong"] = not is_readable
    if is_readable:
        tell("period", f"{first}~{last}")


def _day(words: str) -> date | None:
    """A day as people write it: `2026-11-05`, `2026.11.5`, `2026年11月5日`, `20261105`."""
    digits = "".join(letter if letter.isdecimal() else " " for letter in words).split()
    if len(digits) == 1 and len(digits[0]) == 8:
        digits = [digits[0][:4], digits[0][4:6], digits[0][6:]]
    try:
        year, month, day = map(int, digits)
        return date(year, month, day)
    except ValueError:
        return None


def _first_of(kind: str, as_of: datetime) -> str:
    """What a kind begins with: its latest period; of free days, the last two weeks."""
    if kind != _FREE:
        return codes_of(kind, as_of)[0]
    last = last_day(as_of)
    return f"{last - timedelta(days=_FREE_DAYS - 1)}~{last}"


def _tell(code: str, default: str) -> None:
    st.session_state["free_days_wrong"] = False
    tell("period", None if code == default else code)
