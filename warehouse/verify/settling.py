"""应…数: an item is due once, when it was done or when its limit passed, whichever was first."""

from __future__ import annotations

import polars as pl

from warehouse.verify.city import City
from warehouse.verify.counting import last_second_of


def settle(city: City, rows: pl.DataFrame, what: str, done: str, limit: pl.Expr) -> pl.DataFrame:
    """`rows` with `<what>_in_time` and `<what>_settled`; the latter is null while neither is known.

    Args:
        city: For its cut: an open item whose limit has not passed by then is not due.
        rows: One per item; what happened after the cut is null in them.
        what: What is settled, the name of the two columns.
        done: Column of when it was done.
        limit: The last moment that is in time; without one the item is never due.
    """
    done_at = pl.col(done).cast(pl.Datetime("us"))
    in_time = done_at <= limit
    ran_out = limit < city.cut.as_of
    settled = pl.when(in_time).then(done_at).when(ran_out).then(limit)
    return rows.with_columns(
        in_time.fill_null(False).alias(f"{what}_in_time"),
        settled.alias(f"{what}_settled"),
    )


def settle_by_day(city: City, rows: pl.DataFrame, done: str, due: str) -> pl.DataFrame:
    """`in_time`, `settled` of items that are due on a day and done on a day.

    What is done on its due day is in time; what is not runs out when that day is over.
    """
    known = before_cut(city, done)
    rows = rows.with_columns(known.alias(done))
    rows = settle(city, rows, "it", done, last_second_of(pl.col(due)))
    # What is known to the day only counts from the beginning of its day.
    settled = pl.col("it_settled").dt.truncate("1d")
    return rows.with_columns(settled=settled).rename({"it_in_time": "in_time"})


def before_cut(city: City, column: str) -> pl.Expr:
    """A day or moment, null from the cut on: it has not happened yet."""
    return pl.when(pl.col(column).cast(pl.Datetime("us")) < city.cut.as_of).then(pl.col(column))
