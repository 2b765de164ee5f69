"""The filters of the events page: from the address to a typed `EventFilter`, and the boxes."""

from __future__ import annotations

from datetime import datetime

import polars as pl
import streamlit as st

from pages.kit.data import cached
from pages.kit.filters import NO_CHOICE, choose, reset_button, search
from pages.kit.period_box import period_box
from pages.kit.periods import DeskPeriod, default_period
from pages.kit.place_boxes import place_boxes, place_path
from pages.kit.words import SOURCES, STAGES
from warehouse.access.scope import Scope
from warehouse.read import events
from warehouse.read.event_filters import EventFilter

KEYS = ("area", "period", "matter", "source", "stage", "department", "q", "show", "page")
# A matter is told as its class, or as its line behind this.
_LINE = "条线:"


def filter_bar(scope: Scope, cut: dict[str, object]) -> tuple[EventFilter, DeskPeriod]:
    """Draw the boxes, and say what is asked for.

    Args:
        scope: What the reader may see.
        cut: The row of `events.data_cut`.
    """
    as_of: datetime = cut["as_of"]  # type: ignore[assignment]
    offered = cached(events.choices, scope)
    with st.container(key="rec_filter"):
        root = str(scope.area_code or cut["root_area_code"])
        area_code = place_boxes(scope, root)
        top = next(iter(place_path(scope, root)), {"level": ""})
        period = period_box(as_of, default_period(top["level"], as_of))
        matter = choose("条线与类别", "matter", _matters(offered))
        source = choose("来源", "source", _offered(offered, "source", "全部来源", SOURCES))
        stage = choose("环节", "stage", {NO_CHOICE: "全部环节", **STAGES})
        department = choose("责任单位", "department", _offered(offered, "department", "全部单位"))
        text = search("关键词", "q", hint="编号、事项、地点")
        reset_button(KEYS)
    line = matter.removeprefix(_LINE) if matter and matter.startswith(_LINE) else None
    asked = EventFilter(
        area_code=area_code,
        start_at=period.start_at,
        end_at=period.end_at,
        first_day=period.first_day,
        last_day=period.last_day,
        previous_first_day=period.previous_first_day,
        previous_last_day=period.previous_last_day,
        is_trailing=period.is_trailing,
        is_current=period.is_current,
        line=line,
        class_name=None if line else matter,
        source=source,
        stage=stage,
        department_code=department,
        text=text,
    )
    return asked, period


def department_name(scope: Scope, asked: EventFilter) -> str | None:
    """Name of the department asked for; None when none is."""
    offered = _offered(cached(events.choices, scope), "department", "")
    return offered.get(asked.department_code) if asked.department_code else None


def _matters(offered: pl.DataFrame) -> dict[str, str]:
    """All lines, each followed by its classes."""
    classes = offered.filter(pl.col("kind") == "class")
    options = {NO_CHOICE: f"全部 {classes.height} 类"}
    for line in offered.filter(pl.col("kind") == "line")["choice"]:
        options[_LINE + line] = f"{line}（全部）"
        names = classes.filter(pl.col("line") == line)["choice"]
        options |= dict(zip(names, names, strict=True))
    return options


def _offered(
    offered: pl.DataFrame, kind: str, every: str, words: dict[str, str] | None = None
) -> dict[str, str]:
    rows = offered.filter(pl.col("kind") == kind).select("choice", "label").iter_rows()
    return {NO_CHOICE: every, **{code: (words or {}).get(code, label) for code, label in rows}}
