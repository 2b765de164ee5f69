"""Rows of figures: indicators with their trace, and counts that narrow the table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from pages.kit.data import cached
from pages.kit.filters import tell
from pages.kit.formats import places, target
from pages.kit.periods import DeskPeriod
from pages.kit.records.downloads import told_shown
from pages.kit.records.view import RecordView
from pages.kit.tiles import SMALL, Tile, tile_row
from pages.kit.trace import open_trace
from warehouse.access.scope import Scope
from warehouse.read import indicators, records
from warehouse.read.record_filters import RecordFilter

_SHAPES = {"normal": "good", "watch": "watch", "severe": "alert"}
# Counts of the strip, with what they are called unless the view says otherwise.
_STANDING = ("opened", "open", "overdue", "due_soon", "closed")
_UNNARROWED = "不随筛选变"
_COMPARED = {"opened", "closed"}


def indicator_tiles(
    scope: Scope,
    codes: Sequence[str] | Mapping[str, str],
    area_code: str,
    period: DeskPeriod,
    *,
    is_narrowed: bool = False,
) -> list[Tile]:
    """Draw a tile for each indicator; a click opens its trace.

    An indicator that is not kept for the period shows its latest complete one, and says which.

    Args:
        scope: What the reader may see.
        codes: Of the indicators, in order; with short names, where the catalogue's are too long.
        area_code: The place.
        period: Of the page.
        is_narrowed: The page is narrowed by more than place and period, which no indicator is:
            the tiles say so.
    """
    found = cached(
        indicators.readings,
        scope,
        list(codes),
        area_code,
        period.indicator or ("", period.last_day),
        until=period.last_day,
    )
    rows = {row["indicator_code"]: row for row in found.iter_rows(named=True)}
    names = codes if isinstance(codes, Mapping) else {}
    tiles = [_indicator(rows[code], period, names.get(code)) for code in codes if code in rows]
    if is_narrowed:
        tiles = [replace(tile, note=_UNNARROWED) for tile in tiles]

    def trace(tile: Tile) -> None:
        row = rows[tile.key]
        open_trace(scope, tile.key, area_code, row["period_type"], row["period_start"])

    tile_row("indicators", tiles, opens=trace)
    return tiles


def standing_tiles(
    scope: Scope,
    view: RecordView,
    asked: RecordFilter,
    period: DeskPeriod,
    *,
    counts: Sequence[str] = _STANDING,
) -> list[Tile]:
    """Draw the counts; a click narrows the table to what was counted, another widens it again.

    Args:
        scope: What the reader may see.
        view: Of the page.
        asked: Period, place and what narrows them.
        period: Of the page, for the words of the comparison.
        counts: Which of `opened`, `open`, `overdue`, `due_soon` and `closed`, in order.
    """
    row = cached(records.standing, scope, view.record_set, asked).row(0, named=True)
    shown = told_shown(view)
    tiles = [_count(view, row, name, period, shown) for name in counts if name in view.shown]

    def narrow(tile: Tile) -> None:
        is_usual = tile.is_on or tile.key == view.default_shown
        tell("show", None if is_usual else tile.key)

    tile_row("standing", tiles, chooses=narrow)
    return tiles


def _indicator(row: dict[str, Any], period: DeskPeriod, name: str | None) -> Tile:
    goal = target(row["target"], row["better"], row["decimals"])
    is_asked = (row["period_type"], row["period_start"]) == period.indicator
    notes = [f"目标 {goal}" if goal else None, None if is_asked else row["label"]]
    compared = None if any(notes) and not is_asked else period.before
    is_small = row["unit"] == "%" and 0 < (row["denominator"] or 0) < SMALL
    no_value = "本期无数" if row["label"] else "尚无数值"
    return Tile(
        key=row["indicator_code"],
        name=name or row["name_zh"],
        value=row["value"],
        unit=row["unit"],
        decimals=places(row["value"], row["decimals"], row["target"]),
        difference=row["change"],
        previous=row["previous_value"],
        better=row["better"],
        note=" · ".join(part for part in notes if part) or compared or no_value
        if row["value"] is not None
        else no_value,
        status="none" if is_small else _SHAPES.get(row["status"] or "none", "none"),
        parts=(row["numerator"], row["denominator"]) if row["denominator"] is not None else None,
        is_small=is_small,
    )


def _count(
    view: RecordView, row: dict[str, Any], name: str, period: DeskPeriod, shown: str
) -> Tile:
    is_flow = name in _COMPARED
    previous = row[f"previous_{name}"] if is_flow else None
    marks = {"overdue": "alert", "due_soon": "watch"}
    return Tile(
        key=name,
        name=view.shown[name],
        value=row[name],
        unit=view.unit,
        difference=row[name] - previous if previous is not None else None,
        previous=previous,
        better="higher" if name == "closed" else "none",
        note=period.before if is_flow else "截至数据时点",
        status=marks.get(name, "none") if row[name] else "none",
        leads="取消只看" if name == shown else "只看",
        is_on=name == shown and shown != "all",
    )
