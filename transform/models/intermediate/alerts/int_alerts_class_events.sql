{# Events of the last half year by community, class and 7-day window; 0 is the one ending now. #}
select
    events.event_id,
    events.community_code,
    coalesce(matters.class_name, matters.matter_name, '其他') as class_name,
    matters.matter_name,
    events.department_code,
    events.is_open,
    events.lon,
    events.lat,
    events.reported_at,
    (date_diff('microsecond', events.reported_at, {{ as_of() }}) - 1)
        // (7 * 86400000000) as back
from {{ ref('fct_events') }} as events
left join {{ ref('dim_matters') }} as matters
    on events.matter_code = matters.matter_code
where events.community_code is not null
    and events.reported_at >= {{ as_of() }} - interval 189 day
