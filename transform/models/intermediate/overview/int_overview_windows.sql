{# Entries of the trends' measures in 24-hour windows that end at the data cut's time of day; 0 is
   the window ending now. Half-open as the trailing periods are. #}
with

measures as (

    select distinct indicators.numerator_measure as measure_code
    from {{ ref('overview_indicators') }} as shown
    inner join {{ ref('indicators') }} as indicators
        on shown.indicator_code = indicators.indicator_code
    where shown.part = 'trend'

),

entries as (

    select
        entries.measure_code,
        (date_diff('microsecond', entries.entry_at, {{ as_of() }}) - 1) // 86400000000 as back,
        sum(entries.value) as value
    from {{ ref('ledger_entries') }} as entries
    inner join measures
        on entries.measure_code = measures.measure_code
    inner join {{ ref('bridge_area_ancestors') }} as up
        on entries.area_code = up.area_code
    inner join {{ ref('int_overview_root') }} as root
        on up.ancestor_code = root.area_code
    where entries.entry_at < {{ as_of() }}
        and entries.entry_at >= {{ as_of() }} - interval 86 day
    group by all

),

known as (

    select
        measure_code,
        max(back) as oldest
    from entries
    group by all

)

select
    known.measure_code,
    days.back,
    coalesce(entries.value, 0) as value
from known
cross join range(86) as days (back)
left join entries
    on known.measure_code = entries.measure_code
    and days.back = entries.back
{# Before its first entry a feed was not there: that is no day of zero. #}
where days.back <= known.oldest
