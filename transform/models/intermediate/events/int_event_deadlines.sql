{# Deadlines of filing, handling and closing. One that the log states counts; else the limit of
   the matter. Time for which the running clock was suspended is given back, an approved extension
   too (and is shown as such); what is suspended after an extension moves the extended deadline. #}
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

given as (

    select
        clocks.event_id,
        clocks.clock,
        clocks.started_at,
        clocks.extended_at,
        clocks.extended_due_at,
        clocks.is_by_day,
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

{# What is due on a day is due when the day ends. #}
limited as (

    select
        * replace (
            case when is_by_day then {{ end_of_day('due_at::date') }} else due_at end as due_at
        )
    from given

),

handling as (

    select
        event_id,
        due_at
    from limited
    where clock = 'handling'

),

{# An extension of the handling gives the closing the same time on top. #}
extended as (

    select
        limited.event_id,
        limited.clock,
        limited.started_at,
        limited.extended_at,
        limited.is_by_day,
        case limited.clock
            when 'filing' then limited.due_at
            when 'handling'
                then greatest(limited.due_at, coalesce(limited.extended_due_at, limited.due_at))
            else limited.due_at + greatest(
                coalesce(
                    limited.extended_due_at - coalesce(handling.due_at, limited.due_at),
                    interval 0 second
                ),
                interval 0 second
            )
        end as due_at
    from limited
    left join handling
        on limited.event_id = handling.event_id

),

suspended_later as (

    select
        extended.event_id,
        extended.clock,
        extended.due_at,
        suspensions.suspended_at,
        date_diff(
            'second',
            greatest(suspensions.suspended_at, extended.started_at),
            suspensions.counted_until
        ) as seconds
    from extended
    inner join {{ ref('int_event_suspensions') }} as suspensions
        on extended.event_id = suspensions.event_id
        and extended.extended_at <= suspensions.suspended_at
        and extended.started_at < suspensions.counted_until

),

followed as (

    select
        *,
        coalesce(sum(seconds) over (
            partition by event_id, clock order by suspended_at
            rows between unbounded preceding and 1 preceding
        ), 0) as seconds_before
    from suspended_later

),

given_back as (

    select
        event_id,
        clock,
        sum(seconds)::bigint as seconds
    from followed
    where suspended_at <= due_at + to_seconds(seconds_before)
    group by all

),

moved as (

    select
        extended.event_id,
        extended.clock,
        extended.is_by_day,
        extended.due_at + to_seconds(coalesce(given_back.seconds, 0)) as due_at
    from extended
    left join given_back
        on extended.event_id = given_back.event_id
        and extended.clock = given_back.clock

),

due as (

    select
        event_id,
        clock,
        case when is_by_day then {{ end_of_day('due_at::date') }} else due_at end as due_at
    from moved

)

select
    event_id,
    max(due_at) filter (where clock = 'filing') as filing_due_at,
    max(due_at) filter (where clock = 'handling') as handling_due_at,
    max(due_at) filter (where clock = 'closing') as closing_due_at
from due
group by all
