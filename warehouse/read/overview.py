"""What the wall shows, part by part; every function returns rows in the order of display."""

from __future__ import annotations

from datetime import date

import polars as pl

from warehouse.access.scope import Scope
from warehouse.read.connection import fetch


def site(scope: Scope) -> pl.DataFrame:
    """One row: names of the site and of its root, the data cut, the version."""
    return fetch(scope, "select * from marts.mart_overview_site")


def feeds(scope: Scope) -> pl.DataFrame:
    """One row per family of feeds in the header, with the time of its newest row."""
    return fetch(scope, "select * from marts.mart_overview_feeds order by sort_order")


def readings(scope: Scope, part: str) -> pl.DataFrame:
    """One row per indicator of a part of the wall (`tile`, `loop`), whether it has a value."""
    return fetch(
        scope,
        "select * from marts.mart_overview_readings where part = $part order by sort_order",
        part=part,
    )


def reading_points(scope: Scope) -> pl.DataFrame:
    """One row per tile and day of the last 30: the value of the 7 days that end there."""
    return fetch(
        scope,
        """
        select indicator_code, period_start, value
        from marts.mart_overview_reading_points
        order by indicator_code, period_start
        """,
    )


def trends(scope: Scope) -> pl.DataFrame:
    """One row per theme and 24-hour window of the last 30, with the usual range of its weekday."""
    return fetch(
        scope, "select * from marts.mart_overview_trends order by sort_order, period_start"
    )


def verdict(scope: Scope) -> pl.DataFrame:
    """One row: the word for the whole site and how many units stand how."""
    return fetch(scope, "select * from marts.mart_overview_verdict")


def findings(scope: Scope) -> pl.DataFrame:
    """One row per unit and rule that is not normal, worst first."""
    return fetch(scope, "select * from marts.mart_overview_findings order by sort_order")


def areas(scope: Scope, level: str) -> pl.DataFrame:
    """One row per place of a level that has a boundary, with its class on the map."""
    return fetch(
        scope,
        """
        select * from marts.mart_overview_areas
        where level = $level and geometry is not null
        order by area_code
        """,
        level=level,
    )


def map_levels(scope: Scope) -> pl.DataFrame:
    """One row per level below the root, coarse to fine: its classes, how many boundaries."""
    return fetch(scope, "select * from marts.mart_overview_map_levels order by level_rank")


def points(scope: Scope) -> pl.DataFrame:
    """One row per event of the last 7 days that has a place on the map."""
    return fetch(scope, "select * from marts.mart_overview_points order by event_id")


def stages(scope: Scope) -> pl.DataFrame:
    """One row per stage of the closed loop."""
    return fetch(scope, "select * from marts.mart_overview_stages order by sort_order")


def settled_levels(scope: Scope) -> pl.DataFrame:
    """One row per level at which events were settled in the last 7 days."""
    return fetch(scope, "select * from marts.mart_overview_settled_levels order by sort_order")


def owners(scope: Scope) -> pl.DataFrame:
    """One row per unit that must act on overdue events, most first."""
    return fetch(scope, "select * from marts.mart_overview_owners order by sort_order")


def units(scope: Scope) -> pl.DataFrame:
    """One row per place right below the root, the most troubled first."""
    return fetch(scope, "select * from marts.mart_overview_units order by sort_order")


def rank_items(scope: Scope, scheme_code: str, period_start: date) -> pl.DataFrame:
    """Points of every ranked unit by item of one assessment, items in order.

    Returns:
        `area_code`, `short_name`, `part` (base, bonus …), `weight`, `points`, `is_missing`.
    """
    return fetch(
        scope,
        """
        select area_code, short_name, part, weight, points, is_missing
        from marts.mart_rank_items
        where scheme_code = $scheme_code
            and period_start = $period_start
        order by area_code, item_no
        """,
        scheme_code=scheme_code,
        period_start=period_start,
    )


def ranks(scope: Scope) -> pl.DataFrame:
    """One row per unit of the newest assessment that is complete, best first."""
    return fetch(scope, "select * from marts.mart_overview_ranks order by sort_order")


def tasks(scope: Scope) -> pl.DataFrame:
    """One row per field of governance with its tasks by state."""
    return fetch(scope, "select * from marts.mart_overview_tasks order by sort_order")


def latest(scope: Scope) -> pl.DataFrame:
    """One row per step of an event, the newest first."""
    return fetch(scope, "select * from marts.mart_overview_latest order by sort_order")


def counted_figures(scope: Scope, part: str) -> pl.DataFrame:
    """`figure` and `entries` of a part's counts that are no indicators, in order of display."""
    return fetch(
        scope,
        """
        select figure, count(*) as entries
        from marts.mart_overview_counted
        where part = $part
        group by figure
        order by min(figure_order), figure
        """,
        part=part,
    )


def counted(scope: Scope, part: str, figure: str, *, limit: int | None = None) -> pl.DataFrame:
    """The things behind one of these counts, newest first, in the columns of `trace.entries`."""
    return fetch(
        scope,
        """
        select
            entry_at, number, title, area_path, department_name, 1.0::double as value,
            source_feed, source_file, source_row
        from marts.mart_overview_counted
        where part = $part and figure = $figure
        order by entry_at desc, number
        limit $limit
        """,
        part=part,
        figure=figure,
        limit=limit,
    )
