"""网格事件: what was due to be handled and to be closed, and how long it took."""

from __future__ import annotations

import polars as pl

from warehouse.verify.city import City
from warehouse.verify.counting import Count, Formula, entries
from warehouse.verify.events import events
from warehouse.verify.steps import pauses

_HOUR = 3_600_000_000


def _handling_due(city: City) -> pl.DataFrame:
    return entries(city.derived(events), "handling_settled")


def _handled(city: City) -> pl.DataFrame:
    return entries(city.derived(events).drop_nulls("handled_at"), "handling_settled")


def _handled_in_time(city: City) -> pl.DataFrame:
    return entries(city.derived(events).filter("handling_in_time"), "handling_settled")


def _handling_late(city: City) -> pl.DataFrame:
    """Stock of what is past its deadline and not handled."""
    return _late(city.derived(events), "handling", "handled_at")


def _closing_due(city: City) -> pl.DataFrame:
    return entries(city.derived(events), "closing_settled")


def _closed_of_due(city: City) -> pl.DataFrame:
    done = pl.col("closed_at").is_not_null() | pl.col("said_done")
    return entries(city.derived(events).filter(done), "closing_settled")


def _closed_in_time(city: City) -> pl.DataFrame:
    return entries(city.derived(events).filter("closing_in_time"), "closing_settled")


def _reworked(city: City) -> pl.DataFrame:
    return entries(city.derived(events).filter("is_reworked"), "closing_settled")


def _closing_late(city: City) -> pl.DataFrame:
    """Stock of what is past its deadline and not closed."""
    return _late(city.derived(events), "closing", "closed_at")


def _late(rows: pl.DataFrame, what: str, done: str) -> pl.DataFrame:
    late = rows.filter(~pl.col(f"{what}_in_time"), pl.col(f"{what}_settled").is_not_null())
    out = entries(late, done).with_columns(amount=-pl.col("amount"))
    return pl.concat([entries(late, f"{what}_settled"), out])


def _handling_hours(city: City) -> pl.DataFrame:
    """Office hours from the first dispatch to the handling, without suspended time.

    Not of what is known to the day only.
    """
    known = ~pl.col("by_day") & (pl.col("dispatched_at") <= pl.col("handled_at"))
    rows = city.derived(events).filter(known)
    spent = city.clock.read(rows["handled_at"]) - city.clock.read(rows["dispatched_at"])
    rows = rows.with_columns(spent=spent)
    stops = city.derived(pauses).join(
        rows.select("event_id", "dispatched_at", "handled_at"), on="event_id"
    )
    stops = stops.with_columns(
        since=pl.max_horizontal("begins_at", "dispatched_at"),
        until=pl.min_horizontal("ends_at", "handled_at"),
    ).filter(pl.col("since") < pl.col("until"))
    stood = city.clock.read(stops["until"]) - city.clock.read(stops["since"])
    stops = stops.with_columns(stood=stood).group_by("event_id").agg(pl.col("stood").sum())
    rows = rows.join(stops, on="event_id", how="left")
    hours = (pl.col("spent") - pl.col("stood").fill_null(0)) / _HOUR
    return entries(rows.with_columns(hours=hours), "handled_at", amount="hours")


def _level_known(city: City) -> pl.DataFrame:
    """Closed events whose settling level the log says: of the handling, else of the closing."""
    level = pl.coalesce("handled_level", "closed_level", "settled_level")
    return city.derived(events).filter("is_closed").with_columns(level=level).drop_nulls("level")


def _closed(city: City) -> pl.DataFrame:
    return entries(city.derived(_level_known), "closed_at")


def _closed_in_grid(city: City) -> pl.DataFrame:
    in_grid = pl.col("level").is_in(["grid", "community"])
    return entries(city.derived(_level_known).filter(in_grid), "closed_at")


TO_HANDLE = Count(_handling_due)
TO_CLOSE = Count(_closing_due)

FORMULAS = {
    "OPS-05": Formula(Count(_handled), TO_HANDLE, 100),
    "OPS-06": Formula(Count(_handled_in_time), TO_HANDLE, 100),
    "OPS-07": Formula(Count(_closed_of_due), TO_CLOSE, 100),
    "OPS-08": Formula(Count(_closed_in_time), TO_CLOSE, 100),
    "OPS-09": Formula(Count(_reworked), TO_CLOSE, 100),
    "OPS-10": Formula(Count(_handling_late, "stock"), TO_HANDLE, 100),
    "OPS-11A": Formula(Count(_handling_hours, "median")),
    "OPS-11B": Formula(Count(_handling_hours, "p90")),
    "OPS-13": Formula(Count(_closed_in_grid), Count(_closed), 100),
    "OPS-18": Formula(Count(_closing_late, "stock")),
}
