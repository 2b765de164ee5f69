"""The filters of the events page: from the address to a typed `EventFilter`, and the boxes."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from itertools import pairwise

import polars as pl
import streamlit as st

from pages.kit.data import cached
from pages.kit.filters import NO_CHOICE, choose, choose_for, reset_button, search, tell, told
from pages.kit.periods import DeskPeriod, default_period, period_codes, read_period
from pages.kit.words import SOURCES, STAGES
from warehouse.access.scope import Scope
from warehouse.read import events, places
from warehouse.read.event_filters import EventFilter

KEYS = ("area", "period", "matter", "source", "stage", "department", "q", "show", "page")
_PLACE_BOXES = 3
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
    with st.container(key="evt_filter"):
        root = str(scope.area_code or cut["root_area_code"])
        area_code = _place(scope, root)
        top = next(iter(place_path(scope, root)), {"level": ""})
        period = _period(as_of, default_period(top["level"], as_of))
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


def place_path(scope: Scope, root: str) -> list[dict[str, str]]:
    """The place of the address and those above it, the root first; an unknown one is the root."""
    path = cached(places.path, scope, told("area") or root)
    if path.is_empty() or root not in path["area_code"]:
        path = cached(places.path, scope, root)
    codes = path["area_code"].to_list()
    return path.rows(named=True)[codes.index(root) :] if root in codes else path.rows(named=True)


def department_name(scope: Scope, asked: EventFilter) -> str | None:
    """Name of the department asked for; None when none is."""
    offered = _offered(cached(events.choices, scope), "department", "")
    return offered.get(asked.department_code) if asked.department_code else None


def _place(scope: Scope, root: str) -> str:
    """Up to three boxes, each with the places below the choice of the one before.

    Deep inside a province the boxes are about the lowest levels; the path above leads back up.
    """
    path = place_path(scope, root)
    steps = [*pairwise(path), (path[-1], None)] if path else []
    steps = steps[max(0, len(steps) - _PLACE_BOXES) :]
    levels = dict(cached(places.levels, scope).iter_rows())
    top = list(levels).index(steps[0][0]["level"]) if steps else 0
    for number in range(_PLACE_BOXES):
        above, chosen = steps[number] if number < len(steps) else (None, None)
        below = cached(places.children, scope, above["area_code"]) if above else _nowhere()
        names = dict(below.select("area_code", "area_name").iter_rows())
        usual = list(levels.values())[min(top + 1 + number, len(levels) - 1)]
        every = f"全部{below['level_name'][0] if below.height else usual}"
        choose_for(
            "区域" if number == 0 else "\u00a0",
            f"place{number}",
            {NO_CHOICE: every, **names},
            chosen=chosen["area_code"] if chosen else None,
            on_choice=partial(_go, above["area_code"] if above else None, root),
        )
    return str(path[-1]["area_code"]) if path else root


def _go(above: str | None, root: str, code: str) -> None:
    """Write the place into the address: the one chosen, or the one it was chosen in."""
    area_code = code or above
    tell("area", None if area_code == root else area_code)


def _period(as_of: datetime, default: str) -> DeskPeriod:
    codes = period_codes(as_of)
    asked = read_period(told("period") or default, as_of)
    if asked.code not in codes:
        codes = [asked.code, *codes]
    labels = {code: read_period(code, as_of).label for code in codes}
    code = choose("日期", "period", labels, default=default)
    return read_period(code, as_of)


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


def _nowhere() -> pl.DataFrame:
    return pl.DataFrame(schema={"area_code": pl.String, "area_name": pl.String, "level": pl.String})
