{# 群众说事: over when it is solved and the answer was given; a wish of the five micros when it is
   fulfilled. Without a deadline nobody can say when either should have been. #}
with

matters as (

    select
        * exclude (solved_at, replied_at),
        case when solved_at < {{ as_of() }} then solved_at end as solved_at,
        case when replied_at < {{ as_of() }} then replied_at end as replied_at
    from {{ ref('stg_grid__say_matters') }}
    where raised_at < {{ as_of() }}

),

ended as (

    select
        *,
        case
            when micro_kind is not null then solved_at
            {# greatest() skips what is missing; both are needed. #}
            when solved_at is not null and replied_at is not null
                then greatest(solved_at, replied_at)
        end as done_at
    from matters

)

select

    ---------- ids
    matter_id,
    area_code,

    ---------- strings
    channel,
    micro_kind,

    ---------- booleans
    is_root_cause_fixed,

    ---------- timestamps (local wall time)
    raised_at,
    due_at,
    solved_at,
    replied_at,
    done_at,
    {{ settled_at('done_at', 'due_at') }} as settled_at,

    ---------- origin
    matter_id as source_key,
    source_feed,
    source_file,
    source_row

from ended
