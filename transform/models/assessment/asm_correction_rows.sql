{# The ledger entries that made a sealed value change: those of the seal against those of today,
   row by row. Known by their keys, not by their time of loading, which is only shown. #}
with

measured as (

    select
        corrections.scheme_code,
        corrections.period_start,
        corrections.area_code,
        corrections.item_code,
        corrections.sealed_at,
        measures.measure_code,
        case when measures.measure_code = catalogue.numerator_measure
            then 'numerator' else 'denominator'
        end as part,
        assessment.entries_since(
            measures.aggregation, measures.window_days, periods.start_at, periods.end_at
        ) as since,
        periods.end_at as until
    from {{ ref('asm_corrections') }} as corrections
    inner join {{ ref('indicators') }} as catalogue
        on corrections.indicator_code = catalogue.indicator_code
    inner join {{ ref('measures') }} as measures
        on measures.measure_code in (catalogue.numerator_measure, catalogue.denominator_measure)
    inner join {{ ref('periods') }} as periods
        on corrections.period_type = periods.period_type
        and corrections.period_start = periods.period_start

),

{# Once a measure and period, however many places ask. #}
windows as (

    select distinct
        scheme_code,
        period_start,
        measure_code,
        since,
        until
    from measured

),

today as (

    select
        windows.scheme_code,
        windows.period_start,
        entries.measure_code,
        entries.area_code,
        entries.entry_at,
        entries.value,
        entries.source_model,
        entries.source_key
    from {{ ref('ledger_entries') }} as entries
    inner join windows
        on entries.measure_code = windows.measure_code
        and entries.entry_at >= windows.since
        and entries.entry_at < windows.until

),

sealed as (

    select * from {{ ref('stg_seal__entries') }}

),

{# Each place changes hands for itself: an entry that moved is gone here and came there. #}
came as (

    select today.*
    from today
    anti join sealed
        using (
            scheme_code, period_start, measure_code, area_code, entry_at, value, source_model,
            source_key
        )

),

gone as (

    select sealed.*
    from sealed
    semi join windows
        using (scheme_code, period_start, measure_code)
    anti join today
        using (
            scheme_code, period_start, measure_code, area_code, entry_at, value, source_model,
            source_key
        )

),

moved as (

    select
        scheme_code,
        period_start,
        measure_code,
        area_code,
        source_model,
        source_key,
        null::timestamp as entry_at_then,
        entry_at as entry_at_now,
        null::double as value_then,
        value as value_now,
        null::varchar as source_file,
        null::bigint as source_row
    from came

    union all

    select
        scheme_code,
        period_start,
        measure_code,
        area_code,
        source_model,
        source_key,
        entry_at as entry_at_then,
        null::timestamp as entry_at_now,
        value as value_then,
        null::double as value_now,
        source_file,
        source_row
    from gone

),

per_thing as (

    select
        measured.scheme_code,
        measured.period_start,
        measured.area_code,
        measured.item_code,
        measured.part,
        measured.measure_code,
        measured.sealed_at,
        moved.source_model,
        moved.source_key,
        min(moved.entry_at_then) as entry_at_then,
        min(moved.entry_at_now) as entry_at_now,
        sum(moved.value_then) as value_then,
        sum(moved.value_now) as value_now,
        any_value(moved.source_file) as source_file_then,
        any_value(moved.source_row) as source_row_then
    from measured
    inner join moved
        on measured.scheme_code = moved.scheme_code
        and measured.period_start = moved.period_start
        and measured.measure_code = moved.measure_code
    inner join {{ ref('bridge_area_ancestors') }} as bridge
        on moved.area_code = bridge.area_code
        and measured.area_code = bridge.ancestor_code
    group by all

),

loads as (

    select
        file,
        max(loaded_at) as loaded_at
    from {{ ref('fct_loads') }}
    group by all

),

{# Was the thing there at the seal, and does it still count for anything of the scheme? #}
known as (

    select distinct
        scheme_code,
        period_start,
        source_model,
        source_key
    from sealed

),

counted as (

    select distinct
        scheme_code,
        period_start,
        source_model,
        source_key
    from today

)

select
    per_thing.* exclude (source_file_then, source_row_then),
    case
        when known.source_key is null then 'added'
        when counted.source_key is null then 'withdrawn'
        else 'corrected'
    end as kind,
    coalesce(origins.source_file, per_thing.source_file_then) as source_file,
    coalesce(origins.source_row, per_thing.source_row_then) as source_row,
    loads.loaded_at,
    coalesce(loads.loaded_at > per_thing.sealed_at, false) as is_loaded_after_seal
from per_thing
left join known
    using (scheme_code, period_start, source_model, source_key)
left join counted
    using (scheme_code, period_start, source_model, source_key)
left join {{ ref('row_sources') }} as origins
    on per_thing.source_model = origins.source_model
    and per_thing.source_key = origins.source_key
left join loads
    on coalesce(origins.source_file, per_thing.source_file_then) = loads.file
