{# Pilot tasks, projects, goals and listed problems as they stood when each period ended. What was
   finished before the period is gone from it. A problem is struck off only with evidence. #}
with

on_the_books as (

    select
        periods.period_type,
        periods.period_start,
        periods.counted_until,
        tasks.* exclude (done_on, settled_on),
        case when tasks.done_on < periods.counted_until then tasks.done_on end as done_on,
        tasks.started_on >= periods.period_start as is_new,
        tasks.settled_on >= periods.period_start
            and tasks.settled_on < periods.counted_until as is_settled_here
    from {{ ref('fct_tasks') }} as tasks
    inner join {{ ref('periods') }} as periods
        on tasks.started_on < periods.counted_until
        and (tasks.done_on is null or tasks.done_on >= periods.period_start)
    where periods.period_type in ('quarter', 'half', 'year')

),

judged as (

    select
        *,
        coalesce(done_on, (counted_until - to_microseconds(1))::date) - due_on as days_over,
        case
            when kind = 'problem' and done_on is not null and has_evidence then '已销号'
            when kind = 'problem' and done_on is not null then '待补佐证'
            when done_on <= due_on then '按期完成'
            when done_on is not null then '逾期完成'
            when {{ end_of_day('due_on') }} > counted_until then '推进中'
            when kind = 'problem' then '逾期未销号'
            else '逾期未完成'
        end as state
    from on_the_books

)

select
    judged.period_type,
    judged.period_start,
    judged.task_id,
    case judged.kind
        when 'pilot' then '试点任务'
        when 'project' then '重点项目'
        when 'problem' then '问题清单'
        when 'goal' then '目标任务'
        else judged.kind
    end as kind_name,
    judged.kind = 'problem' as is_problem,
    judged.governance,
    coalesce(judged.title, judged.problem, judged.task_id) as title,
    judged.area_code,
    areas.area_name,
    coalesce(judged.department_code, judged.area_code) as unit_code,
    coalesce(
        departments.department_name,
        areas.area_name
        || case when areas.level in ('province', 'city', 'district') then '本级' else '' end,
        judged.area_code
    ) as unit_name,
    judged.started_on,
    judged.due_on,
    judged.done_on,
    judged.state,
    list_position(
        [
            '逾期未完成', '逾期未销号', '待补佐证', '推进中', '逾期完成', '按期完成', '已销号'
        ],
        judged.state
    )::integer as state_order,
    case when judged.days_over > 0 and judged.state != '推进中' then judged.days_over end::integer
        as days_late,
    judged.is_new,
    judged.is_settled_here,
    judged.source_file,
    judged.source_row
from judged
left join {{ ref('dim_areas') }} as areas
    on judged.area_code = areas.area_code
left join {{ ref('dim_departments') }} as departments
    on judged.department_code = departments.department_code
