with

reports as (

    select
        * exclude (last_data_at),
        case when last_data_at < {{ as_of() }} then last_data_at end as last_data_at,
        row_number() over (
            partition by scenario_id order by last_data_at nulls first
        ) as report_number
    from {{ ref('stg_program__scenarios') }}
    where online_since < {{ as_of() }}

)

select

    ---------- ids
    scenario_id,
    report_number,
    department_code,
    {{ root_area() }} as area_code,

    ---------- strings
    scenario_name,
    {# A register that does not tell systems from scenarios lists scenarios. #}
    coalesce(kind, 'scenario') as kind,

    ---------- booleans
    {{ is_department_connected('department_code', 'last_data_at') }} as is_department_connected,

    ---------- dates
    online_since,

    ---------- timestamps (local wall time)
    last_data_at,

    ---------- origin
    scenario_id || '#' || report_number as source_key,
    source_feed,
    source_file,
    source_row

from reports
