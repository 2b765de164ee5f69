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
    -- What is personal came in as the 32 digits of a keyed hash, which is nobody's business here.
    regexp_replace(
        refusals.original_values, '"[0-9a-f]{32}"', '"（已隐去）"', 'g'
    ) as original_values,

    ---------- numbers
    refusals.file_row::bigint as file_row,

    ---------- timestamps (local wall time)
    refusals.loaded_at

from refusals
left join feeds
    on refusals.feed_code = feeds.feed_code
