{# Rows are conserved: what stood in the files was accepted or refused, and lies in the lake or in
   the quarantine. Three differences, all 0 unless something was lost. The way from the lake to the
   facts is counted by the build's audit. #}
with

feeds as (

    select * from {{ ref('mart_data_freshness') }}

),

lake as (

    select
        feed_code,
        sum(row_count)::bigint as lake_count
    from {{ ref('stg_meta__first_rows') }}
    group by feed_code

),

quarantine as (

    select
        feed_code,
        count(*) as quarantine_count
    from {{ ref('fct_refused_rows') }}
    group by feed_code

)

select

    ---------- ids
    feeds.feed_code,

    ---------- strings
    feeds.feed_name,

    ---------- numbers
    feeds.sort_order,
    feeds.row_count,
    feeds.accepted_count,
    feeds.refused_count,
    coalesce(lake.lake_count, 0) as lake_count,
    coalesce(quarantine.quarantine_count, 0) as quarantine_count,
    feeds.row_count - feeds.accepted_count - feeds.refused_count as file_difference,
    feeds.accepted_count - coalesce(lake.lake_count, 0) as lake_difference,
    feeds.refused_count - coalesce(quarantine.quarantine_count, 0) as quarantine_difference,

    ---------- booleans
    feeds.row_count = feeds.accepted_count + feeds.refused_count
    and feeds.accepted_count = coalesce(lake.lake_count, 0)
    and feeds.refused_count = coalesce(quarantine.quarantine_count, 0) as is_conserved

from feeds
left join lake
    on feeds.feed_code = lake.feed_code
left join quarantine
    on feeds.feed_code = quarantine.feed_code
