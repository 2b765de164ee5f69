with

loads as (

    select * from {{ ref('fct_loads') }}

),

feeds as (

    select * from {{ ref('mart_data_freshness') }}

)

select

    ---------- ids
    loads.load_id,
    loads.feed_code,

    ---------- strings
    feeds.feed_name,
    loads.file,
    loads.source,
    loads.status,
    loads.message,
    loads.content_hash,

    ---------- numbers
    loads.row_count::bigint as row_count,
    loads.accepted_count::bigint as accepted_count,
    loads.refused_count::bigint as refused_count,
    loads.duration_seconds::double as duration_seconds,

    ---------- timestamps (local wall time)
    loads.loaded_at,
    loads.earliest_at,
    loads.latest_at

from loads
left join feeds
    on loads.feed_code = feeds.feed_code
