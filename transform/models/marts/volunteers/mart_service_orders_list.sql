with

records as (

    select
        order_id as record_id,
        coalesce(kind, '未分类') || '点单' as title,
        area_code,
        kind,
        provider as channel,
        case
            when is_done then '已完成'
            when accepted_at is not null then '服务中'
            else '待接单'
        end as state,
        null::varchar as department_code,
        null::varchar as department_name,
        ordered_at as opened_at,
        done_at as closed_at,
        due_at,
        not is_done as is_open,
        null::varchar as words,
        accepted_at,
        rating::bigint as rating,
        source_feed,
        source_file,
        source_row
    from {{ ref('fct_service_orders') }}

),

{{ record_list(
    'records', extras=['accepted_at', 'rating'], soon=as_of() ~ ' + interval 1 day'
) }}
