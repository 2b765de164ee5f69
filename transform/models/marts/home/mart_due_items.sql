{# What is over its limit or will be within a week, in one list over all kinds of matters. #}
select
    due.subject_code || ':' || due.subject_id as item_id,
    due.subject_code,
    due.subject_id,
    case due.subject_code
        when 'event' then '网格事件' when 'dispute' then '矛盾纠纷' when 'petition' then '信访'
        when 'task' then '任务'
    end as subject_name,
    due.title,
    due.area_code,
    coalesce(areas.area_path, areas.area_name, due.area_code) as area_path,
    due.department_code,
    coalesce(departments.department_name, places.unit_name, areas.area_name) as owner_name,
    due.last_action,
    due.limit_name,
    due.due_at,
    due.is_overdue,
    case when due.is_overdue then due.hours_over end as overdue_hours,
    case when not due.is_overdue then -due.hours_over end as hours_left,
    {# A cut at midnight begins its day. #}
    case
        when due.is_overdue then 'overdue'
        when due.due_at < {{ as_of() }}::date + interval 1 day then 'today'
        else 'week'
    end as due_when,
    due.is_overdue and due.due_at >= {{ as_of() }}::date - interval 1 day as is_newly_overdue,
    row_number() over (order by due.hours_over desc, due.subject_code, due.subject_id)
        as urgency_place
from {{ ref('int_due_items') }} as due
left join {{ ref('dim_areas') }} as areas
    on due.area_code = areas.area_code
left join {{ ref('int_overview_places') }} as places
    on due.area_code = places.area_code
left join {{ ref('dim_departments') }} as departments
    on due.department_code = departments.department_code
where due.hours_over > -7 * 24
order by urgency_place
