{# Every matter that a place may have open, with the same few columns. #}
with

united as (

    select
        'event' as subject_code,
        event_id as subject_id,
        area_code,
        reported_at as opened_at,
        coalesce(closed_at, dropped_at) as closed_at,
        is_open
    from {{ ref('fct_events') }}

    union all

    select
        'dispute' as subject_code,
        dispute_id as subject_id,
        area_code,
        accepted_at as opened_at,
        concluded_at as closed_at,
        concluded_at is null as is_open
    from {{ ref('fct_disputes') }}

    union all

    select
        'petition' as subject_code,
        petition_id as subject_id,
        area_code,
        received_at as opened_at,
        closed_at,
        closed_at is null as is_open
    from {{ ref('fct_petitions') }}

    union all

    select
        'task' as subject_code,
        task_id as subject_id,
        area_code,
        started_on::timestamp as opened_at,
        done_on::timestamp as closed_at,
        done_on is null as is_open
    from {{ ref('fct_tasks') }}

)

select
    united.*,
    coalesce(due.is_overdue, false) as is_overdue,
    coalesce(due.hours_over between -due.soon_hours and 0, false) as is_due_soon
from united
left join {{ ref('int_due_items') }} as due
    on united.subject_code = due.subject_code
    and united.subject_id = due.subject_id
where united.is_open
    or united.opened_at >= {{ as_of() }} - interval 60 day
    or united.closed_at >= {{ as_of() }} - interval 60 day
