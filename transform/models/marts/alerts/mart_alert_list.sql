with

items as (

    select
        items.*,
        rules.kind,
        rules.subject,
        rules.sort_order,
        coalesce(items.status, rules.status) as severity,
        steps.next_step,
        steps.actor
    from {{ ref('int_alert_items') }} as items
    inner join {{ ref('alert_rules') }} as rules
        on items.alert_code = rules.alert_code
    {# The farthest step that the time over the limit has reached. #}
    asof left join {{ ref('alert_next_steps') }} as steps
        on items.alert_code = steps.alert_code
        and greatest(coalesce(items.hours_over, 0), 0) >= steps.from_hours

),

placed as (

    select
        items.* exclude (lon, lat),
        areas.area_name,
        areas.level_rank,
        {# The whole place has no path below itself. #}
        coalesce(areas.area_path, areas.area_name, items.area_code) as area_path,
        {# Who must act: the department, or where there is none the unit itself. #}
        coalesce(items.department_code, places.unit_code, items.area_code) as owner_code,
        coalesce(departments.department_name, places.unit_name, areas.area_name) as owner_name,
        items.department_code is null as is_owned_by_place,
        coalesce(items.lon, areas.lon) as lon,
        coalesce(items.lat, areas.lat) as lat
    from items
    left join {{ ref('dim_areas') }} as areas
        on items.area_code = areas.area_code
    left join {{ ref('int_overview_places') }} as places
        on items.area_code = places.area_code
    left join {{ ref('dim_departments') }} as departments
        on items.department_code = departments.department_code

)

select

    ---------- as every list
    alert_code || ':' || subject_key as record_id,
    title,
    area_code,
    area_name,
    area_path,
    kind,
    subject as channel,
    case severity when 'severe' then '严重' else '关注' end as state,
    owner_code as department_code,
    owner_name as department_name,
    began_at as opened_at,
    null::timestamp as closed_at,
    due_at,
    case kind when '超期' then 'overdue' when '临期' then 'due_soon' else 'no_limit' end
        as time_status,
    true as is_open,
    kind = '超期' as is_overdue,
    case when hours_over >= 0 then hours_over end as overdue_hours,
    case when hours_over < 0 then -hours_over end as hours_left,
    epoch(time_given) / 3600.0 as limit_hours,
    epoch(time_used) / 3600.0 as used_hours,
    row_number() over (
        order by
            severity = 'severe' desc, sort_order, hours_over desc nulls last,
            event_count desc nulls last, alert_code, subject_key
    ) as urgency_place,
    lower(concat_ws(' ', subject_id, title, kind, subject, area_path, owner_name)) as search_text,
    source_feed,
    source_file,
    source_row::bigint as source_row,

    ---------- its own
    alert_code,
    severity,
    subject_id,
    is_owned_by_place,
    last_action,
    last_step_at,
    limit_name,
    next_step,
    split_part(next_step, '：', 1) as next_action,
    actor as next_actor,
    direction,
    event_count,
    usual_count,
    {# New today, or since Monday; on a Monday since the Monday before. #}
    began_at >= {{ as_of() }}::date - interval 1 day as is_new_since_yesterday,
    began_at >= date_trunc('week', {{ as_of() }} - interval 1 day) as is_new_this_week,
    lon,
    lat

from placed
order by urgency_place
