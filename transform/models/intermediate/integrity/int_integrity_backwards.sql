{# 日志倒流: of what was closed, what has a step in its log that is dated before the step before
   it. Clocks ignore such a step; somebody should say how it came about. #}
with

logs as (

    select
        event_id,
        max(backwards_seconds) as backwards_seconds
    from {{ ref('fct_event_steps') }}
    group by all

)

select
    'backwards' as signal_code,
    events.event_id,
    events.area_code,
    events.closed_at as happened_at,
    logs.backwards_seconds > 0 as is_hit,
    null::varchar as related_key,
    {# Hours by which the log jumps back. #}
    logs.backwards_seconds / 3600.0 as measured
from {{ ref('fct_events') }} as events
inner join logs
    on events.event_id = logs.event_id
where events.closed_at >= {{ integrity_since() }}
