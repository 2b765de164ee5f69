{{ config(materialized='view') }}
with

records as (

    select * from {{ ref('mart_meeting_actions_list') }}

),

steps as (

    select
        record_id,
        1 as place,
        opened_at as step_at,
        '会议议定' as step,
        area_name as actor,
        kind as note,
        'done' as look,
        null::timestamp as due_at
    from records

    union all

    select
        record_id,
        2 as place,
        due_at as step_at,
        '办结时限' as step,
        null as actor,
        case
            when is_overdue then '到期未办结'
            when time_status = 'closed_late' then '过了时限才办结'
        end as note,
        case
            when is_overdue then 'alert'
            when time_status = 'closed_late' then 'watch'
            when is_open then 'future'
            else 'done'
        end as look,
        due_at
    from records
    where due_at is not null

    union all

    select
        record_id,
        3 as place,
        closed_at as step_at,
        '办结' as step,
        department_name as actor,
        null as note,
        case when is_open then 'future' else 'done' end as look,
        null::timestamp as due_at
    from records

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
