with

refusals as (

    select * from {{ ref('fct_refused_rows') }}

),

feeds as (

    select * from {{ ref('mart_data_freshness') }}

)

select

    ---------- ids
    refusals.feed_code,
    refusals.load_id,

    ---------- strings
    feeds.feed_name,
    refusals.file,
    refusals.source,
    refusals.rules,
    refusals.original_values,

    ---------- numbers
    refusals.file_row::bigint as file_row,

    ---------- timestamps (local wall time)
    refusals.loaded_at

from refusals
left join feeds
    on refusals.feed_code = feeds.feed_code
