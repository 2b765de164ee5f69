{# Deadlines of filing, handling and closing. One that the log states counts; else the limit of
   the matter. Time for which the running clock was suspended is given back, an approved extension
   too (and is shown as such). #}
with

clocks as (

    select
        clocks.*,
        coalesce(pauses.suspended_seconds, 0) as suspended_seconds,
        {# Suspended time is working time for limits in office hours, wall time for the others;
           a stated deadline is a moment, so it moves by wall time. #}
        case
            when clocks.is_in_office_hours
                then clocks.started_clock + clocks.limit_seconds
                    + coalesce(pauses.suspended_working_seconds, 0)
        end as target
    from {{ ref('int_event_clocks') }} as clocks
    left join {{ ref('int_event_pauses') }} as pauses
        on clocks.event_id = pauses.event_id
        and clocks.clock = pauses.clock

),

workdays as (

    select * from {{ ref('dim_dates') }}
    where is_workday

),

limited as (

    select
        clocks.event_id,
        clocks.clock,
        clocks.extended_due_at,
        case
            when clocks.stated_due_at is not null
                then clocks.stated_due_at + to_seconds(clocks.suspended_seconds)
            when clocks.limit_value is not null
                then {{ limit_due_at(
                    'clocks.started_at + to_seconds(clocks.suspended_seconds)',
                    'clocks.limit_value', 'clocks.limit_unit', 'clocks.target', 'workdays'
                ) }}
        end as due_at
    from clocks
    asof left join workdays
        on clocks.target <= workdays.working_seconds_after

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
