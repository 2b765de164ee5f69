"""Which report the page is about: kind, period and place; all of it is in the address."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import partial

import streamlit as st

from pages.kit.filters import choose_for, switch, tell, told
from pages.kit.place_boxes import place_boxes, place_name
from pages.kit.reports.periods import has_ended, newest_ended, offered, told_period
from warehouse.access.scope import Scope
from warehouse.periods import Period
from warehouse.report.kinds import KINDS, Kind, period_words

_SHORT = {"half-yearly": "半年督查", "annual": "年度考核"}


@dataclass(frozen=True)
class ReportChoice:
    """One report.

    Attributes:
        kind: Which kind.
        area_code: The place.
        area_name: What it is called.
        period: Of which period.
        has_ended: Whether the period has; before that it cannot be made final.
    """

    kind: Kind
    area_code: str
    area_name: str
    period: Period
    has_ended: bool

    @property
    def words(self) -> str:
        """`云溪区周报 2026年第46周（11月9日—11月15日）`."""
        return f"{self.area_name}{self.kind.noun} {period_words(self.period)}"


def report_choice(scope: Scope, root: str, as_of: datetime) -> ReportChoice:
    """Draw the boxes, and say what is chosen.

    Args:
        scope: What the reader may see.
        root: Code of the highest place there is to choose.
        as_of: The data cut.
    """
    with st.container(key="rp_filter"):
        kind = KINDS[_kind()]
        period = _period(kind, as_of)
        area_code = place_boxes(scope, root, lowest="community")
    return ReportChoice(
        kind, area_code, place_name(scope, area_code), period, has_ended(period, as_of)
    )


def _kind() -> str:
    names = {name: _SHORT.get(name, kind.noun) for name, kind in KINDS.items()}
    # A week is no month: the period goes with the kind.
    return switch("报告种类", "kind", names, default="weekly", clears=("period",))


def _period(kind: Kind, as_of: datetime) -> Period:
    """The box of periods; what the address asks for is on offer even when it is unusual."""
    periods = offered(kind, as_of)
    usual = newest_ended(periods, as_of)
    period = told_period(kind, told("period")) or usual
    if period not in periods:
        periods = [period, *periods]
    labels = {
        one.label: period_words(one) + ("" if has_ended(one, as_of) else "·未结束")
        for one in periods
    }
    choose_for(
        "时段", "period", labels, chosen=period.label, on_choice=partial(_tell_period, usual.label)
    )
    return period


def _tell_period(usual: str, code: str) -> None:
    tell("period", None if code == usual else code)
