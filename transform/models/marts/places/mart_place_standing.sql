{%- set month_ago = as_of() ~ " - interval 30 day" %}
with

subjects (subject_code, subject_name, unit, sort_order) as (

    values
    ('event', '网格事件', '件', 1), ('dispute', '矛盾纠纷', '件', 2), ('petition', '信访', '件', 3),
    ('task', '任务', '项', 4)

),

counted as (

    select
        bridge.ancestor_code as area_code,
        cases.subject_code,
        count(*) filter (where cases.is_open) as open_count,
        count(*) filter (where cases.is_overdue) as overdue_count,
        count(*) filter (where cases.is_due_soon) as due_soon_count,
        count(*) filter (where cases.opened_at >= {{ month_ago }}) as opened_count,
        count(*) filter (
            where cases.opened_at < {{ month_ago }}
                and cases.opened_at >= {{ as_of() }} - interval 60 day
        ) as previous_opened_count,
        count(*) filter (where cases.closed_at >= {{ month_ago }}) as closed_count
    from {{ ref('int_place_cases') }} as cases
    inner join {{ ref('bridge_area_ancestors') }} as bridge
        on cases.area_code = bridge.area_code
    group by all

)

select
    areas.area_code,
    subjects.subject_code,
    subjects.subject_name,
    subjects.unit,
    subjects.sort_order,
    coalesce(counted.open_count, 0) as open_count,
    coalesce(counted.overdue_count, 0) as overdue_count,
    coalesce(counted.due_soon_count, 0) as due_soon_count,
    coalesce(counted.opened_count, 0) as opened_count,
    coalesce(counted.previous_opened_count, 0) as previous_opened_count,
    coalesce(counted.closed_count, 0) as closed_count
from {{ ref('dim_areas') }} as areas
cross join subjects
left join counted
    on areas.area_code = counted.area_code
    and subjects.subject_code = counted.subject_code
where areas.is_current
{# A grid has events; the rest is kept from the community up, where it has one after all. #}
    and (areas.level != 'grid' or subjects.subject_code = 'event' or counted.open_count > 0)
