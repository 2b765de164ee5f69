{# 办结后又起: the log goes on after the closing, or the next report of the same matter in the same
   grid comes within 7 days and 30 metres (where a point is missing: with the same title).
   Asked only when the 7 days are over. #}
with

events as (

    select * from {{ ref('fct_events') }}

),

first_closings as (

    select
        event_id,
        min(seq) as closed_seq,
        min("at") as closed_at
    from {{ ref('fct_event_steps') }}
    where state = 'closed'
    group by all
    having min("at") >= {{ integrity_since() }}
        and min("at") < {{ as_of() }} - interval 7 day

),

closings as (

    select
        events.event_id,
        events.area_code,
        events.matter_code,
        events.title,
        events.lon,
        events.lat,
        first_closings.closed_seq,
        first_closings.closed_at
    from first_closings
    inner join events
        on first_closings.event_id = events.event_id

),

reopened as (

    select
        closings.event_id,
        min(steps."at") as reopened_at
    from closings
    inner join {{ ref('fct_event_steps') }} as steps
        on closings.event_id = steps.event_id
        and closings.closed_seq < steps.seq
        and steps.state in ('filed', 'dispatched', 'signed', 'check_failed')
    group by all

),

followed as (

    select
        closings.*,
        later.event_id as later_id,
        later.reported_at as later_at,
        coalesce(
            {{ metres_between('closings.lon', 'closings.lat', 'later.lon', 'later.lat') }} <= 30,
            closings.title = later.title, false
        ) as is_same_spot
    from closings
    asof left join events as later
        on closings.area_code = later.area_code
        and closings.matter_code = later.matter_code
        and closings.closed_at < later.reported_at

)

select
    'reopened' as signal_code,
    followed.event_id,
    followed.area_code,
    followed.closed_at as happened_at,
    reopened.event_id is not null
        or (
            followed.is_same_spot
            and followed.later_at <= followed.closed_at + interval 7 day
        ) as is_hit,
    case when reopened.event_id is null then followed.later_id end as related_key,
    {# Hours until it came back. #}
    date_diff(
        'minute', followed.closed_at, coalesce(reopened.reopened_at, followed.later_at)
    ) / 60.0 as measured
from followed
left join reopened
    on followed.event_id = reopened.event_id
