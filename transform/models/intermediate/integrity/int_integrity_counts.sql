{# Hits and what they are counted out of, for every place that is compared with others. #}
with

finest as (

    select
        signal_code,
        month_start,
        [district_code, street_code, community_code] as places,
        count(*) as base_count,
        count(*) filter (where is_hit) as hit_count
    from {{ ref('int_integrity_items') }}
    group by all

),

placed as (

    select
        signal_code,
        month_start,
        unnest(list_distinct(places)) as area_code,
        base_count,
        hit_count
    from finest

)

select
    placed.signal_code,
    placed.area_code,
    areas.level,
    placed.month_start,
    sum(placed.base_count)::bigint as base_count,
    sum(placed.hit_count)::bigint as hit_count
from placed
inner join {{ ref('dim_areas') }} as areas
    on placed.area_code = areas.area_code
where not areas.is_root
group by all
