{# 超期 and 临期: open events past their closing deadline, or close to it. #}
select
    case when events.is_overdue then 'overdue' else 'due_soon' end as kind,
    case when events.is_overdue then 'severe' else 'watch' end as status,
    events.event_id as subject_key,
    coalesce(nullif(trim(events.title), ''), matters.matter_name, '未命名事项') as subject,
    events.area_code,
    events.department_code,
    events.event_id,
    null::varchar as petition_id,
    null::bigint as event_count,
    null::double as usual_count,
    coalesce(events.overdue_hours, events.hours_left)::double as hours,
    events.open_due_at as since_at,
    states.waiting_name as last_action,
    events.lon,
    events.lat
from {{ ref('fct_events') }} as events
left join {{ ref('dim_matters') }} as matters
    on events.matter_code = matters.matter_code
left join {{ ref('overview_states') }} as states
    on events.state = states.state
where events.is_overdue
    or events.hours_left <= {{ site('due_soon_hours') }}
