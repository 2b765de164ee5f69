with

outcomes as (

    select
        * exclude (implemented_on),
        case when implemented_on < {{ as_of() }} then implemented_on end as implemented_on
    from {{ ref('stg_grid__deliberations') }}
    where met_on < {{ as_of() }}

),

judged as (

    select
        *,
        {{ settled_at(end_of_day('implemented_on'), end_of_day('due_on')) }} as settled_at
    from outcomes

)

select
    outcome_id,
    area_code,
    body,
    met_on,
    due_on,
    implemented_on,
    settled_at::date as settled_on,
    case when settled_at is not null
        then coalesce(implemented_on <= due_on, false)
    end as is_implemented_on_time,
    outcome_id as source_key,
    source_feed,
    source_file,
    source_row
from judged
