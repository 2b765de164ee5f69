"""What only disputes have: ways of mediation, the way up through the levels, lawsuits."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import polars as pl

from warehouse.access.scope import Scope
from warehouse.read.connection import fetch
from warehouse.read.record_filters import RecordFilter
from warehouse.read.records import ask


def ways(scope: Scope, asked: RecordFilter) -> pl.DataFrame:
    """The ways of mediation in the period, and all together; a dispute has one of them.

    The filter's own way does not narrow, so that all can be compared.

    Returns:
        `choice` (null for all together), `way`, `accepted`, `previous` (in the period before),
        `share` of those accepted in percent, `concluded`, `succeeded` (in the period) and
        `success_rate` in percent, null where nothing was concluded; the most accepted first, all
        together last.
    """
    sql = """
        with counted as (
            select
                channel as choice,
                count(*) filter (<opened>) as accepted,
                count(*) filter (<opened before>) as previous,
                count(*) filter (<closed> and is_concluded) as concluded,
                count(*) filter (<closed> and is_success) as succeeded
            from <mart>
            where <matches> and (<opened> or <opened before> or <closed>)
            group by all
        ),
        totalled as (
            select
                choice, choice as way, false as is_total, accepted, previous, concluded, succeeded
            from counted
            union all
            select
                null, '合计', true, coalesce(sum(accepted), 0)::bigint,
                coalesce(sum(previous), 0)::bigint, coalesce(sum(concluded), 0)::bigint,
                coalesce(sum(succeeded), 0)::bigint
            from counted
        )
        select
            choice,
            way,
            accepted,
            previous,
            100 * accepted / nullif(max(accepted) filter (is_total) over (), 0) as share,
            concluded,
            succeeded,
            100 * succeeded / nullif(concluded, 0) as success_rate
        from totalled
        order by is_total, accepted desc, choice
    """
    return ask(scope, "disputes", replace(asked, channel=None), sql)


def levels(scope: Scope, asked: RecordFilter) -> pl.DataFrame:
    """Where the disputes accepted in the period are settled: a row per level, the top first.

    Returns:
        `level_name`, `accepted` there, `from_below` (passed up to it), `settled` there
        (withdrawn ones too), `open` there, `passed_up` from it, also as `passed_up_share` of
        those accepted there in percent. What came in at all levels is
        what was settled and what is open.
    """
    sql = """
        with found as (
            from <mart> where <opened> and <matches>
        ),
        known as (
            select level_name, level_rank
            from marts.mart_event_areas
            group by all
        )
        select
            known.level_name,
            count(*) filter (accepted_level = level_name) as accepted,
            count(*) filter (accepted_level != level_name) as from_below,
            count(*) filter (held_level = level_name and not is_open) as settled,
            count(*) filter (held_level = level_name and is_open) as open,
            count(*) filter (accepted_level = level_name and is_passed_up) as passed_up,
            100 * passed_up / nullif(accepted, 0) as passed_up_share
        from known
        inner join found
            on level_name in (accepted_level, held_level)
        group by level_name, level_rank
        order by level_rank
    """
    return ask(scope, "disputes", asked, sql)


def lawsuits(scope: Scope, area_code: str, until: date) -> pl.DataFrame:
    """First-instance lawsuits of the latest month reported, of a place and those just below it.

    Args:
        scope: What the reader may see.
        area_code: The place.
        until: The latest day that the month may begin on.

    Returns:
        Columns of `mart_dispute_lawsuits` and `is_whole`; the place itself first, then the
        others by their rate, the highest first. Nothing where no court reported.
    """
    return fetch(
        scope,
        """
        select *, area_code = $area_code as is_whole
        from marts.mart_dispute_lawsuits
        where (area_code = $area_code or parent_code = $area_code)
            and month_start = (
                select max(month_start)
                from marts.mart_dispute_lawsuits
                where area_code = $area_code and month_start <= $until
            )
            and ($reader_area is null or area_code in (
                select area_code from core.bridge_area_ancestors
                where ancestor_code = $reader_area
            ))
        order by is_whole desc, per_ten_thousand desc, area_code
        """,
        area_code=area_code,
        until=until,
        reader_area=scope.area_code,
    )
