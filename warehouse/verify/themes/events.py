"""网格事件: reports, filing, dispatching, call-backs."""

from __future__ import annotations

import polars as pl

from warehouse.verify.city import City
from warehouse.verify.counting import Count, Formula, entries
from warehouse.verify.events import events
from warehouse.verify.steps import steps


def _reported(city: City) -> pl.DataFrame:
    return entries(city.derived(events), "reported_at")


def _judged(city: City) -> pl.DataFrame:
    return entries(city.derived(events).drop_nulls("valid"), "reported_at")


def _valid(city: City) -> pl.DataFrame:
    return entries(city.derived(events).filter("valid"), "reported_at")


def _kept_on(city: City) -> pl.DataFrame:
    """The events that were neither rejected nor cancelled."""
    return city.derived(events).filter(~pl.col("is_dropped"))


def _filed(city: City) -> pl.DataFrame:
    """Those that can be judged: two hours say nothing about a filing known to the day."""
    return entries(city.derived(_kept_on).drop_nulls("filing_due_at"), "filed_at")


def _filed_in_time(city: City) -> pl.DataFrame:
    in_time = pl.col("filed_at") <= pl.col("filing_due_at")
    return entries(city.derived(_kept_on).filter(in_time), "filed_at")


def _dispatched(city: City) -> pl.DataFrame:
    return entries(city.derived(_kept_on), "dispatched_at")


def _sent_back(city: City) -> pl.DataFrame:
    """`event_id` of those whose first assignee returned them, before anybody else was asked."""
    log = city.derived(steps).filter(pl.col("state").is_in(["dispatched", "returned"]))
    turn = (pl.col("state") == "dispatched").cast(pl.Int64).cum_sum().over("event_id")
    log = log.with_columns(turn=turn).filter(pl.col("state") == "returned", pl.col("turn") == 1)
    return log.select("event_id").unique()


def _dispatched_right(city: City) -> pl.DataFrame:
    right = city.derived(_kept_on).join(city.derived(_sent_back), on="event_id", how="anti")
    return entries(right, "dispatched_at")


def _called(city: City) -> pl.DataFrame:
    """One row per valid call-back before the cut, at the place of its event."""
    calls = city.rows("grid/callbacks").filter(
        pl.col("called_at") < city.cut.as_of, pl.col("valid")
    )
    return calls.join(city.derived(events).select("event_id", "area_code"), on="event_id")


def _calls(city: City) -> pl.DataFrame:
    return entries(city.derived(_called), "called_at")


def _satisfied(city: City) -> pl.DataFrame:
    is_satisfied = pl.col("rating").is_in(["very_satisfied", "satisfied"])
    return entries(city.derived(_called).filter(is_satisfied), "called_at")


FORMULAS = {
    "OPS-01": Formula(Count(_reported)),
    "OPS-02": Formula(Count(_valid), Count(_judged), 100),
    "OPS-03": Formula(Count(_filed_in_time), Count(_filed), 100),
    "OPS-04": Formula(Count(_dispatched_right), Count(_dispatched), 100),
    "OPS-14": Formula(Count(_satisfied), Count(_calls), 100),
}
