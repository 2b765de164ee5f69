with

fields as (

    select
        unnest(['政治', '法治', '德治', '自治', '智治']) as field,
        unnest(['政治引领', '法治保障', '德治教化', '自治强基', '智治支撑']) as governance,
        unnest([1, 2, 3, 4, 5]) as sort_order

)

select
    coalesce(fields.governance, tasks.governance, '其他') as governance,
    coalesce(fields.sort_order, 9) as sort_order,
    count(*) as task_count,
    count(*) filter (where tasks.status = 'done') as done_count,
    count(*) filter (where tasks.status = 'in_progress') as in_progress_count,
    count(*) filter (where tasks.status = 'due_soon') as due_soon_count,
    count(*) filter (where tasks.status = 'overdue') as overdue_count,
    {# By the plan: what was due up to now should be struck off. #}
    count(*) filter (where tasks.due_on < {{ as_of() }}::date) as scheduled_count
from {{ ref('fct_tasks') }} as tasks
left join fields
    on tasks.governance = fields.field
group by all
