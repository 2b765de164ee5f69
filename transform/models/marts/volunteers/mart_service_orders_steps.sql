{{ config(materialized='view') }}
with

orders as (

    select * from {{ ref('mart_service_orders_list') }}

),

steps as (

    select
        record_id,
        1 as place,
        opened_at as step_at,
        '点单' as step,
        '居民' as actor,
        kind as note,
        'done' as look,
        null::timestamp as due_at
    from orders

    union all

    select
        record_id,
        2 as place,
        accepted_at as step_at,
        '接单' as step,
        channel as actor,
        case when accepted_at is null then '还没有队伍接单' end as note,
        case when accepted_at is null then 'future' else 'done' end as look,
        null::timestamp as due_at
    from orders
    where accepted_at is not null or is_open

    union all

    select
        record_id,
        3 as place,
        due_at as step_at,
        '完成时限' as step,
        null as actor,
        case
            when is_overdue then '到期未完成'
            when time_status = 'closed_late' then '过了时限才完成'
        end as note,
        case
            when is_overdue then 'alert'
            when time_status = 'closed_late' then 'watch'
            when is_open then 'future'
            else 'done'
        end as look,
        due_at
    from orders
    where due_at is not null

    union all

    select
        record_id,
        4 as place,
        closed_at as step_at,
        '完成' as step,
        channel as actor,
        null as note,
        case when is_open then 'future' else 'done' end as look,
        null::timestamp as due_at
    from orders

    union all

    select
        record_id,
        5 as place,
        case when rating is not null then closed_at end as step_at,
        '评单' as step,
        '居民' as actor,
        case
            when rating is not null then rating || ' 星'
            when not is_open then '居民没有评分'
        end as note,
        case
            when rating is null then 'future'
            when rating < 4 then 'watch'
            else 'done'
        end as look,
        null::timestamp as due_at
    from orders

)

select
    record_id,
    row_number() over (
        partition by record_id order by step_at asc nulls last, place asc
    ) as seq,
    case when look = 'future' then null else step_at end as step_at,
    step,
    actor,
    note,
    look,
    due_at
from steps
