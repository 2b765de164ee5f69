"""One row per event: its stages, deadlines, and whether it kept them, all from its log."""

from __future__ import annotations

from datetime import timedelta

import polars as pl

from warehouse.verify.city import City
from warehouse.verify.deadlines import limits, paused, to_the_day_end
from warehouse.verify.steps import known_events, pauses, steps


def events(city: City) -> pl.DataFrame:
    """Every event reported before the cut, with what its log says and its three deadlines.

    For filing, handling and closing each: `<what>_due_at`; `<what>_in_time`; `<what>_settled`,
    when it enters the on-time rate: done or due, whichever is first (design: 应…数). Dropped
    events (不予立案, 作废) are in none, nor is what is suspended (缓办) at the cut and not done.
    """
    rows = _stages(city)
    rows = rows.join(_due_dates(city, rows), on="event_id", how="left")
    # The source says that it was on time and keeps no closing time: done, nobody noted when.
    said_done = pl.col("said_on_time") & (pl.col("closing_due_at") < city.cut.as_of)
    said_done &= ~pl.col("is_closed") & ~pl.col("is_dropped")
    rows = rows.with_columns(said_done=said_done.fill_null(False))
    waits = pl.col("is_suspended")
    no_handling = (waits | pl.col("said_done")) & pl.col("handled_at").is_null()
    counts = {
        "handling": ~pl.col("is_dropped") & ~no_handling,
        "closing": ~pl.col("is_dropped") & ~waits,
    }
    for what, done in (("handling", "handled_at"), ("closing", "closed_at")):
        due, in_time = pl.col(f"{what}_due_at"), pl.col(done) <= pl.col(f"{what}_due_at")
        settled = pl.when(in_time).then(done).when(due < city.cut.as_of).then(due)
        rows = rows.with_columns(
            pl.when(counts[what]).then(settled).alias(f"{what}_settled"),
            in_time.fill_null(False).alias(f"{what}_in_time"),
        )
    return rows.with_columns(closing_in_time=pl.col("closing_in_time") | pl.col("said_done"))


def _stages(city: City) -> pl.DataFrame:
    """The events with the times, levels and turns of their logs."""
    known = city.derived(known_events).select(
        "event_id",
        "area_code",
        "matter_code",
        "reported_at",
        "valid",
        "settled_level",
        own_due_at="due_at",
        own_rework="rework_count",
        own_on_time="on_time",
        by_day=pl.col("time_precision").eq_missing("day"),
    )
    log = city.derived(steps)
    failed = log.filter(pl.col("state") == "check_failed")
    failed = failed.group_by("event_id").agg(failed_seq=pl.col("seq").max())
    log = log.join(failed, on="event_id", how="left", maintain_order="left")
    said = log.group_by("event_id").agg(
        stage=pl.col("stage").last(),
        filing_stated=_of("accepted", "due_at").first(),
        filed_at=_of("filed", "at").min(),
        closing_stated=_of("filed", "due_at").first(),
        dispatched_at=_of("dispatched", "at").min(),
        handling_stated=_of("dispatched", "due_at").first(),
        extended_due_at=_of("extended", "due_at").max(),
        # Work that failed its check was not done.
        handled_at=pl.col("at")
        .filter(
            (pl.col("state") == "handled") & (pl.col("seq") > pl.col("failed_seq").fill_null(-1))
        )
        .max(),
        closed_at=_of("closed", "at").last(),
        closed_level=_of("closed", "level").drop_nulls().last(),
        handled_level=_of("handled", "level").drop_nulls().last(),
        is_reworked=(pl.col("state") == "check_failed").any(),
    )
    lasting = city.derived(pauses).filter(pl.col("ends_at").is_null())["event_id"].to_list()
    logged = city.rows("grid/event_log").filter(pl.col("at") < city.cut.as_of)["event_id"].implode()
    rows = known.join(said, on="event_id", how="left").with_columns(
        is_closed=pl.col("stage").eq_missing("closed"),
        is_dropped=pl.col("stage").eq_missing("dropped"),
        is_suspended=pl.col("event_id").is_in(lasting),
        said_on_time=pl.col("own_on_time") & ~pl.col("event_id").is_in(logged),
        is_reworked=pl.col("is_reworked").fill_null(False)
        | (pl.col("own_rework").fill_null(0) > 0),
    )
    closed_at = pl.when("is_closed").then("closed_at")
    return rows.with_columns(
        closed_at=closed_at,
        # What is closed was handled, also where nobody noted when.
        handled_at=pl.coalesce("handled_at", closed_at),
    )


