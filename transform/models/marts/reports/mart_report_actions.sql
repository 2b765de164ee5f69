{# As they are written down; what had become of them at a moment is asked of the dates. #}
select
    actions.action_id,
    actions.meeting_on,
    coalesce(actions.title, actions.action_id) as title,
    actions.area_code,
    areas.area_name,
    actions.department_code,
    departments.department_name,
    actions.due_on,
    actions.done_on,
    actions.source_feed,
    actions.source_file,
    actions.source_row
from {{ ref('fct_meeting_actions') }} as actions
left join {{ ref('dim_areas') }} as areas
    on actions.area_code = areas.area_code
left join {{ ref('dim_departments') }} as departments
    on actions.department_code = departments.department_code
