{# Events of the last 7 days and open overdue ones, by every place below the root. #}
select
    up.ancestor_code as area_code,
    count(*) filter (where events.reported_at >= {{ as_of() }} - interval 7 day) as event_count,
    count(*) filter (where events.is_overdue) as overdue_count,
    count(*) filter (where events.is_open) as open_count
from {{ ref('fct_events') }} as events
inner join {{ ref('bridge_area_ancestors') }} as up
    on events.area_code = up.area_code
where events.reported_at >= {{ as_of() }} - interval 7 day
    or events.is_open
group by all
