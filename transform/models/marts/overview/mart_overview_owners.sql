with

owned as (

    select
        coalesce(departments.department_name, places.unit_name, '未定') as owner_name,
        events.is_overdue,
        events.overdue_hours,
        events.hours_left
    from {{ ref('fct_events') }} as events
    left join {{ ref('dim_departments') }} as departments
        on events.department_code = departments.department_code
    left join {{ ref('int_overview_places') }} as places
        on events.area_code = places.area_code
    where events.is_open

),

counted as (

    select
        owner_name,
        count(*) as open_count,
        count(*) filter (where is_overdue) as overdue_count,
        count(*) filter (where hours_left <= {{ site('due_soon_hours') }}) as due_soon_count,
        max(overdue_hours)::double as longest_hours
    from owned
    group by all

)

select
    owner_name,
    row_number() over (order by overdue_count desc, open_count desc, owner_name) as sort_order,
    open_count,
    overdue_count,
    due_soon_count,
    longest_hours
from counted
