{# 不满意仍办结: of the valid call-backs after a closing, those that say 不满意 while the event
   stayed closed. #}
select
    'dissatisfied' as signal_code,
    callbacks.event_id,
    callbacks.area_code,
    callbacks.called_at as happened_at,
    callbacks.rating = 'dissatisfied' and events.last_step_at <= callbacks.called_at as is_hit,
    null::varchar as related_key,
    {# Hours from the closing to the call. #}
    date_diff('minute', events.closed_at, callbacks.called_at) / 60.0 as measured
from {{ ref('fct_callbacks') }} as callbacks
inner join {{ ref('fct_events') }} as events
    on callbacks.event_id = events.event_id
where callbacks.called_at >= {{ integrity_since() }}
    and callbacks.is_valid
    and events.closed_at <= callbacks.called_at
