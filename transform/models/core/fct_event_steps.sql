{# The windows go over the few columns that they need; the rest is joined at the end. Over the
   whole rows the same takes three times as long. #}
with

steps as (

    select * from {{ ref('int_event_steps_united') }}

),

moved as (

    select
        steps.event_id,
        steps.seq,
        steps.state,
        {# Where the steps before and this one have brought the event, signing left aside.
           Extensions and suspensions do not move it. #}
        last_value(
            case
                when steps.state in ('reported', 'accepted') then 'report'
                when steps.state in ('filed', 'returned') then 'dispatch'
                when steps.state in ('dispatched', 'check_failed') then 'handle'
                when steps.state in ('handled', 'check_passed') then 'check'
                when steps.state = 'closed' then 'closed'
                when steps.state in ('rejected', 'cancelled') then 'dropped'
            end ignore nulls
        ) over so_far as moved_to,
        {# Suspended time (缓办) stops every clock, also the one of the stage. #}
        coalesce(
            lag(
                case
                    when steps.state = 'suspended' then true
                    when steps.state in (
                        'resumed', 'handled', 'closed', 'cancelled', 'rejected'
                    ) then false
                end ignore nulls
            ) over in_order, false
        ) as was_suspended,
        {# A step that is dated before the one before it adds no time and takes none away: the
           clock stays at the furthest reading so far. #}
        max({{ working_clock('steps."at"', 'dates') }}) over so_far as clock,
        greatest(date_diff('second', steps."at", lag(steps."at") over in_order), 0)
            as backwards_seconds
    from steps
    left join {{ ref('dim_dates') }} as dates
        on steps."at"::date = dates.date
    window
        in_order as (partition by steps.event_id order by steps.seq),
        so_far as (
            partition by steps.event_id order by steps.seq
            rows between unbounded preceding and current row
        )

),

staged as (

    select
        event_id,
        seq,
        backwards_seconds,
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
        ), 'report') as stage,
        case when was_suspended then 0
            else clock - lag(clock) over (partition by event_id order by seq)
        end as running_seconds
    from moved

),

counted as (

    select
        event_id,
        seq,
        backwards_seconds,
        stage,
        lag(stage) over in_order as stage_before,
        last_value(stage) over (
            partition by event_id order by seq
            rows between unbounded preceding and unbounded following
        ) = 'dropped' as is_dropped,
        {# Running time since the log began. #}
        sum(running_seconds) over (
            partition by event_id order by seq
            rows between unbounded preceding and current row
        ) as seconds
    from staged
    window in_order as (partition by event_id order by seq)

),

timed as (

    select
        *,
        case when stage_before != stage then stage_before end as stage_left,
        {# Since the event left the stage before that one. #}
        case when stage_before != stage
            then seconds - coalesce(
                max(seconds) filter (where stage_before != stage) over (
                    partition by event_id order by seq
                    rows between unbounded preceding and 1 preceding
                ), 0
            )
        end as stage_seconds
    from counted

)

select
    steps.event_id,
    events.area_code,
    steps.seq,
    steps.state,
    steps."at",
    steps.level,
    steps.department_code,
    steps.due_at,
    steps.reason,
    steps.is_derived,
    timed.stage,
    timed.is_dropped,
    coalesce(timed.backwards_seconds, 0) > 0 as is_backwards,
    coalesce(timed.backwards_seconds, 0) as backwards_seconds,
    timed.stage_left,
    {# Dates do not say for how many hours. #}
    case when events.is_by_day then null else timed.stage_seconds end as stage_seconds,
    steps.event_id || '#' || steps.seq as source_key,
    steps.source_feed,
    steps.source_file,
    steps.source_row
from steps
inner join timed
    on steps.event_id = timed.event_id
    and steps.seq = timed.seq
inner join {{ ref('stg_grid__events') }} as events
    on steps.event_id = events.event_id
