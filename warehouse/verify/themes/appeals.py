"""网格事件: appeals that come again, extensions, late closings."""

from __future__ import annotations

from datetime import timedelta

import polars as pl

from warehouse.verify.city import City
from warehouse.verify.counting import Count, Formula, entries
from warehouse.verify.events import events
from warehouse.verify.steps import known_events, steps
from warehouse.verify.themes.handling import TO_CLOSE, TO_HANDLE

_SAME = ["area_code", "matter_code"]


def _appeals(city: City) -> pl.DataFrame:
    """What citizens report or the hotline passes on.

    `is_repeat`: in the 90 days before, the same matter was appealed about at the same place.
    """
    rows = city.derived(known_events).filter(pl.col("source").is_in(["citizen", "hotline"]))
    rows = rows.sort("reported_at", "event_id")
    before = pl.col("reported_at").shift(1).over(_SAME)
    return rows.with_columns(is_repeat=before >= pl.col("reported_at") - timedelta(days=90))


def _reported(city: City) -> pl.DataFrame:
    return entries(city.derived(_appeals), "reported_at")


def _repeated(city: City) -> pl.DataFrame:
    return entries(city.derived(_appeals).filter("is_repeat"), "reported_at")


def _extended(city: City) -> pl.DataFrame:
    granted = city.derived(steps).filter(pl.col("state") == "extended").select("event_id")
    extended = city.derived(events).join(granted, on="event_id", how="semi")
    return entries(extended, "handling_settled")


def _closed_late(city: City) -> pl.DataFrame:
    late = city.derived(events).drop_nulls("closed_at").filter(~pl.col("closing_in_time"))
    return entries(late, "closing_settled")


FORMULAS = {
    "OPS-15": Formula(Count(_repeated), Count(_reported), 100),
    "OPS-19": Formula(Count(_extended), TO_HANDLE, 100),
    "OPS-20": Formula(Count(_closed_late), TO_CLOSE, 100),
}
