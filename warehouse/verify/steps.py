"""The log of every event up to the cut: as it was kept, or derived from a wide export.

Each step leads to a stage of the loop: `report`, `dispatch`, `handle`, `check`, `closed` or
`dropped`; some leave the event where it is.
"""

from __future__ import annotations

import polars as pl

from warehouse.verify.city import City

#: Stage column of a wide export -> the state that it stands for, in the order of the loop.
_COLUMNS_OF_STAGES = {
    "reported_at": "reported",
    "accepted_at": "accepted",
    "filed_at": "filed",
    "dispatched_at": "dispatched",
    "signed_at": "signed",
    "handled_at": "handled",
    "checked_at": "check_passed",
    "closed_at": "closed",
}
_COLUMNS = ["event_id", "seq", "state", "at", "level", "department_code", "due_at"]
#: Where a step leads to; after the others the event stays in its stage.
_LEADS_TO = {
    "reported": "report",
    "accepted": "report",
    "filed": "dispatch",
    "dispatched": "handle",
    "returned": "dispatch",
    "handled": "check",
    "check_passed": "check",
    "check_failed": "handle",
    "closed": "closed",
    "rejected": "dropped",
    "cancelled": "dropped",
}
_SETTLING = ["handled", "check_passed", "closed"]
#: A suspension lasts until one of these.
_ENDS_PAUSE = ["resumed", "handled", "closed", "cancelled", "rejected"]


def known_events(city: City) -> pl.DataFrame:
    """One row per event reported before the cut."""
    return city.rows("grid/events").filter(pl.col("reported_at") < city.cut.as_of)


def steps(city: City) -> pl.DataFrame:
    """One row per step before the cut, by event and in order, with the `stage` it leads to.

    `clock`: the furthest that the working clock had got by then.
    """
    events = city.derived(known_events)
    logged = city.rows("grid/event_log").select(_COLUMNS)
    logged = logged.filter(pl.col("at") < city.cut.as_of)
    logged = logged.join(events.select("event_id"), on="event_id", how="semi")
    derived = _derived(events.join(logged, on="event_id", how="anti"))
    both = pl.concat([logged, derived.filter(pl.col("at") < city.cut.as_of)])
    both = both.sort("event_id", "seq")
    both = both.with_columns(clock=city.clock.read(both["at"]))
    # A step dated before the one before it adds no time and takes none away.
    return _staged(both.with_columns(pl.col("clock").cum_max().over("event_id")))


def pauses(city: City) -> pl.DataFrame:
    """One row per suspension: `event_id, seq, begins_at, ends_at` (null while it lasts).

    `stops`, `goes_on`: both ends on the working clock, as the log reads it.
    """
    marks = city.derived(steps).filter(pl.col("state").is_in(["suspended", *_ENDS_PAUSE]))
    marks = marks.with_columns(
        ends_at=pl.max_horizontal("at", pl.col("at").shift(-1).over("event_id")),
        goes_on=pl.col("clock").shift(-1).over("event_id"),
        is_last=pl.col("seq") == pl.col("seq").last().over("event_id"),
    )
    now = city.clock.read(pl.Series([city.cut.as_of], dtype=pl.Datetime("us")))[0]
    return marks.filter(pl.col("state") == "suspended").select(
        "event_id",
        "seq",
        begins_at="at",
        ends_at=pl.when(~pl.col("is_last")).then("ends_at"),
        stops="clock",
        goes_on=pl.col("goes_on").fill_null(now),
    )


def _staged(log: pl.DataFrame) -> pl.DataFrame:
    """The log with `stage`. Signing takes a matter into hand; signing what is being checked does
    not send it back: only a failed check or a new dispatch does.
    """
    leads_to = pl.col("state").replace_strict(_LEADS_TO, default=None, return_dtype=pl.String)
    log = log.with_columns(stage=leads_to)
    stands = pl.col("stage").forward_fill().over("event_id").fill_null("report")
    takes = (pl.col("state") == "signed") & stands.is_in(["report", "dispatch"])
    log = log.with_columns(stage=pl.when(takes).then(pl.lit("handle")).otherwise("stage"))
    return log.with_columns(
        stage=pl.col("stage").forward_fill().over("event_id").fill_null("report")
    )


def _derived(events: pl.DataFrame) -> pl.DataFrame:
    """The log that a wide export stands for; the deadline it states is that of closing."""
    parts = [
        events.select(
            "event_id",
            seq=pl.lit(number, pl.Int64),
            state=pl.lit(state),
            at=column,
            level=pl.when(pl.lit(state in _SETTLING)).then("settled_level"),
            department_code="department_code",
            due_at=pl.when(pl.lit(state == "filed")).then("due_at"),
        ).drop_nulls("at")
        for number, (column, state) in enumerate(_COLUMNS_OF_STAGES.items(), start=1)
    ]
    return pl.concat(parts)
