with

{# Summed where and when they were reported, before places and periods multiply them. #}
by_place as (

    select
        entries.area_code,
        entries.entry_date,
        coalesce(matters.class_name, '未分类') as class_name,
        sum(entries.value) as reported
    from {{ ref('ledger_entries') }} as entries
    inner join {{ ref('fct_events') }} as events
        on entries.source_key = events.event_id
    left join {{ ref('dim_matters') }} as matters
        on events.matter_code = matters.matter_code
    where entries.measure_code = 'events_reported'
    group by all

),

{# Every event counts for the place to which its own belonged on its day, as in OPS-01. #}
by_day as (

    select
        bridge.ancestor_code as area_code,
        by_place.entry_date,
        by_place.class_name,
        sum(by_place.reported) as reported
    from by_place
    inner join {{ ref('bridge_area_history') }} as bridge
        on by_place.area_code = bridge.area_code
        and by_place.entry_date >= bridge.held_from
        and by_place.entry_date < bridge.held_until
    where bridge.ancestor_level != 'grid'
    group by all

),

by_period as (

    select
        by_day.area_code,
        periods.period_type,
        periods.period_start,
        by_day.class_name,
        sum(by_day.reported)::double as reported
    from by_day
    inner join {{ ref('periods') }} as periods
        on by_day.entry_date between periods.period_start and periods.period_end
    where periods.period_type in ('week', 'month', 'quarter', 'half', 'year')
    group by all

),

{# A class without events now is still compared with what it had. #}
compared as (

    select
        by_period.area_code,
        by_period.period_type,
        by_period.period_start,
        by_period.class_name,
        by_period.reported,
        0 as previous_reported,
        0 as last_year_reported
    from by_period

    union all

    select
        by_period.area_code,
        periods.period_type,
        periods.period_start,
        by_period.class_name,
        0 as reported,
        by_period.reported as previous_reported,
        0 as last_year_reported
    from by_period
    inner join {{ ref('periods') }} as periods
        on by_period.period_type = periods.period_type
        and by_period.period_start = periods.previous_start

    union all

    select
        by_period.area_code,
        periods.period_type,
        periods.period_start,
        by_period.class_name,
        0 as reported,
        0 as previous_reported,
        by_period.reported as last_year_reported
    from by_period
    inner join {{ ref('periods') }} as periods
        on by_period.period_type = periods.period_type
        and by_period.period_start = periods.last_year_start

),

summed as (

    select
        area_code,
        period_type,
        period_start,
        class_name,
        sum(reported)::double as reported,
        sum(previous_reported)::double as previous_reported,
        sum(last_year_reported)::double as last_year_reported
    from compared
    group by all

)

select
    area_code,
    period_type,
    period_start,
    row_number() over (
        partition by area_code, period_type, period_start
        order by reported desc, class_name asc
    ) as class_place,
    class_name,
    reported,
    previous_reported,
    last_year_reported,
    100 * reported / nullif(
        sum(reported) over (partition by area_code, period_type, period_start), 0
    ) as share
from summed
order by period_type, area_code, period_start, class_place
