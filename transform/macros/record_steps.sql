{# The line of time of records that are begun, have a limit, and are done.

   list        the list mart, a relation
   begun       what the first step is called; its actor is the place
   done        what the last step is called; its actor is the department
   limit       what the deadline is called
   verb        what should have happened by then #}
{% macro begun_and_done_steps(list, begun, done, limit, verb) -%}
with

records as (

    select * from {{ list }}

),

steps as (

    select
        record_id,
        1 as place,
        opened_at as step_at,
        '{{ begun }}' as step,
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
        '{{ limit }}' as step,
        null as actor,
        case
            when is_overdue then '到期未{{ verb }}'
            when time_status = 'closed_late' then '过了时限才{{ verb }}'
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
        '{{ done }}' as step,
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
{%- endmacro %}
