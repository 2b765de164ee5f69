"""网格事件: how long events stay in each stage of the loop, counted when they leave it."""

from __future__ import annotations

from functools import partial

import polars as pl

from warehouse.verify.city import City
from warehouse.verify.counting import Count, Formula, entries
from warehouse.verify.events import events
from warehouse.verify.steps import pauses, steps

_HOUR = 3_600_000_000


def _stays(city: City) -> pl.DataFrame:
    """One row per stay of an event in a stage that it has left: `left`, `at`, `hours`.

    Office hours, without suspended time. Events that were dropped in the end are not counted,
    nor those whose times are known to the day only.
    """
    log = city.derived(steps)
    kept = city.derived(events).filter(~pl.col("is_dropped"), ~pl.col("by_day"))
    kept = kept.select("event_id", "area_code")
    log = log.join(kept, on="event_id", maintain_order="left")
    before = pl.col("stage").shift(1).over("event_id")
    moves = log.filter(before.is_null() | (pl.col("stage") != before))
    moves = moves.with_columns(
        left=pl.col("stage").shift(1).over("event_id"),
        came=pl.col("clock").shift(1).over("event_id"),
    ).drop_nulls("left")
    moves = moves.with_row_index("stay")
    stops = moves.select("stay", "event_id", "came", gone="clock").join(
        city.derived(pauses), on="event_id"
    )
    since, until = pl.max_horizontal("stops", "came"), pl.min_horizontal("goes_on", "gone")
    stood = (until - since).clip(lower_bound=0)
    stops = stops.group_by("stay").agg(stood=stood.sum())
    moves = moves.join(stops, on="stay", how="left")
    spent = pl.col("clock") - pl.col("came") - pl.col("stood").fill_null(0)
    return moves.with_columns(hours=spent / _HOUR)


def _left(city: City, stage: str) -> pl.DataFrame:
    stays = city.derived(_stays).filter(pl.col("left") == stage)
    return entries(stays, "at", amount="hours")


def _exits(city: City, stage: str) -> pl.DataFrame:
    return entries(city.derived(_stays).filter(pl.col("left") == stage), "at")


def _dwell(stage: str) -> Formula:
    return Formula(Count(partial(_left, stage=stage)), Count(partial(_exits, stage=stage)))


FORMULAS = {
    "OPS-12A": _dwell("report"),
    "OPS-12B": _dwell("dispatch"),
    "OPS-12C": _dwell("handle"),
    "OPS-12D": _dwell("check"),
}
