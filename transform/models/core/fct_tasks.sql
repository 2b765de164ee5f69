with

tasks as (

    select
        *,
        case when done_on < {{ as_of() }} then done_on end as finished_on,
        coalesce(trim(evidence), '') != '' as has_evidence
    from {{ ref('stg_program__tasks') }}
    where started_on < {{ as_of() }}

)

select

    ---------- ids
    task_id,
    area_code,
    department_code,

    ---------- strings
    kind,
    governance,
    title,
    problem,
    measure,
    case
        when finished_on is not null then 'done'
        when due_on < {{ as_of() }}::date then 'overdue'
        when due_on <= {{ as_of() }}::date + 14 then 'due_soon'
        else 'in_progress'
    end as status,

    ---------- numbers
    progress,

    ---------- booleans
    has_evidence,
    case when {{ settled_at(end_of_day('finished_on'), end_of_day('due_on')) }} is not null
        then coalesce(finished_on <= due_on, false)
    end as is_done_on_time,

    ---------- dates
    started_on,
    due_on,
    finished_on as done_on,
    {{ settled_at(end_of_day('finished_on'), end_of_day('due_on')) }}::date as settled_on,

    ---------- origin
    task_id as source_key,
    source_feed,
    source_file,
    source_row

from tasks
