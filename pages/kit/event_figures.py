"""The row of figures of the events page; each opens its trace."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any

from pages.kit.data import cached
from pages.kit.event_trace import open_event_trace
from pages.kit.formats import number, places, target
from pages.kit.periods import DeskPeriod
from pages.kit.tiles import SMALL, Tile, tile_row
from pages.kit.trace import open_trace
from warehouse.access.scope import Scope
from warehouse.read import events, trace
from warehouse.read.event_filters import EventFilter

# Numerator and denominator of the shares in `events.figures`, and the denominator's measure.
_CLOSING = ("closing_on_time", "closing_due", "closing_due")
_IN_GRID = ("closed_in_grid", "closed", "events_closed")
_SATISFIED = ("satisfied", "called", "callbacks_valid")


@dataclass(frozen=True)
class Figure:
    """One figure.

    Attributes:
        name: Above it.
        value: Null when there was nothing to be judged.
        previous: The same a period before; None when it is not compared.
        unit: `件` or `%`.
        better: `higher`, `lower` or `none`.
        note: Beside the change.
        indicator_code: Its indicator; None for a count at the data cut.
        measure_code: What its entries are, under filters that indicators do not have.
        shown: Which events of the table it counts, when it is no indicator.
        status: Name of its shape, `none` without a target.
        parts: Numerator and denominator of a share.
        goal: Its target.
    """

    name: str
    value: float | None
    previous: float | None
    unit: str
    better: str
    note: str
    indicator_code: str | None = None
    measure_code: str | None = None
    shown: str | None = None
    status: str = "none"
    parts: tuple[int, int] | None = None
    goal: float | None = None

    @property
    def is_small(self) -> bool:
        """Too few cases for a percentage: told as a fraction."""
        return self.parts is not None and 0 < self.parts[1] < SMALL


def figures_row(
    scope: Scope, asked: EventFilter, period: DeskPeriod, cut: dict[str, Any]
) -> list[Figure]:
    """Draw the figures and return them, for the sentences of an export."""
    listed = _figures(scope, asked, period, cut)
    tile_row(
        "events",
        [_tile(place, figure) for place, figure in enumerate(listed)],
        opens=lambda tile: _open(scope, asked, period, listed[int(tile.key)]),
    )
    return listed


def _figures(
    scope: Scope, asked: EventFilter, period: DeskPeriod, cut: dict[str, Any]
) -> list[Figure]:
    now, before = cached(events.figures, scope, asked).rows(named=True)
    standing = cached(events.standing, scope, asked).row(0, named=True)
    targets = cached(events.targets, scope, asked.area_code).to_dicts()
    goals = {row["indicator_code"]: row for row in targets}
    # A target for a count is meant for the whole place under no filter.
    is_whole = asked.is_plain and asked.area_code == cut["root_area_code"]
    hours = number(cut["due_soon_hours"])

    def share(name: str, column: str, code: str, parts: tuple[str, str, str]) -> Figure:
        above, below, measure = parts
        goal = goals.get(code, {})
        words = target(goal.get("target"), goal.get("better"))
        return Figure(
            name,
            now[column],
            before[column],
            "%",
            "higher",
            f"目标 {words}" if words else period.before,
            indicator_code=code,
            measure_code=measure,
            status="none" if now[below] < SMALL else _status(now[column], goal),
            parts=(now[above], now[below]),
            goal=goal.get("target"),
        )

    def count(name: str, column: str, code: str, measure: str, better: str) -> Figure:
        goal = goals.get(code, {}) if is_whole else {}
        return Figure(
            name,
            now[column],
            before[column],
            "件",
            better,
            period.before,
            indicator_code=code,
            measure_code=measure,
            status=_status(now[column], goal),
        )

    soon = standing["due_soon"]
    return [
        count("事件上报", "reported", "OPS-01", "events_reported", "none"),
        Figure("在办", standing["open"], None, "件", "none", "截至数据时点", shown="open"),
        count("超期未结", "overdue", "OPS-18", "overdue_open", "lower"),
        Figure(
            f"临期 {hours} 小时内",
            soon,
            None,
            "件",
            "lower",
            "截至数据时点",
            shown="due_soon",
            status="watch" if soon else "none",
        ),
        share("按期结案率", "on_time_rate", "OPS-08", _CLOSING),
        share("一格解决率", "in_grid_rate", "OPS-13", _IN_GRID),
        share("回访满意率", "satisfied_rate", "OPS-14", _SATISFIED),
    ]


def _status(value: float | None, goal: dict[str, Any]) -> str:
    """Shape for a value against its target; the rule of `indicator_readings`."""
    if value is None or goal.get("target") is None:
        return "none"
    sign = 1 if goal["better"] == "higher" else -1
    if goal["severe_line"] is not None and sign * value < sign * goal["severe_line"]:
        return "alert"
    return "watch" if sign * value < sign * goal["target"] else "good"


def _tile(place: int, figure: Figure) -> Tile:
    is_compared = figure.value is not None and figure.previous is not None
    return Tile(
        key=str(place),
        name=figure.name,
        value=figure.value,
        unit=figure.unit,
        decimals=places(figure.value, 1, figure.goal) if figure.unit == "%" else 0,
        difference=(figure.value or 0) - (figure.previous or 0) if is_compared else None,
        previous=figure.previous,
        better=figure.better,
        note=figure.note,
        status=figure.status,
        parts=figure.parts,
        is_small=figure.is_small,
    )


def _open(scope: Scope, asked: EventFilter, period: DeskPeriod, figure: Figure) -> None:
    """Open the trace: of the indicator where it has this view, else of the filtered rows."""
    if figure.indicator_code and asked.is_plain and period.indicator:
        open_trace(scope, figure.indicator_code, asked.area_code, *period.indicator)
        return
    if figure.measure_code and figure.measure_code != "overdue_open":
        read = partial(trace.of_filter, scope, figure.measure_code, asked)
    else:
        read = partial(trace.of_list, scope, asked, figure.shown or "overdue")
    open_event_trace(scope, figure.name, (figure.value or 0, figure.unit, figure.parts), read)
