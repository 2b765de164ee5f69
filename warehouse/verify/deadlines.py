"""Deadlines: fixed when their clock starts, moved by suspensions and approved extensions only.

A clock that has run out is not stopped any more by a suspension.
"""

from __future__ import annotations

import polars as pl

from warehouse.verify.city import City
from warehouse.verify.counting import last_second_of

_HOUR = 3_600_000_000
_OFFICE = ["work_hour", "work_day"]


def limits(city: City, clocks: pl.DataFrame) -> pl.DataFrame:
    """`clocks` with `due_at`, before any suspension, and `in_office`: how the clock runs.

    Args:
        city: For its working clock.
        clocks: `starts_at`, `stated_due_at` (counts where there is one), `limit_value`,
            `limit_unit`. Limits of `work_hour` and `work_day` run in office hours only.
            `by_day`: only days are known, so the first one does not count, the last one counts
            until it ends, and a limit of hours gives no deadline.
    """
    in_hours = pl.col("limit_unit").str.ends_with("hour").fill_null(False)
    clocks = clocks.with_columns(
        starts_at=to_the_day_end("starts_at"),
        limit_value=pl.when(~(pl.col("by_day") & in_hours)).then("limit_value"),
    )
    is_stated = pl.col("stated_due_at").is_not_null()
    length = pl.col("limit_value") * pl.col("limit_unit").replace_strict(
        {
            "work_hour": _HOUR,
            "urgent_hour": _HOUR,
            "work_day": city.clock.office_day,
            "calendar_day": 24 * _HOUR,
        },
        default=None,
        return_dtype=pl.Int64,
    )
    clocks = clocks.with_columns(
        length=length.round().cast(pl.Int64),
        in_office=~is_stated & pl.col("limit_unit").is_in(_OFFICE),
    )
    by_clock = _later(city, clocks["starts_at"], clocks["length"])
    by_wall = pl.col("starts_at") + pl.duration(microseconds=pl.col("length"))
    clocks = clocks.with_columns(
        due_at=pl.when(is_stated)
        .then("stated_due_at")
        .when(pl.col("in_office"))
        .then(by_clock)
        .otherwise(by_wall)
    )
    return clocks.with_columns(due_at=to_the_day_end("due_at"))


def to_the_day_end(column: str) -> pl.Expr:
    """A moment; where only days are known, the last second of its day."""
    return pl.when("by_day").then(last_second_of(pl.col(column))).otherwise(column)


def paused(city: City, clocks: pl.DataFrame, pauses: pl.DataFrame) -> pl.DataFrame:
    """`clocks` with their `due_at` moved by every suspension that found them still running.

    A limit in office hours gets back the office time of the suspension; a stated deadline and
    a limit of the wall clock get back the whole of it.
    """
    turn = pl.int_range(pl.len()).over("event_id")
    pauses = pauses.with_columns(turn=turn, ends_at=pl.col("ends_at").fill_null(city.cut.as_of))
    for _, at_once in pauses.sort("turn").group_by("turn", maintain_order=True):
        now = at_once.select("event_id", "begins_at", "ends_at")
        clocks = _moved(city, clocks.join(now, on="event_id", how="left", maintain_order="left"))
    return clocks


def _moved(city: City, clocks: pl.DataFrame) -> pl.DataFrame:
    """`clocks` after the one suspension that stands beside each, or none."""
    stops = (pl.col("begins_at") <= pl.col("due_at")).fill_null(False)
    clocks = clocks.with_columns(since=pl.max_horizontal("begins_at", "starts_at"))
    stops &= pl.col("since") < pl.col("ends_at")
    stood = city.clock.read(clocks["ends_at"]) - city.clock.read(clocks["since"])
    by_clock = _later(city, clocks["due_at"], stood)
    by_wall = pl.col("due_at") + (pl.col("ends_at") - pl.col("since"))
    moved = pl.when("in_office").then(by_clock).otherwise(by_wall)
    clocks = clocks.with_columns(due_at=pl.when(stops).then(moved).otherwise("due_at"))
    return clocks.drop("begins_at", "ends_at", "since")


def _later(city: City, moments: pl.Series, lengths: pl.Series) -> pl.Series:
    """The moment when the working clock has run so much longer; the same for no time at all.

    None where the length is unknown.
    """
    frame = pl.DataFrame(
        {
            "moment": moments,
            "length": lengths,
            "reached": city.clock.reach(city.clock.read(moments) + lengths),
        }
    )
    is_longer = pl.col("length") > 0
    is_known = pl.col("length").is_not_null()
    later = pl.when(is_longer).then("reached").when(is_known).then("moment")
    return frame.select(later).to_series()
