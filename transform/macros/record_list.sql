{# A record set as desk pages list it: the columns that all of them share, then its own.

   The CTE that it reads has record_id, title, area_code, kind, channel, state, department_code,
   department_name (null: looked up), opened_at, closed_at, due_at, is_open, words (what may be
   searched besides), source_feed, source_file, source_row, and `extras`.

   records     name of the CTE
   extras      its columns that follow the shared ones
   soon        moment up to which an open deadline counts as due soon
   first       what decides before the newest one, among those with the same clock #}
{% macro record_list(records, extras=[], soon=none, first=[]) -%}
{%- set soon = soon or as_of() ~ ' + interval 3 day' -%}
placed_records as (

    select
        records.* replace (
            records.opened_at::timestamp as opened_at,
            records.closed_at::timestamp as closed_at,
            records.due_at::timestamp as due_at,
            coalesce(records.kind, '未分类') as kind,
            coalesce(records.department_name, departments.department_name) as department_name
        ),
        areas.area_name,
        coalesce(areas.area_path, records.area_code) as area_path
    from {{ records }} as records
    left join {{ ref('dim_areas') }} as areas
        on records.area_code = areas.area_code
    left join {{ ref('dim_departments') }} as departments
        on records.department_code = departments.department_code

),

timed_records as (

    select
        *,
        case
            when not is_open and due_at is null then 'closed'
            when not is_open and closed_at <= due_at then 'closed_on_time'
            when not is_open then 'closed_late'
            when due_at is null then 'no_limit'
            when due_at < {{ as_of() }} then 'overdue'
            when due_at < {{ soon }} then 'due_soon'
            else 'on_track'
        end as time_status,
        date_diff('second', due_at, {{ as_of() }}) / 3600.0 as hours_over
    from placed_records

),

counted_records as (

    select
        *,
        time_status = 'overdue' as is_overdue,
        case when time_status = 'overdue' then hours_over end as overdue_hours,
        case when time_status in ('due_soon', 'on_track') then -hours_over end as hours_left,
        date_diff('second', opened_at, due_at) / 3600.0 as limit_hours,
        case when due_at is not null
            then date_diff('second', opened_at, coalesce(closed_at, {{ as_of() }})) / 3600.0
        end as used_hours
    from timed_records

)

select
    record_id,
    title,
    area_code,
    area_name,
    area_path,
    kind,
    channel,
    state,
    department_code,
    department_name,
    opened_at,
    closed_at,
    due_at,
    time_status,
    is_open,
    is_overdue,
    overdue_hours,
    hours_left,
    limit_hours,
    used_hours,
    {# Overdue first, the longest at the top; then by time left; what waits; what is done. #}
    row_number() over (
        order by
            list_position(['overdue', 'due_soon', 'on_track', 'no_limit'], time_status)
            asc nulls last,
            overdue_hours desc,
            hours_left asc,
            {% for column in first %}{{ column }},
            {% endfor -%}
            coalesce(closed_at, opened_at) desc,
            record_id asc
    ) as urgency_place,
    lower(
        concat_ws(
            ' ', record_id, title, area_path, kind, channel, state, department_name, words
        )
    ) as search_text,
    source_feed,
    source_file,
    source_row::bigint as source_row
    {%- for column in extras %},
    {{ column }}
    {%- endfor %}
from counted_records
order by urgency_place
{%- endmacro %}
