{# The three clocks of an event: when each starts and what it gives. Each is fixed when it starts:
   sending round again or re-classifying never lengthens it.

   Where only days are known, a clock starts at the end of its day and runs in whole days: a limit
   counted in hours cannot be judged, only a deadline that the source states can. #}
with

events as (

    select
        stages.*,
        events.reported_at,
        events.due_at as stated_due_at,
        coalesce(events.is_by_day, false) as is_by_day,
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
        null::timestamp as extended_at,
        null::timestamp as extended_due_at,
        is_by_day
    from events

    union all

    select
        event_id,
        'handling' as clock,
        dispatched_at as started_at,
        stated_handling_due_at as stated_due_at,
        limit_value,
        limit_unit,
        extended_at,
        extended_due_at,
        is_by_day
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
        extended_at,
        extended_due_at,
        is_by_day
    from events

),

known as (

    select
        * replace (
            case when is_by_day then {{ end_of_day('started_at::date') }} else started_at end
                as started_at,
            case when is_by_day then {{ end_of_day('stated_due_at::date') }} else stated_due_at end
                as stated_due_at,
            case when is_by_day and limit_unit in ('work_hour', 'urgent_hour') then null
                else limit_value end as limit_value,
            case when is_by_day then {{ end_of_day('extended_due_at::date') }}
                else extended_due_at end as extended_due_at
        )
    from clocks

)

select
    known.*,
    {{ working_clock('known.started_at', 'start_days') }} as started_clock,
    {# Seconds that the limit gives: office seconds, or those of the wall clock. #}
    (known.limit_value * case known.limit_unit
        when 'work_day' then {{ office_day_seconds() }}
        when 'calendar_day' then 86400
        else 3600
    end)::bigint as limit_seconds,
    known.stated_due_at is null and known.limit_unit in ('work_hour', 'work_day')
        as is_in_office_hours
from known
inner join {{ ref('dim_dates') }} as start_days
    on known.started_at::date = start_days.date
