{# What led to each alert: the log of an event, the steps of a case, the reports of a cluster, the
   visits of a matter, the windows of an indicator; then the limit, and what is to be done. #}
with

alerts as (

    select * from {{ ref('mart_alert_list') }}

),

event_steps as (

    select
        alerts.record_id,
        steps."at" as step_at,
        coalesce(states.state_name, steps.state) as step,
        steps.department_name as actor,
        steps.reason as note,
        case when steps.state in ('returned', 'check_failed', 'suspended') then 'watch' else 'done'
        end as look
    from alerts
    inner join {{ ref('mart_event_steps') }} as steps
        on alerts.subject_id = steps.event_id
        and steps.kind = 'step'
    left join {{ ref('overview_states') }} as states
        on steps.state = states.state
    where alerts.channel = '网格事件'
        and alerts.kind != '聚集'

),

dispute_steps as (

    select
        alerts.record_id,
        unnest([disputes.accepted_at, disputes.passed_up_at]) as step_at,
        unnest(['受理', '上行']) as step
    from alerts
    inner join {{ ref('fct_disputes') }} as disputes
        on alerts.subject_id = disputes.dispute_id
    where alerts.channel = '矛盾纠纷'

),

{# Of a matter that came back, every visit; of a late petition, its own way. #}
petition_steps as (

    select
        alerts.record_id,
        unnest([petitions.received_at, petitions.accepted_at, petitions.replied_at]) as step_at,
        unnest(['收到', '受理', '答复']) as step,
        case when alerts.kind = '重访' then petitions.petition_id end as note
    from alerts
    inner join {{ ref('fct_petitions') }} as newest
        on alerts.subject_id = newest.petition_id
    inner join {{ ref('fct_petitions') }} as petitions
        on (alerts.kind = '重访' and newest.first_petition_id = petitions.first_petition_id)
        or newest.petition_id = petitions.petition_id
    where alerts.channel = '信访'

),

task_steps as (

    select
        alerts.record_id,
        tasks.started_on::timestamp as step_at,
        '启动' as step,
        tasks.measure as note
    from alerts
    inner join {{ ref('fct_tasks') }} as tasks
        on alerts.subject_id = tasks.task_id
    where alerts.channel = '任务'

),

cluster_steps as (

    select
        alerts.record_id,
        events.reported_at as step_at,
        coalesce(events.matter_name, '上报') as step,
        events.event_id || case when events.is_open then '，在办' else '，已办结' end as note,
        case when events.is_open then 'watch' else 'done' end as look
    from alerts
    inner join {{ ref('int_alerts_class_events') }} as events
        on alerts.area_code = events.community_code
        and alerts.subject_id = events.class_name
        and events.back = 0
    where alerts.kind = '聚集'

),

silence_steps as (

    select
        record_id,
        last_step_at as step_at,
        '最近一次上报' as step
    from alerts
    where kind = '静默网格'

),

departure_steps as (

    select
        alerts.record_id,
        ranges.period_start + (alerts.opened_at - date_trunc('day', alerts.opened_at)) as step_at,
        '近 24 小时 ' || printf('%.' || catalogue.decimals || 'f', ranges.value) || catalogue.unit
            as step,
        '常态 ' || printf('%.' || catalogue.decimals || 'f', ranges.usual_low) || '–'
        || printf('%.' || catalogue.decimals || 'f', ranges.usual_high) as note,
        case when ranges.standing = 'inside' then 'done' else 'watch' end as look
    from alerts
    inner join {{ ref('expected_ranges') }} as ranges
        on alerts.subject_id = ranges.indicator_code
        and alerts.area_code = ranges.area_code
        and ranges.period_type = 'last24h'
        and ranges.period_start > {{ as_of() }}::date - 8
    inner join {{ ref('indicators') }} as catalogue
        on ranges.indicator_code = catalogue.indicator_code
    where alerts.kind = '异常'

),

limits as (

    select
        record_id,
        due_at as step_at,
        limit_name as step,
        case when is_overdue then '到期未完成' else '还未到期' end as note,
        case when is_overdue then 'alert' else 'future' end as look
    from alerts
    where due_at is not null

),

next_steps as (

    select
        record_id,
        null::timestamp as step_at,
        '下一步' as step,
        next_actor as actor,
        next_step as note,
        'future' as look
    from alerts
    where next_step is not null

),

united as (

    select * from event_steps
    union all by name
    select * from dispute_steps
    union all by name
    select * from petition_steps
    union all by name
    select * from task_steps
    union all by name
    select * from cluster_steps
    union all by name
    select * from silence_steps
    union all by name
    select * from departure_steps
    union all by name
    select * from limits
    union all by name
    select * from next_steps

)

select
    record_id,
    row_number() over (
        partition by record_id
        order by step = '下一步', step_at, look = 'alert', step, note
    ) as seq,
    step_at,
    step,
    actor,
    note,
    coalesce(look, 'done') as look,
    null::timestamp as due_at
from united
{# A step that never happened has no moment. #}
where step_at is not null
    or step = '下一步'
