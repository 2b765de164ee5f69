{{ config(materialized='view') }}
with

tasks as (

    select * from {{ ref('mart_tasks_list') }}

),

steps as (

    select
        record_id,
        1 as place,
        opened_at as step_at,
        '列入清单' as step,
        department_name as actor,
        problem as note,
        'done' as look,
        null::timestamp as due_at
    from tasks

    union all

    select
        record_id,
        2 as place,
        {{ as_of() }} as step_at,
        '当前进度' as step,
        department_name as actor,
        concat(
            '完成 ', round(progress)::integer, ' %，按时序应到 ', round(planned_progress)::integer,
            ' %'
        ) as note,
        case
            when is_overdue then 'alert'
            when progress < planned_progress then 'watch'
            else 'done'
        end as look,
        null::timestamp as due_at
    from tasks
    where is_open and progress is not null and planned_progress is not null

    union all

    select
        record_id,
        3 as place,
        due_at as step_at,
        '办结时限' as step,
        null as actor,
        case
            when is_overdue then '到期未销号'
            when time_status = 'closed_late' then '过了时限才完成'
        end as note,
        case
            when is_overdue then 'alert'
            when time_status = 'closed_late' then 'watch'
            when is_open then 'future'
            else 'done'
        end as look,
        due_at
    from tasks
    where due_at is not null

    union all

    select
        record_id,
        4 as place,
        closed_at as step_at,
        '完成销号' as step,
        department_name as actor,
        case
            when is_open then measure
            when not has_evidence then '没有佐证材料，问题类不计入销号率'
            else '佐证材料齐全'
        end as note,
        case
            when is_open then 'future'
            when not has_evidence then 'watch'
            else 'done'
        end as look,
        null::timestamp as due_at
    from tasks

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
