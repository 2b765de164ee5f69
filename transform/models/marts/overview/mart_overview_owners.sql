with

counted as (

    select
        owner_name,
        count(*) as open_count,
        count(*) filter (where is_overdue) as overdue_count,
        count(*) filter (where hours_left <= {{ site('due_soon_hours') }}) as due_soon_count,
        max(overdue_hours)::double as longest_hours
    from {{ ref('int_overview_owned_events') }}
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
