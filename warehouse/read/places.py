"""Places: the register for filters and paths, outlines and shades for the map."""

from __future__ import annotations

import polars as pl

from warehouse.access.scope import Scope
from warehouse.read.connection import fetch
from warehouse.read.event_filters import EventFilter, over_entries


def register(scope: Scope) -> pl.DataFrame:
    """Streets and communities and what is above them, without outlines.

    Returns:
        `area_code`, `area_name`, `level`, `parent_code`, `is_root`; higher levels first.
    """
    return fetch(
        scope,
        """
        select area_code, area_name, level, parent_code, is_root
        from marts.mart_event_areas
        where level != 'grid'
        order by level_rank, area_code
        """,
    )


def path(scope: Scope, area_code: str) -> pl.DataFrame:
    """The place and those above it up to the root shown, the highest first.

    Returns:
        `area_code`, `area_name`, `level`; no rows for an unknown place.
    """
    return fetch(
        scope,
        """
        select areas.area_code, areas.area_name, areas.level
        from core.bridge_area_ancestors as bridge
        inner join marts.mart_event_areas as areas
            on bridge.ancestor_code = areas.area_code
        where bridge.area_code = $area_code
            and areas.level_rank >= (
                select min(level_rank) from marts.mart_event_areas where is_root
            )
        order by areas.level_rank
        """,
        area_code=area_code,
    )


def children(scope: Scope, area_code: str) -> pl.DataFrame:
    """The places right below one: `area_code`, `area_name`, `level`, `level_name`."""
    return fetch(
        scope,
        """
        select area_code, area_name, level, level_name
        from marts.mart_event_areas
        where parent_code = $area_code
        order by area_code
        """,
        area_code=area_code,
    )


def levels(scope: Scope) -> pl.DataFrame:
    """The levels that there are, the highest first: `level`, `level_name` as it is said here."""
    return fetch(
        scope,
        """
        select level, level_name
        from marts.mart_event_areas
        group by all
        order by min(level_rank)
        """,
    )


def levels_below(scope: Scope, area_code: str) -> pl.DataFrame:
    """Levels with outlines inside a place: `level`, `level_name`, `places`; higher ones first."""
    return fetch(
        scope,
        """
        select areas.level, areas.level_name, count(*) as places
        from core.bridge_area_ancestors as bridge
        inner join marts.mart_event_areas as areas
            on bridge.area_code = areas.area_code
        where bridge.ancestor_code = $area_code
            and bridge.distance > 0
            and areas.geometry is not null
        group by all
        order by min(areas.level_rank)
        """,
        area_code=area_code,
    )


def outlines(scope: Scope, area_code: str, level: str) -> pl.DataFrame:
    """Outlines of the places of one level inside a place, itself included.

    Returns:
        `area_code`, `area_name`, `area_path`, `geometry` (GeoJSON text).
    """
    return fetch(
        scope,
        """
        select areas.area_code, areas.area_name, areas.area_path, areas.geometry
        from core.bridge_area_ancestors as bridge
        inner join marts.mart_event_areas as areas
            on bridge.area_code = areas.area_code
        where bridge.ancestor_code = $area_code
            and areas.level = $level
            and areas.geometry is not null
        order by areas.area_code
        """,
        area_code=area_code,
        level=level,
    )


def density(scope: Scope, asked: EventFilter, level: str) -> pl.DataFrame:
    """Reports of the period in each place of a level.

    Returns:
        `area_code`, `area_name`, `reported`, `population`, `per_thousand` (reports per 1,000
        residents, null without residents). A place without reports has a row with 0.
    """
    sql, parameters = over_entries(
        """
        with counted as (
            select bridge.ancestor_code as area_code, sum(entries.value) as reported
            from (
                select area_code, sum(value) as value
                from <entries>
                where measure_code = 'events_reported'
                    and <day> between $first_day and $last_day
                    and <matches>
                group by all
            ) as entries
            inner join core.bridge_area_ancestors as bridge
                on entries.area_code = bridge.area_code
                and bridge.ancestor_level = $level
            group by all
        )
        select
            areas.area_code,
            areas.area_name,
            coalesce(counted.reported, 0)::bigint as reported,
            areas.population,
            1000 * coalesce(counted.reported, 0) / nullif(areas.population, 0) as per_thousand
        from core.bridge_area_ancestors as inside
        inner join marts.mart_event_areas as areas
            on inside.area_code = areas.area_code
            and areas.level = $level
        left join counted
            on areas.area_code = counted.area_code
        where inside.ancestor_code = $area_code
        order by areas.area_code
        """,
        asked,
    )
    return fetch(
        scope,
        sql,
        **parameters,
        first_day=asked.first_day,
        last_day=asked.last_day,
        level=level,
    )
