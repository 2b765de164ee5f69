{# 改类改期: the matter was changed afterwards to one with a longer limit, or the log states a
   later deadline at a new filing or dispatch although nobody asked for an extension. The
   on-time rates keep the first deadline that the log states. #}
with

events as (

    select * from {{ ref('fct_events') }}
    where filed_at >= {{ integrity_since() }}

),

{# Limits in hours on the clock of the wall, to be compared across units. #}
limits as (

    select
        matter_code,
        limit_value * case limit_unit
            when 'work_day' then 24
            when 'calendar_day' then 24
            when 'work_hour' then 24 * 3600.0 / {{ office_day_seconds() }}
            else 1
        end as limit_hours
    from {{ ref('dim_matters') }}

),

reclassified as (

    select
        changed.event_id,
        changed.first_matter_code,
        after_change.limit_hours - before_change.limit_hours as gained_hours
    from {{ ref('stg_grid__event_reclassifications') }} as changed
    inner join limits as before_change
        on changed.first_matter_code = before_change.matter_code
    inner join limits as after_change
        on changed.last_matter_code = after_change.matter_code
    where after_change.limit_hours > before_change.limit_hours

),

restated as (

    select
        event_id,
        date_diff('minute', min(due_at), max(due_at)) / 60.0 as gained_hours
    from {{ ref('fct_event_steps') }}
    where due_at is not null
        and state in ('filed', 'dispatched')
    group by event_id, state
    having max(due_at) > min(due_at)

),

gains as (

    select
        event_id,
        max(first_matter_code) as first_matter_code,
        max(gained_hours) as gained_hours
    from (
        select
            event_id,
            first_matter_code,
            gained_hours
        from reclassified
        union all
        select
            event_id,
            null as first_matter_code,
            gained_hours
        from restated
    ) as both_ways
    group by all

)

select
    'moved_deadlines' as signal_code,
    events.event_id,
    events.area_code,
    events.filed_at as happened_at,
    gains.event_id is not null and not events.is_extended as is_hit,
    gains.first_matter_code as related_key,
    {# Hours gained. #}
    gains.gained_hours::double as measured
from events
left join gains
    on events.event_id = gains.event_id
