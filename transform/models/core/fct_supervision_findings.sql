with

findings as (

    select
        * exclude (rectified_on, title, evidence),
        nullif(trim(title), '') as title,
        nullif(trim(evidence), '') as evidence,
        case when rectified_on < {{ as_of() }} then rectified_on end as rectified_on
    from {{ ref('stg_program__supervision_findings') }}
    where found_on < {{ as_of() }}

),

settled as (

    select
        *,
        {{ settled_at(end_of_day('rectified_on'), end_of_day('due_on')) }}::date as settled_on
    from findings

)

select

    ---------- ids
    finding_id,
    area_code,
    department_code,

    ---------- strings
    kind,
    title,
    evidence,

    ---------- booleans
    case when settled_on is not null then coalesce(rectified_on <= due_on, false) end
        as is_rectified_on_time,

    ---------- dates
    found_on,
    due_on,
    rectified_on,
    settled_on,

    ---------- origin
    finding_id as source_key,
    source_feed,
    source_file,
    source_row

from settled
