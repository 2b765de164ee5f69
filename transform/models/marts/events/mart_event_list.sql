with

events as (

    select * from {{ ref('fct_events') }}

),

areas as (

    select * from {{ ref('dim_areas') }}

),

matters as (

    select * from {{ ref('dim_matters') }}

),

departments as (

    select * from {{ ref('dim_departments') }}

),

timed as (

    select
        *,
        case
            when stage = 'dropped' then 'dropped'
            when is_closed_on_time then 'closed_on_time'
            when stage = 'closed' and not is_closed_on_time then 'closed_late'
            when stage = 'closed' then 'closed'
            when is_overdue then 'overdue'
            when is_suspended then 'suspended'
            when open_due_at is null then 'no_limit'
            when hours_left <= {{ site('due_soon_hours') }} then 'due_soon'
            else 'on_track'
        end as time_status,
        coalesce(filed_at, reported_at) as clock_began_at
    from events

),

described as (

    select
        timed.*,
        areas.area_name,
        areas.area_path,
        areas.street_code,
        areas.street_name,
        areas.community_name,
        matters.matter_name,
        coalesce(matters.line, '未分类') as line,
        coalesce(matters.class_name, '未分类') as class_name,
        matters.subclass_name,
        departments.department_name,
        {# Both on the wall clock: the bar shows time used against time given. #}
        date_diff('second', clock_began_at, closing_due_at) / 3600.0 as limit_hours,
        date_diff('second', clock_began_at, coalesce(closed_at, dropped_at, {{ as_of() }}))
            / 3600.0 as used_hours
    from timed
    left join areas
        on timed.area_code = areas.area_code
    left join matters
        on timed.matter_code = matters.matter_code
    left join departments
        on timed.department_code = departments.department_code

)

select
    {# Overdue first, the longest at the top; then by time left; what waits; what is done. #}
    row_number() over (
        order by
            list_position(
                ['overdue', 'due_soon', 'on_track', 'no_limit', 'suspended'], time_status
            ) asc nulls last,
            overdue_hours desc,
            hours_left asc,
            last_step_at desc,
            event_id asc
    ) as urgency_place,
    event_id,
    title,
    area_code,
    coalesce(area_path, area_code) as area_path,
    area_name,
    street_code,
    street_name,
    community_code,
    community_name,
    matter_code,
    matter_name,
    line,
    class_name,
    subclass_name,
    source,
    terminal,
    urgency,
    level,
    settled_level,
    state,
    stage,
    time_status,
    department_code,
    department_name,
    is_open,
    is_overdue,
    is_suspended,
    is_extended,
    is_repeat,
    returned_count::bigint as returned_count,
    rework_count::bigint as rework_count,
    overdue_hours,
    hours_left,
    limit_hours,
    used_hours,
    lon,
    lat,
    reported_at,
    filed_at,
    dispatched_at,
    handled_at,
    closed_at,
    closing_due_at,
    last_step_at,
    lower(concat_ws(' ', event_id, title, area_path, matter_name, class_name, department_name))
        as search_text,
    source_feed,
    source_file,
    source_row::bigint as source_row
from described
order by urgency_place
