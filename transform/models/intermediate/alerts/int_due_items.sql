{# What is open and has a limit. A petition has one limit after the other: the next one counts.
   A suspended event waits for others and has none. #}
with

events as (

    select
        'event' as subject_code,
        events.event_id as subject_id,
        coalesce(nullif(trim(events.title), ''), matters.matter_name, '未命名事项') as title,
        events.area_code,
        events.department_code,
        coalesce(states.waiting_name, '办理中') as last_action,
        '结案时限' as limit_name,
        events.last_step_at,
        events.reported_at as began_at,
        events.open_due_at as due_at,
        events.lon,
        events.lat,
        events.source_feed,
        events.source_file,
        events.source_row
    from {{ ref('fct_events') }} as events
    left join {{ ref('dim_matters') }} as matters
        on events.matter_code = matters.matter_code
    left join {{ ref('overview_states') }} as states
        on events.state = states.state
    where events.is_overdue
        or events.hours_left is not null

),

disputes as (

    select
        'dispute' as subject_code,
        dispute_id as subject_id,
        regexp_replace(coalesce(kind, '其他'), '纠纷$', '') || '纠纷' as title,
        area_code,
        null::varchar as department_code,
        case when passed_up_at is not null then '已上行' else '调解中' end as last_action,
        '调解期限' as limit_name,
        coalesce(passed_up_at, accepted_at) as last_step_at,
        accepted_at as began_at,
        limit_due_at as due_at,
        null::double as lon,
        null::double as lat,
        source_feed,
        source_file,
        source_row
    from {{ ref('fct_disputes') }}
    where concluded_at is null

),

petitions as (

    select
        'petition' as subject_code,
        petition_id as subject_id,
        coalesce(field, '其他') || '类信访' as title,
        area_code,
        department_code,
        case
            when leader_in_charge is not null then '领导包案'
            when accepted_at is not null then '办理中'
            when first_answer_at is not null then '已告知'
            else '待受理'
        end as last_action,
        case when first_answer_at is null then '告知期限' else '答复期限' end as limit_name,
        coalesce(accepted_at, first_answer_at, received_at) as last_step_at,
        received_at as began_at,
        case when first_answer_at is null then answer_due_at else reply_due_at end as due_at,
        null::double as lon,
        null::double as lat,
        source_feed,
        source_file,
        source_row
    from {{ ref('fct_petitions') }}
    where closed_at is null
        and replied_at is null

),

tasks as (

    select
        'task' as subject_code,
        task_id as subject_id,
        title,
        area_code,
        department_code,
        '进度 ' || coalesce(printf('%.0f', progress), '—') || '%' as last_action,
        '完成日期' as limit_name,
        null::timestamp as last_step_at,
        started_on::timestamp as began_at,
        {{ end_of_day('due_on') }} as due_at,
        null::double as lon,
        null::double as lat,
        source_feed,
        source_file,
        source_row
    from {{ ref('fct_tasks') }}
    where done_on is null

),

united as (

    select * from events
    union all
    select * from disputes
    union all
    select * from petitions
    union all
    select * from tasks

)

select
    *,
    due_at < {{ as_of() }} as is_overdue,
    date_diff('second', due_at, {{ as_of() }}) / 3600.0 as hours_over,
    {# The days of law and lists warn earlier than the hours of an event; a task is due soon up to
       the end of the 14th day, as its status says. #}
    case subject_code
        when 'event' then {{ site('due_soon_hours') }}
        when 'task'
            then date_diff('second', {{ as_of() }}, {{ end_of_day(as_of() ~ '::date + 14') }})
                / 3600.0
        else 72
    end as soon_hours
from united
where due_at is not null
