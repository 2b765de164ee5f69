with

steps as (

    select * from {{ ref('int_event_steps_united') }}

),

staged as (

    select
        *,
        {# Where the event stands after the step. Extensions and suspensions do not move it. #}
        last_value(
            case
                when state in ('reported', 'accepted') then 'report'
                when state in ('filed', 'returned') then 'dispatch'
                when state in ('dispatched', 'signed', 'check_failed') then 'handle'
                when state in ('handled', 'check_passed') then 'check'
                when state = 'closed' then 'closed'
                when state in ('rejected', 'cancelled') then 'dropped'
            end ignore nulls
        ) over (
            partition by event_id order by seq
            rows between unbounded preceding and current row
        ) as stage
    from steps

),

compared as (

    select
        *,
        lag(stage) over (partition by event_id order by seq) as stage_before
    from staged

),

entered as (

    select
        *,
        stage_before is not null and stage_before != stage as is_stage_left,
        max(case when stage_before is null or stage_before != stage then seq end)
            over (
                partition by event_id order by seq
                rows between unbounded preceding and 1 preceding
            ) as entered_seq
    from compared

),

timed as (

    select
        entered.*,
        begun."at" as stage_entered_at
    from entered
    left join steps as begun
        on entered.event_id = begun.event_id
        and entered.entered_seq = begun.seq
        and entered.is_stage_left

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
    case when timed.is_stage_left then timed.stage_before end as stage_left,
    case
        when timed.is_stage_left
            then {{ working_clock('timed."at"', 'left_on') }}
                - {{ working_clock('timed.stage_entered_at', 'entered_on') }}
    end as stage_seconds,
    timed.event_id || '#' || timed.seq as source_key,
    timed.source_feed,
    timed.source_file,
    timed.source_row
from timed
inner join {{ ref('stg_grid__events') }} as events
    on timed.event_id = events.event_id
left join {{ ref('dim_dates') }} as left_on
    on timed."at"::date = left_on.date
left join {{ ref('dim_dates') }} as entered_on
    on timed.stage_entered_at::date = entered_on.date
