with

actions as (

    select
        * exclude (done_on),
        case when done_on < {{ as_of() }} then done_on end as done_on
    from {{ ref('stg_program__meeting_actions') }}
    where meeting_on < {{ as_of() }}

),

settled as (

    select
        *,
        {{ settled_at(end_of_day('done_on'), end_of_day('due_on')) }}::date as settled_on
    from actions

)

select

    ---------- ids
    action_id,
    area_code,
    department_code,

    ---------- strings
    title,
    case
        when done_on is not null then 'done'
        when due_on < {{ as_of() }}::date then 'overdue'
        when due_on <= {{ as_of() }}::date + 7 then 'due_soon'
        else 'in_progress'
    end as status,

    ---------- booleans
    case when settled_on is not null then coalesce(done_on <= due_on, false) end as is_done_on_time,

    ---------- dates
    meeting_on,
    due_on,
    done_on,
    settled_on,

    ---------- origin
    action_id as source_key,
    source_feed,
    source_file,
    source_row

from settled
