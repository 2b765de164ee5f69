"""The top of a page about records: where one is, its files, its filters."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import polars as pl
import streamlit as st

from pages.kit.crumbs import crumbs
from pages.kit.data import cached
from pages.kit.filters import NO_CHOICE, choose, reset_button, search
from pages.kit.period_box import period_box
from pages.kit.periods import DeskPeriod, default_period, running_period
from pages.kit.place_boxes import place_boxes, place_path
from pages.kit.records.downloads import record_downloads
from pages.kit.records.view import RecordView
from warehouse.access.scope import Scope
from warehouse.read import records
from warehouse.read.record_filters import RecordFilter

KEYS = ("area", "period", "kind", "channel", "state", "department", "q", "show", "page")


def record_bar(
    scope: Scope,
    cut: dict[str, Any],
    view: RecordView,
    *,
    beside: Callable[[], None] | None = None,
) -> tuple[RecordFilter, DeskPeriod]:
    """Draw the path, the downloads and the boxes, and say what is asked for.

    Args:
        scope: What the reader may see.
        cut: The row of `events.data_cut`.
        view: Of the page.
        beside: Draws what stands before the downloads.
    """
    root = str(scope.area_code or cut["root_area_code"])
    path = place_path(scope, root)
    top = st.container(key="crumb", horizontal=True)
    with st.container(key="rec_filter"):
        area_code = place_boxes(scope, root)
        period = period_box(cut["as_of"], _usual(scope, view, root, cut))
        chosen = _boxes(scope, view)
        text = search("关键词", "q", hint=view.hint)
        reset_button(KEYS)
    asked = record_filter(
        area_code,
        period,
        kind=chosen.get("kind"),
        channel=chosen.get("channel"),
        state=chosen.get("state"),
        department_code=chosen.get("department"),
        text=text,
    )
    with top:
        crumbs(path)
        if beside:
            beside()
        record_downloads(scope, view, asked, view_words(scope, view, path, period, asked), cut)
    return asked, period


def record_filter(area_code: str, period: DeskPeriod, **narrowing: str | None) -> RecordFilter:
    """The filter for a place and a period of the desk, narrowed by what is not None."""
    return RecordFilter(
        area_code=area_code,
        start_at=period.start_at,
        end_at=period.end_at,
        previous_start_at=period.previous_start_at,
        previous_end_at=period.previous_end_at,
        is_current=period.is_current,
        is_trailing=period.is_trailing,
        **narrowing,
    )


def view_words(
    scope: Scope,
    view: RecordView,
    path: list[dict[str, str]],
    period: DeskPeriod,
    asked: RecordFilter,
) -> str:
    """The filters in a sentence, for files and prints."""
    parts = [
        "·".join(area["area_name"] for area in path),
        f"{period.label}（{asked.start_at:%Y-%m-%d %H:%M} 至 {asked.end_at:%Y-%m-%d %H:%M}）",
        asked.kind,
        asked.channel,
        asked.state,
        department_name(scope, view, asked.department_code),
        f"关键词“{asked.text}”" if asked.text else None,
    ]
    return "；".join(part for part in parts if part)


def department_name(scope: Scope, view: RecordView, code: str | None) -> str | None:
    """Name of a department that the records name; None for None."""
    if code is None:
        return None
    return _offered(cached(records.offered, scope, view.record_set), "department").get(code, code)


def _boxes(scope: Scope, view: RecordView) -> dict[str, str | None]:
    offered = cached(records.offered, scope, view.record_set)
    return {
        dimension: choose(
            label,
            dimension,
            {NO_CHOICE: f"全部{label}", **_offered(offered, dimension)},
        )
        for dimension, label in view.boxes.items()
    }


def _offered(offered: pl.DataFrame, dimension: str) -> dict[str, str]:
    rows = offered.filter(pl.col("dimension") == dimension).select("choice", "label")
    return dict(rows.iter_rows())


def _usual(scope: Scope, view: RecordView, root: str, cut: dict[str, Any]) -> str:
    if view.usual_period:
        return running_period(view.usual_period, cut["as_of"])
    top = next(iter(place_path(scope, root)), {"level": ""})
    return default_period(top["level"], cut["as_of"])
