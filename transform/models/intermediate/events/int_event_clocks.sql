{# The three clocks of an event: when each starts and what it gives. Each is fixed when it starts:
   sending round again or re-classifying never lengthens it. #}
with

events as (

    select
        stages.*,
        events.reported_at,
        events.due_at as stated_due_at,
        matters.limit_value,
        matters.limit_unit
    from {{ ref('int_event_stages') }} as stages
    inner join {{ ref('stg_grid__events') }} as events
        on stages.event_id = events.event_id
    left join {{ ref('dim_matters') }} as matters
        on events.matter_code = matters.matter_code

),

clocks as (

    select
        event_id,
        'filing' as clock,
        reported_at as started_at,
        stated_filing_due_at as stated_due_at,
        {{ site('filing_limit_hours') }}::double as limit_value,
        'work_hour' as limit_unit,
        null::timestamp as extended_due_at
    from events

    union all

    select
        event_id,
        'handling' as clock,
        dispatched_at as started_at,
        stated_handling_due_at as stated_due_at,
        limit_value,
        limit_unit,
        extended_due_at
    from events
    where dispatched_at is not null

    union all

    select
        event_id,
        'closing' as clock,
        coalesce(filed_at, dispatched_at, reported_at) as started_at,
        coalesce(stated_closing_due_at, stated_due_at) as stated_due_at,
        limit_value,
        limit_unit,
        extended_due_at
    from events

)

select
    clocks.*,
    {{ working_clock('clocks.started_at', 'start_days') }} as started_clock,
    {# Seconds that the limit gives: office seconds, or those of the wall clock. #}
    (clocks.limit_value * case clocks.limit_unit
        when 'work_day' then {{ office_day_seconds() }}
        when 'calendar_day' then 86400
        else 3600
    end)::bigint as limit_seconds,
    clocks.stated_due_at is null and clocks.limit_unit in ('work_hour', 'work_day')
        as is_in_office_hours
from clocks
inner join {{ ref('dim_dates') }} as start_days
    on clocks.started_at::date = start_days.date
