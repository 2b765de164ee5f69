{# Three clocks per event: filing, handling, closing. A deadline that the log states counts;
   else the limit of the matter. Each deadline is fixed when its clock starts: sending round
   again or re-classifying never lengthens it, nor does suspending what is overdue already.
   Suspended time is given back, an approved extension too (and is shown as such). #}
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
        null::timestamp as extended_due_at,
        null::timestamp as first_suspended_at,
        0 as suspended_seconds,
        0 as suspended_working_seconds
    from events

    union all

    select
        event_id,
        'handling' as clock,
        dispatched_at as started_at,
        stated_handling_due_at as stated_due_at,
        limit_value,
        limit_unit,
        extended_due_at,
        first_suspended_at,
        suspended_seconds,
        suspended_working_seconds
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
        extended_due_at,
        first_suspended_at,
        suspended_seconds,
        suspended_working_seconds
    from events

),

{# Seconds that a limit gives: office seconds, or those of the wall clock. #}
limits as (

    select
        *,
        (limit_value * case limit_unit
            when 'work_day' then {{ office_day_seconds() }}
            when 'calendar_day' then 86400
            else 3600
        end)::bigint as limit_seconds,
        stated_due_at is null and limit_unit in ('work_hour', 'work_day') as is_in_office_hours
    from clocks

),

{# A clock that had run out before the first suspension is not stopped any more. #}
stopped as (

    select
        limits.* exclude (suspended_seconds, suspended_working_seconds),
        coalesce(
            case
                when limits.stated_due_at is not null
                    then limits.first_suspended_at > limits.stated_due_at
                when limits.is_in_office_hours
                    then {{ working_clock('limits.first_suspended_at', 'stop_days') }}
                        > {{ working_clock('limits.started_at', 'start_days') }}
                        + limits.limit_seconds
                else limits.first_suspended_at
                    > limits.started_at + to_seconds(limits.limit_seconds)
            end, false
        ) as has_run_out,
        case when has_run_out then 0 else limits.suspended_seconds end as suspended_seconds,
        case when has_run_out then 0 else limits.suspended_working_seconds end
            as suspended_working_seconds
    from limits
    inner join {{ ref('dim_dates') }} as start_days
        on limits.started_at::date = start_days.date
    left join {{ ref('dim_dates') }} as stop_days
        on limits.first_suspended_at::date = stop_days.date

),

targets as (

    select
        stopped.*,
        {# Suspended time is working time for limits in office hours, wall time for the others;
           a stated deadline is a moment, so it moves by wall time. #}
        case
            when stopped.is_in_office_hours
                then {{ working_clock('stopped.started_at', 'start_days') }}
                    + stopped.suspended_working_seconds
                    + stopped.limit_seconds
        end as target
    from stopped
    inner join {{ ref('dim_dates') }} as start_days
        on stopped.started_at::date = start_days.date

),

workdays as (

    select * from {{ ref('dim_dates') }}
    where is_workday

),

limited as (

    select
        targets.event_id,
        targets.clock,
        targets.extended_due_at,
        case
            when targets.stated_due_at is not null
                then targets.stated_due_at + to_seconds(targets.suspended_seconds)
            when targets.limit_value is not null
                then {{ limit_due_at(
                    'targets.started_at + to_seconds(targets.suspended_seconds)',
                    'targets.limit_value', 'targets.limit_unit', 'targets.target', 'workdays'
                ) }}
        end as due_at
    from targets
    asof left join workdays
        on targets.target <= workdays.working_seconds_after

),

deadlines as (

    select
        event_id,
        max(due_at) filter (where clock = 'filing') as filing_due_at,
        max(due_at) filter (where clock = 'handling') as handling_due_at,
        max(due_at) filter (where clock = 'closing') as closing_due_at,
        max(extended_due_at) as extended_due_at
    from limited
    group by all

)

select
    event_id,
    filing_due_at,
    greatest(handling_due_at, coalesce(extended_due_at, handling_due_at)) as handling_due_at,
    {# An extension of the handling gives the closing the same time on top. #}
    closing_due_at + greatest(
        coalesce(extended_due_at - coalesce(handling_due_at, closing_due_at), interval 0 second),
        interval 0 second
    ) as closing_due_at
from deadlines
