with

refusals as (

    select
        feed_code,
        file,
        loaded_at,
        unnest(rules) as rule
    from {{ ref('fct_refused_rows') }}

),

feeds as (

    select * from {{ ref('mart_data_freshness') }}

)

select

    ---------- ids
    refusals.feed_code,

    ---------- strings
    feeds.feed_name,
    refusals.rule,

    ---------- numbers
    feeds.sort_order,
    count(*)::bigint as refused_count,
    count(distinct refusals.file)::bigint as file_count,
    (count(*) * 100.0 / nullif(any_value(feeds.row_count), 0))::double as refused_percent,

    ---------- timestamps (local wall time)
    max(refusals.loaded_at) as last_loaded_at

from refusals
left join feeds
    on refusals.feed_code = feeds.feed_code
group by
    refusals.feed_code, feeds.feed_name, refusals.rule, feeds.sort_order
