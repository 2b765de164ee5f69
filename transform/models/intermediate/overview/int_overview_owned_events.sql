{# Open events with who must act: the department, else the unit, and the unit they lie in. #}
select
    events.event_id,
    coalesce(departments.department_name, places.unit_name, '未定') as owner_name,
    coalesce(places.unit_name, '未定') as unit_name,
    events.is_overdue,
    events.overdue_hours,
    events.hours_left
from {{ ref('fct_events') }} as events
left join {{ ref('dim_departments') }} as departments
    on events.department_code = departments.department_code
left join {{ ref('int_overview_places') }} as places
    on events.area_code = places.area_code
where events.is_open
