with

tasks as (

    select * from {{ ref('fct_tasks') }}

),

records as (

    select
        tasks.task_id as record_id,
        coalesce(tasks.title, tasks.problem, tasks.task_id) as title,
        tasks.area_code,
        case tasks.kind
            when 'pilot' then '试点'
            when 'project' then '项目'
            when 'problem' then '问题'
            when 'goal' then '目标'
            else tasks.kind
        end as kind,
        case tasks.governance
            when '政治' then '政治引领'
            when '法治' then '法治保障'
            when '德治' then '德治教化'
            when '自治' then '自治强基'
            when '智治' then '智治支撑'
            else coalesce(tasks.governance, '其他')
        end as channel,
        case tasks.status
            when 'done' then '已销号'
            when 'overdue' then '逾期'
            when 'due_soon' then '临期'
            else '推进中'
        end as state,
        {# Where no department is named, the place itself must act. #}
        coalesce(tasks.department_code, tasks.area_code) as department_code,
        case when tasks.department_code is null then areas.area_name end as department_name,
        tasks.started_on as opened_at,
        {{ end_of_day('tasks.done_on') }} as closed_at,
        {{ end_of_day('tasks.due_on') }} as due_at,
        tasks.done_on is null as is_open,
        concat_ws(' ', tasks.problem, tasks.measure) as words,
        tasks.problem,
        tasks.measure,
        tasks.started_on,
        tasks.due_on,
        tasks.done_on,
        tasks.progress,
        {# Where it would be on a straight line from its begin to its deadline, in percent. #}
        case
            when tasks.done_on is not null then 100
            when tasks.due_on > tasks.started_on
                then least(
                    100.0 * date_diff('day', tasks.started_on, {{ as_of() }}::date)
                    / date_diff('day', tasks.started_on, tasks.due_on),
                    100
                )
        end::double as planned_progress,
        tasks.has_evidence,
        tasks.is_done_on_time,
        tasks.source_feed,
        tasks.source_file,
        tasks.source_row
    from tasks
    left join {{ ref('dim_areas') }} as areas
        on tasks.area_code = areas.area_code

),

{# As fct_tasks has it: due within 14 days is soon, and so in the state's words. #}
{{ record_list(
    'records',
    extras=[
        'problem', 'measure', 'started_on', 'due_on', 'done_on', 'progress', 'planned_progress',
        'has_evidence', 'is_done_on_time',
    ],
    soon=as_of() ~ '::date + 15',
) }}
