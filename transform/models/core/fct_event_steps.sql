with

steps as (

    select * from {{ ref('int_event_steps_united') }}

),

moved as (

    select
        *,
        {# Where the steps before and this one have brought the event, signing left aside.
           Extensions and suspensions do not move it. #}
        last_value(
            case
                when state in ('reported', 'accepted') then 'report'
                when state in ('filed', 'returned') then 'dispatch'
                when state in ('dispatched', 'check_failed') then 'handle'
                when state in ('handled', 'check_passed') then 'check'
                when state = 'closed' then 'closed'
                when state in ('rejected', 'cancelled') then 'dropped'
            end ignore nulls
        ) over (
            partition by event_id order by seq
            rows between unbounded preceding and current row
        ) as moved_to
    from steps

),

staged as (

    select
        * exclude (moved_to),
        {# Signing takes a matter into hand, also where no dispatch is logged; what is being
           checked already it does not send back. A log that begins with a suspension or an
           extension stands at the report. #}
        coalesce(last_value(
            case
                when state in ('extended', 'suspended', 'resumed') then null
                when state != 'signed' then moved_to
                when coalesce(moved_to, 'report') in ('report', 'dispatch') then 'handle'
            end ignore nulls
        ) over (
            partition by event_id order by seq
            rows between unbounded preceding and current row
        ), 'report') as stage
    from moved

),

compared as (

    select
        staged.*,
        lag(stage) over steps as stage_before,
        {# Suspended time (缓办) stops every clock, also the one of the stage. #}
        coalesce(
            lag(
                case
                    when state = 'suspended' then true
                    when state in (
                        'resumed', 'handled', 'closed', 'cancelled', 'rejected'
                    ) then false
                end ignore nulls
            ) over steps, false
        ) as was_suspended,
        {# A step that is dated before the one before it adds no time and takes none away: the
           clock stays at the furthest reading so far. #}
        max({{ working_clock('"at"', 'dates') }}) over steps as clock,
        greatest(date_diff('second', "at", lag("at") over steps), 0) as backwards_seconds,
        last_value(stage) over (
            partition by event_id order by seq
            rows between unbounded preceding and unbounded following
        ) = 'dropped' as is_dropped
    from staged
    left join {{ ref('dim_dates') }} as dates
        on staged."at"::date = dates.date
    window steps as (partition by event_id order by seq)

),

counted as (

    select
        *,
        stage_before != stage as is_stage_left,
        {# Which stay in a stage the interval before this step belongs to. #}
        count(*) filter (where stage_before != stage) over (
            partition by event_id order by seq
            rows between unbounded preceding and 1 preceding
        ) as stay,
        case when was_suspended then 0
            else clock - lag(clock) over (partition by event_id order by seq)
        end as running_seconds
    from compared

),

timed as (

    select
        *,
        sum(running_seconds) over (partition by event_id, stay order by seq) as stay_seconds
    from counted

)

select
    timed.event_id,
    events.area_code,
    timed.seq,
    timed.state,
    timed."at",
    timed.level,
    timed.department_code,
    timed.due_at,
    timed.reason,
    timed.is_derived,
    timed.stage,
    timed.is_dropped,
    coalesce(timed.backwards_seconds, 0) > 0 as is_backwards,
    coalesce(timed.backwards_seconds, 0) as backwards_seconds,
    case when timed.is_stage_left then timed.stage_before end as stage_left,
    case when timed.is_stage_left then timed.stay_seconds end as stage_seconds,
    timed.event_id || '#' || timed.seq as source_key,
    timed.source_feed,
    timed.source_file,
    timed.source_row
from timed
inner join {{ ref('stg_grid__events') }} as events
    on timed.event_id = events.event_id