def _of(state: str, column: str) -> pl.Expr:
    return pl.col(column).filter(pl.col("state") == state)


def _due_dates(city: City, rows: pl.DataFrame) -> pl.DataFrame:
    """`event_id` with the three deadlines."""
    matters = city.rows("base/matters").select("matter_code", "limit_value", "limit_unit")
    rows = rows.join(matters, on="matter_code", how="left", maintain_order="left")
    filing = limits(
        city,
        rows.select(
            "event_id",
            starts_at="reported_at",
            stated_due_at="filing_stated",
            limit_value=pl.lit(city.site.filing_limit_hours),
            limit_unit=pl.lit("work_hour"),
            by_day="by_day",
        ),
    )
    handling = _begun(city, rows, pl.col("dispatched_at"), pl.col("handling_stated"))
    closing = _begun(
        city,
        rows,
        pl.coalesce("filed_at", "dispatched_at", "reported_at"),
        pl.coalesce("closing_stated", "own_due_at"),
    )
    handling, closing = (
        clocks.with_columns(due_at=to_the_day_end("due_at"))
        for clocks in _extended(city, handling, closing)
    )
    return (
        filing.select("event_id", filing_due_at="due_at")
        .join(handling.select("event_id", handling_due_at="due_at"), on="event_id", how="left")
        .join(closing.select("event_id", closing_due_at="due_at"), on="event_id", how="left")
    )


def _begun(city: City, rows: pl.DataFrame, starts_at: pl.Expr, stated: pl.Expr) -> pl.DataFrame:
    """The clocks that have started, moved by the suspensions before their extension, if any."""
    clocks = rows.select(
        "event_id",
        "limit_value",
        "limit_unit",
        "by_day",
        extended_due_at=to_the_day_end("extended_due_at"),
        starts_at=starts_at,
        stated_due_at=stated,
    ).drop_nulls("starts_at")
    return paused(city, limits(city, clocks), city.derived(_pauses_before_extension))


def _extended(
    city: City, handling: pl.DataFrame, closing: pl.DataFrame
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """An extension is of the handling; the closing gets the same time on top.

    It states a moment, which later suspensions move on by the wall clock.
    """
    was_due = handling.select("event_id", was_due_at="due_at")
    closing = closing.join(was_due, on="event_id", how="left", maintain_order="left")
    gained = pl.col("extended_due_at") - pl.coalesce("was_due_at", "due_at")
    gained = gained.clip(lower_bound=timedelta(0)).fill_null(timedelta(0))
    in_office = pl.col("in_office") & pl.col("extended_due_at").is_null()
    closing = closing.with_columns(due_at=pl.col("due_at") + gained, in_office=in_office)
    is_later = (pl.col("extended_due_at") > pl.col("due_at")).fill_null(False)
    handling = handling.with_columns(
        due_at=pl.when(is_later).then("extended_due_at").otherwise("due_at"),
        in_office=pl.col("in_office") & pl.col("extended_due_at").is_null(),
    )
    later = city.derived(_pauses_after_extension)
    return paused(city, handling, later), paused(city, closing, later)


def _pauses_before_extension(city: City) -> pl.DataFrame:
    return _pauses(city).filter(pl.col("is_before"))


def _pauses_after_extension(city: City) -> pl.DataFrame:
    return _pauses(city).filter(~pl.col("is_before"))


def _pauses(city: City) -> pl.DataFrame:
    stated = (pl.col("state") == "extended") & pl.col("due_at").is_not_null()
    extensions = city.derived(steps).filter(stated)
    granted = extensions.group_by("event_id").agg(granted_at=pl.col("at").last())
    known = city.derived(pauses).join(granted, on="event_id", how="left", maintain_order="left")
    is_before = (pl.col("begins_at") < pl.col("granted_at")).fill_null(True)
    return known.with_columns(is_before=is_before).sort("event_id", "seq")
