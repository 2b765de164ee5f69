with

areas as (

    select * from {{ ref('dim_area_versions') }}
    where is_latest

),

bridge as (

    select * from {{ ref('bridge_area_ancestors') }}

),

population as (

    select
        bridge.ancestor_code as area_code,
        sum(counted.resident_population)::bigint as population
    from {{ ref('int_areas_population') }} as counted
    inner join bridge
        on counted.area_code = bridge.area_code
    where counted.counted_until is null
    group by all

),

ranked as (

    select
        *,
        {{ level_rank('level') }} as level_rank
    from areas

),

root as (

    {% if site('root_area_code') -%}
    select {{ site_text('root_area_code') }} as area_code
    {%- else -%}
    select area_code
    from ranked
    where parent_code is null
    order by level_rank, area_code
    limit 1
    {%- endif %}

),

paths as (

    select
        bridge.area_code,
        max(bridge.ancestor_code) filter (where bridge.ancestor_level = 'district')
            as district_code,
        max(bridge.ancestor_code) filter (where bridge.ancestor_level = 'street') as street_code,
        max(ancestors.area_name) filter (where bridge.ancestor_level = 'street') as street_name,
        max(bridge.ancestor_code) filter (where bridge.ancestor_level = 'community')
            as community_code,
        max(ancestors.area_name) filter (where bridge.ancestor_level = 'community')
            as community_name,
        string_agg(ancestors.area_name, '·' order by bridge.distance desc)
            filter (where ancestors.level_rank > coalesce(tops.level_rank, -1)) as area_path
    from bridge
    inner join ranked as ancestors
        on bridge.ancestor_code = ancestors.area_code
    left join (
        select ranked.level_rank
        from ranked
        inner join root
            on ranked.area_code = root.area_code
    ) as tops
        on true
    group by all

)

select
    ranked.area_code,
    ranked.area_name,
    ranked.level,
    ranked.level_rank,
    ranked.parent_code,
    ranked.kind,
    ranked.peer_group,
    ranked.resident_population,
    ranked.floating_population,
    population.population,
    ranked.households,
    ranked.area_km2,
    ranked.lon,
    ranked.lat,
    ranked.geometry,
    ranked.place_from as valid_from,
    ranked.valid_to,
    (ranked.place_from is null or ranked.place_from < {{ as_of() }})
    and (ranked.valid_to is null or ranked.valid_to >= {{ as_of() }}) as is_current,
    paths.district_code,
    paths.street_code,
    paths.street_name,
    paths.community_code,
    paths.community_name,
    coalesce(paths.area_path, ranked.area_name) as area_path,
    root.area_code is not null as is_root,
    ranked.source_key,
    ranked.source_feed,
    ranked.source_file,
    ranked.source_row
from ranked
left join population
    on ranked.area_code = population.area_code
left join paths
    on ranked.area_code = paths.area_code
left join root
    on ranked.area_code = root.area_code
