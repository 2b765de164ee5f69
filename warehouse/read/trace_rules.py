"""The SQL of a trace: for one value, how a measure adds up, keeping the entries it adds.

The one read module that is allowed to be complex. It must agree with the indicators' own models
(`int_measure_*`), and a test compares the two for every indicator.
"""

from __future__ import annotations

# Entries of the measure up to the end of the period, of all that ever lay below the place:
# `was_inside` on the day of the entry (flows), `is_inside` at the end of the period (stocks).
CANDIDATES = """
    period as (
        select start_at, end_at, counted_until
        from indicators.periods
        where period_type = $period_type and period_start = $period_start
    ),
    candidates as (
        select
            ledger.*,
            period.start_at,
            period.counted_until,
            ledger.entry_date >= bridge.held_from and ledger.entry_date < bridge.held_until
                as was_inside,
            period.counted_until > bridge.held_from and period.counted_until <= bridge.held_until
                as is_inside
        from ledger.ledger_entries as ledger
        cross join period
        inner join core.bridge_area_history as bridge
            on ledger.area_code = bridge.area_code
            and bridge.ancestor_code = $area_code
        where ledger.measure_code = $measure_code
            and ledger.entry_at < period.end_at
    )
"""

# How each aggregation chooses the entries that stand behind its value.
_OF_PERIOD = "select * from candidates where was_inside and entry_at >= start_at"
KEPT = {
    "sum": _OF_PERIOD,
    "median": _OF_PERIOD,
    "p90": _OF_PERIOD,
    # What came and has not gone: one entry a key, worth what is left of it.
    "balance": """
        select * replace (sum(value) over same_key as value)
        from candidates
        where is_inside and entry_at < counted_until
        window same_key as (partition by distinct_key)
        qualify sum(value) over same_key != 0
            and row_number() over (partition by distinct_key order by entry_at desc) = 1
    """,
    # One entry a key, the latest.
    "distinct": """
        select * replace (1 as value)
        from candidates
        where was_inside and entry_at >= start_at
        qualify row_number() over (partition by distinct_key order by entry_at desc) = 1
    """,
    "distinct_in_window": """
        select * replace (1 as value)
        from candidates
        where is_inside and entry_at < counted_until
            and entry_at >= counted_until - to_days(
                (select window_days from reference.measures where measure_code = $measure_code)
                ::integer
            )
        qualify row_number() over (partition by distinct_key order by entry_at desc) = 1
    """,
    # All entries of the tenth of the keys with the largest sums, the tenth rounded up.
    "top_share": """
        select candidates.*
        from candidates
        inner join (
            select distinct_key
            from candidates
            where was_inside and entry_at >= start_at
            group by distinct_key
            qualify row_number() over (order by sum(value) desc, distinct_key)
                <= ceil(count(*) over () / 10.0)
        ) as top_keys
            on candidates.distinct_key = top_keys.distinct_key
        where candidates.was_inside and entry_at >= start_at
    """,
}

LISTED = """
    select
        kept.entry_at,
        -- Some registers are keyed by person; their rows are told by file and line alone.
        case when kept.source_model not in ('fct_volunteers', 'fct_rosters')
            then split_part(kept.source_key, '#', 1)
        end as number,
        events.title,
        areas.area_path,
        departments.department_name,
        kept.value,
        rows.source_feed,
        rows.source_file,
        rows.source_row
    from kept
    left join core.row_sources as rows
        on kept.source_model = rows.source_model
        and kept.source_key = rows.source_key
        and rows.source_model in (select unnest($models))
    left join core.dim_areas as areas
        on kept.area_code = areas.area_code
    left join core.dim_departments as departments
        on kept.department_code = departments.department_code
    left join marts.mart_event_list as events
        on split_part(kept.source_key, '#', 1) = events.event_id
    order by kept.entry_at desc, kept.source_key
    limit $limit
"""

BY_PLACE = """
    select coalesce(parts.area_name, '本级') as part, count(*) as entries, sum(kept.value) as value
    from kept
    left join (
        select bridge.area_code, areas.area_name
        from core.bridge_area_ancestors as bridge
        inner join core.dim_areas as areas
            on bridge.ancestor_code = areas.area_code
        where areas.parent_code = $area_code
    ) as parts
        on kept.area_code = parts.area_code
    group by all
    order by value desc, part
"""

BY_DEPARTMENT = """
    select
        coalesce(departments.department_name, '网格、社区自处或未派遣') as part,
        count(*) as entries,
        sum(kept.value) as value
    from kept
    left join core.dim_departments as departments
        on kept.department_code = departments.department_code
    group by all
    order by value desc, part
"""

BY_FILE = """
    select
        counted.*,
        loads.row_count,
        loads.content_hash,
        loads.loaded_at
    from (
        select rows.source_feed, rows.source_file, count(*) as entries
        from kept
        left join core.row_sources as rows
            on kept.source_model = rows.source_model
            and kept.source_key = rows.source_key
            and rows.source_model in (select unnest($models))
        group by all
    ) as counted
    left join (
        select feed_code, file, row_count, content_hash, loaded_at
        from core.fct_loads
        where status = 'loaded'
        qualify row_number() over (partition by feed_code, file order by loaded_at desc) = 1
    ) as loads
        on counted.source_feed = loads.feed_code
        and counted.source_file = loads.file
    order by counted.entries desc, counted.source_file
"""
