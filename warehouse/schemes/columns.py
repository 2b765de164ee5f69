"""The columns of the scheme files, and what a cell of each may hold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from math import isfinite
from typing import Any

import polars as pl

PERIODS = ("week", "month", "quarter", "year")
#: Grids are not among them: a grid is often one person, and persons are never ranked.
LEVELS = ("city", "district", "street", "community")
TIES = ("dense", "competition", "average", "first_item")
ASPECTS = (
    "timeliness",
    "outcome",
    "rework",
    "satisfaction",
    "participation",
    "volume",
    "judgement",
)
#: What people decide or enter needs no indicator.
DECIDED = ("manual", "bonus", "veto")
FORMULAS = (
    "proportional",
    "inverse",
    "threshold_step",
    "baseline",
    "count_deduct",
    "duration",
    "rank_bracket",
    *DECIDED,
)


@dataclass(frozen=True)
class Column:
    """A column of a scheme file.

    Attributes:
        name: As in the heading.
        type: What the cell becomes.
        is_required: Whether every row must fill it.
        fallback: What an empty cell means; None for nothing.
        choices: The only values allowed, if any.
        least: The least number allowed, if any.
    """

    name: str
    type: type[pl.DataType] = pl.String
    is_required: bool = False
    fallback: Any = None
    choices: tuple[str, ...] = ()
    least: float | None = None

    def read(self, cell: str) -> Any:
        """The value of a cell.

        Raises:
            ValueError: In Chinese, what the cell should be.
        """
        if not cell:
            if self.is_required:
                raise ValueError("不能为空")
            return self.fallback
        if self.choices and cell not in self.choices:
            raise ValueError(f"应为 {'、'.join(self.choices)} 之一，现为 {cell}")
        value = _READERS[self.type](cell)
        if self.least is not None and value < self.least:
            raise ValueError(f"不能小于 {self.least:g}，现为 {cell}")
        return value


def _whole(cell: str) -> int:
    try:
        return int(cell)
    except ValueError as error:
        raise ValueError(f"应为整数，现为 {cell}") from error


def _number(cell: str) -> float:
    try:
        value = float(cell)
    except ValueError as error:
        raise ValueError(f"应为数字，现为 {cell}") from error
    if not isfinite(value):
        raise ValueError(f"应为数字，现为 {cell}")
    return value


def _day(cell: str) -> date:
    try:
        return date.fromisoformat(cell)
    except ValueError as error:
        raise ValueError(f"应为日期，如 2026-01-01，现为 {cell}") from error


_READERS: dict[type[pl.DataType], Callable[[str], Any]] = {
    pl.String: str,
    pl.Int32: _whole,
    pl.Int64: _whole,
    pl.Float64: _number,
    pl.Date: _day,
}

TABLES: dict[str, tuple[Column, ...]] = {
    "schemes": (
        Column("scheme_code", is_required=True),
        Column("scheme_no", pl.Int32, is_required=True),
        Column("scheme_name", is_required=True),
        Column("version", fallback=""),
        Column("period_type", is_required=True, choices=PERIODS),
        Column("total_points", pl.Float64, fallback=100.0, least=0.01),
        Column("ties", fallback="dense", choices=TIES),
        Column("minimum_sample", pl.Int64, fallback=20, least=0),
        Column("shrink_weight", pl.Float64, fallback=20.0, least=0),
        Column("minimum_scored_share", pl.Float64, fallback=0.6, least=0),
        Column("deduction_cap", pl.Float64, least=0),
        Column("needed_feeds"),
        Column("green_line", pl.Float64),
        Column("yellow_line", pl.Float64),
        Column("red_line", pl.Float64),
        Column("yellow_last", pl.Int32, least=1),
        Column("red_after", pl.Int32, least=1),
        Column("effective_from", pl.Date, fallback=date(2000, 1, 1)),
        Column("basis", fallback=""),
        Column("note", fallback=""),
    ),
    "scheme_items": (
        Column("scheme_code", is_required=True),
        Column("level", is_required=True, choices=LEVELS),
        Column("item_code", is_required=True),
        Column("item_no", pl.Int32, is_required=True),
        Column("item_name", is_required=True),
        Column("short_name", is_required=True),
        Column("governance", fallback=""),
        Column("aspect", is_required=True, choices=ASPECTS),
        Column("indicator_code"),
        Column("formula_type", is_required=True, choices=FORMULAS),
        Column("weight", pl.Float64, is_required=True, least=0),
        Column("params", fallback="{}"),
        Column("effective_from", pl.Date),
        Column("effective_to", pl.Date),
        Column("note", fallback=""),
    ),
    "scheme_points": (
        Column("scheme_code", is_required=True),
        Column("item_code", is_required=True),
        Column("area_code", is_required=True),
        Column("period_start", pl.Date, is_required=True),
        Column("points", pl.Float64, is_required=True, least=0),
        Column("reason", fallback=""),
    ),
    "scheme_groups": (
        Column("scheme_code", is_required=True),
        Column("year", pl.Int32, is_required=True),
        Column("area_code", is_required=True),
        Column("peer_group", is_required=True),
    ),
}
