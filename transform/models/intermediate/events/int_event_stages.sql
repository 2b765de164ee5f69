{# What the log of an event says, in one row: first and last times of its stages, who was
   responsible, how often it came back. #}
{# A table: facts, clocks and pauses read it, and it goes through every log. #}
{{ config(materialized='table') }}
with

steps as (

    select * from {{ ref('fct_event_steps') }}

),

{# Few events come back at all. #}
came_back as (

    select distinct event_id
    from {{ ref('fct_event_steps') }}
    where state in ('returned', 'check_failed')

),

checks as (

    select
        event_id,
        max(seq) filter (where state = 'check_failed') as last_failed_seq,
        list_sort(list(seq) filter (where state = 'dispatched')) as dispatched_seqs
    from steps
    where event_id in (select event_id from came_back)
    group by all

),

summed as (

    select
        steps.event_id,
        min("at") filter (where state = 'accepted') as accepted_at,
        arg_min(due_at, seq) filter (where state = 'accepted') as stated_filing_due_at,
        min("at") filter (where state = 'filed') as filed_at,
        arg_min(due_at, seq) filter (where state = 'filed') as stated_closing_due_at,
        min("at") filter (where state = 'dispatched') as dispatched_at,
        arg_min(due_at, seq) filter (where state = 'dispatched') as stated_handling_due_at,
        arg_min(department_code, seq) filter (where state = 'dispatched')
            as first_department_code,
        arg_max(department_code, seq)
            filter (where state in ('dispatched', 'signed') and department_code is not null)
            as department_code,
        min("at") filter (where state = 'signed') as signed_at,
        {# Work that failed its check was not done: only what came after the last failure counts. #}
        max("at") filter (
            where state = 'handled' and seq > coalesce(checks.last_failed_seq, 0)
        ) as last_handled_at,
        arg_max(level, seq) filter (where state = 'handled' and level is not null)
            as handled_level,
        max("at") filter (where state = 'check_passed') as checked_at,
        arg_max("at", seq) filter (where state = 'closed') as last_closed_at,
        arg_max(level, seq) filter (where state = 'closed' and level is not null)
            as closed_level,
        max("at") filter (where state in ('rejected', 'cancelled')) as last_dropped_at,
        max(due_at) filter (where state = 'extended') as extended_due_at,
        arg_max("at", seq) filter (where state = 'extended' and due_at is not null)
            as extended_at,
        bool_or(state = 'extended') as is_extended,
        count(*) filter (where state = 'returned') as returned_count,
        count(*) filter (where state = 'check_failed') as rework_count,
        {# The first assignee sent it back before anybody else was asked. #}
        coalesce(
            bool_or(
                state = 'returned' and seq > checks.dispatched_seqs[1]
                and (len(checks.dispatched_seqs) = 1 or seq < checks.dispatched_seqs[2])
            ), false
        ) as is_first_dispatch_returned,
        arg_max(level, seq) filter (where level is not null) as level,
        arg_max(state, seq) as last_state,
        arg_max(stage, seq) as stage,
        max("at") as last_step_at,
        bool_or(is_derived) as is_derived
    from steps
    left join checks
        on steps.event_id = checks.event_id
    group by all

),

ended as (

    select
        *,
        case when stage = 'closed' then last_closed_at end as closed_at,
        {# What is closed was handled, also where the platform keeps no time of it. #}
        coalesce(last_handled_at, case when stage = 'closed' then last_closed_at end)
            as handled_at,
        case when stage = 'dropped' then last_dropped_at end as dropped_at
    from summed

),

handled as (

    select
        ended.event_id,
        {{ working_clock('ended.dispatched_at', 'dispatched_days') }} as dispatched_clock,
        {{ working_clock('ended.handled_at', 'handled_days') }} as handled_clock
    from ended
    left join {{ ref('dim_dates') }} as dispatched_days
        on ended.dispatched_at::date = dispatched_days.date
    left join {{ ref('dim_dates') }} as handled_days
        on ended.handled_at::date = handled_days.date

),

{# All suspensions, and what of them lay between the first dispatch and the handling. #}
suspended as (

    select
        suspensions.event_id,
        bool_or(suspensions.resumed_at is null) as is_suspended,
        sum(
            date_diff('second', suspensions.suspended_at, suspensions.counted_until)
        )::bigint as suspended_seconds,
        sum(
            greatest(
                least(suspensions.counted_until_clock, handled.handled_clock)
                - greatest(suspensions.suspended_clock, handled.dispatched_clock), 0
            )
        )::bigint as handling_suspended_seconds
    from {{ ref('int_event_suspensions') }} as suspensions
    inner join handled
        on suspensions.event_id = handled.event_id
    group by all

)

select
    ended.*,
    coalesce(suspended.is_suspended, false)
        and ended.stage not in ('closed', 'dropped') as is_suspended,
    coalesce(suspended.suspended_seconds, 0) as suspended_seconds,
    coalesce(suspended.handling_suspended_seconds, 0) as handling_suspended_seconds
from ended
left join suspended
    on ended.event_id = suspended.event_id
