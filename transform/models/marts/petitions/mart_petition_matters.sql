with

petitions as (

    select * from {{ ref('mart_petition_list') }}

),

matters as (

    select
        first_record_id,
        arg_max(record_id, age_order) as latest_record_id,
        arg_max(kind, age_order) as kind,
        arg_max(purpose, age_order) as purpose,
        arg_max(area_code, age_order) as area_code,
        arg_max(area_path, age_order) as area_path,
        arg_max(department_code, age_order) as department_code,
        arg_max(department_name, age_order) as department_name,
        arg_max(state, age_order) as state,
        count(*) as times,
        count(*) filter (where opened_at >= {{ as_of() }} - interval 90 day) as times_in_90_days,
        array_to_string(
            list_filter(['信', '访', '网', '电'], way -> list_contains(list(channel), way)), ''
        ) as channels,
        bool_or(is_open) as is_open,
        bool_or(is_backlog) as is_backlog,
        bool_or(is_in_charge) as is_in_charge,
        sum(hearing_count)::bigint as hearing_count,
        min(opened_at) as first_opened_at,
        max(opened_at) as last_opened_at
    from (
        select
            *,
            row_number() over (order by opened_at, record_id) as age_order
        from petitions
    )
    group by all
    having count(*) >= 2

)

select
    first_record_id,
    latest_record_id,
    case kind when '未分类' then '' else kind || '类' end || coalesce(purpose, '信访件') as title,
    area_code,
    area_path,
    kind,
    department_code,
    department_name,
    state,
    channels,
    times,
    times_in_90_days,
    hearing_count,
    is_open,
    is_backlog,
    is_in_charge,
    first_opened_at,
    last_opened_at
from matters
order by last_opened_at desc, first_record_id
