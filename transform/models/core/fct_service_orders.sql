with

orders as (

    select
        * exclude (accepted_at, done_at),
        case when accepted_at < {{ as_of() }} then accepted_at end as accepted_at,
        case when done_at < {{ as_of() }} then done_at end as done_at
    from {{ ref('stg_volunteer__service_orders') }}
    where ordered_at < {{ as_of() }}

)

select

    ---------- ids
    order_id,
    area_code,

    ---------- strings
    kind,
    provider,

    ---------- numbers
    case when done_at is not null then rating end as rating,

    ---------- booleans
    done_at is not null as is_done,

    ---------- timestamps (local wall time)
    ordered_at,
    accepted_at,
    due_at,
    done_at,
    {# Only who took an order owes it, and only what has a deadline can be due. #}
    case when accepted_at is not null then {{ settled_at('done_at', 'due_at') }} end as settled_at,

    ---------- origin
    order_id as source_key,
    source_feed,
    source_file,
    source_row

from orders
