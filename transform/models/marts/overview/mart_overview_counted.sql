{#- What the wall's counts count that are no indicators, thing by thing, each with its raw row. -#}
with

{#- Event counts: which part of the wall, which figure, which event. -#}
{%- set loop_words = {
    'reached': {'dispatch': '已派遣', 'handle': '已处置', 'check': '已核查', 'callback': '已回访'},
    'open': {'report': '待受理', 'dispatch': '待派遣', 'handle': '处置中', 'check': '待核查'},
    'overdue': {'report': '待受理超期', 'dispatch': '待派遣超期', 'handle': '处置中超期',
        'check': '待核查超期'},
} %}

loop_events as (

    select
        'loop' as part,
        case (counted || ':' || stage)
            {%- for counted, stages in loop_words.items() %}
            {%- for stage, words in stages.items() %}
            when '{{ counted }}:{{ stage }}' then '{{ words }}'
            {%- endfor %}
            {%- endfor %}
        end as figure,
        list_position(['reached', 'open', 'overdue'], counted) * 10
            + list_position(['report', 'dispatch', 'handle', 'check', 'callback'], stage)
            as figure_order,
        event_id
    from {{ ref('int_overview_loop_events') }}
    where counted || ':' || stage != 'reached:report'

),

owned_events as (

    select
        'alerts' as part,
        '超期 · ' || owned.owner_name as figure,
        owners.sort_order as figure_order,
        owned.event_id
    from {{ ref('int_overview_owned_events') }} as owned
    inner join {{ ref('mart_overview_owners') }} as owners
        on owned.owner_name = owners.owner_name
    where owned.is_overdue

),

unit_events as (

    select
        'units' as part,
        '超期 · ' || unit_name as figure,
        1 as figure_order,
        event_id
    from {{ ref('int_overview_owned_events') }}
    where is_overdue

),

alerts as (

    select * from {{ ref('mart_alerts') }}

),

cluster_events as (

    select
        'alerts' as part,
        '聚集 · ' || alerts.place || ' ' || alerts.subject as figure,
        1000 + alerts.sort_order as figure_order,
        events.event_id
    from alerts
    inner join {{ ref('int_alerts_class_events') }} as events
        on alerts.alert_id = 'cluster:' || events.community_code || '@' || events.class_name
    where alerts.kind = 'cluster'
        and events.back = 0

),

due_soon_events as (

    select
        'alerts' as part,
        '临期' as figure,
        900 as figure_order,
        event_id
    from alerts
    where kind = 'due_soon'

),

counted as (

    select * from loop_events
    union all
    select * from owned_events
    union all
    select * from unit_events
    union all
    select * from cluster_events
    union all
    select * from due_soon_events

),

events_counted as (

    select
        counted.part,
        counted.figure,
        counted.figure_order,
        events.reported_at as entry_at,
        events.event_id as number,
        events.title,
        events.area_path,
        events.department_name,
        events.source_feed,
        events.source_file,
        events.source_row
    from counted
    inner join {{ ref('mart_event_list') }} as events
        on counted.event_id = events.event_id

),

petitions_counted as (

    select
        'alerts' as part,
        '重访 · ' || alerts.place || ' ' || alerts.subject as figure,
        1000 + alerts.sort_order as figure_order,
        petitions.received_at as entry_at,
        petitions.petition_id as number,
        alerts.subject as title,
        alerts.place as area_path,
        alerts.owner_name as department_name,
        petitions.source_feed,
        petitions.source_file,
        petitions.source_row
    from alerts
    inner join {{ ref('fct_petitions') }} as petitions
        on alerts.alert_id = 'repeat_petition:' || petitions.first_petition_id
        and petitions.received_at >= {{ as_of() }} - interval 30 day
    where alerts.kind = 'repeat_petition'

),

{%- set statuses = {'done': '已销', 'in_progress': '推进', 'due_soon': '临期', 'overdue': '逾期'} %}

tasks_counted as (

    select
        'tasks' as part,
        case tasks.status
            {%- for status, words in statuses.items() %}
            when '{{ status }}' then '{{ words }}'
            {%- endfor %}
        end as figure,
        list_position({{ statuses.keys() | list }}, tasks.status) as figure_order,
        tasks.due_on::timestamp as entry_at,
        tasks.task_id as number,
        tasks.title,
        areas.area_path,
        departments.department_name,
        tasks.source_feed,
        tasks.source_file,
        tasks.source_row
    from {{ ref('fct_tasks') }} as tasks
    left join {{ ref('dim_areas') }} as areas
        on tasks.area_code = areas.area_code
    left join {{ ref('dim_departments') }} as departments
        on tasks.department_code = departments.department_code

)

select * from events_counted
union all
select * from petitions_counted
union all
select * from tasks_counted
