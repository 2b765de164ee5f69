with

{# What a site does not register at all is no row of zeros. #}
registered as (

    select distinct
        asset_group,
        asset_code
    from {{ ref('int_place_assets') }}

),

counted as (

    select
        areas.area_code,
        areas.level,
        areas.population,
        peers.peer_key,
        kinds.asset_group,
        kinds.asset_code,
        kinds.group_name,
        kinds.asset_name,
        kinds.unit,
        kinds.sort_order,
        coalesce(assets.asset_count, 0) as asset_count
    from {{ ref('dim_areas') }} as areas
    cross join {{ ref('place_assets') }} as kinds
    inner join registered
        on kinds.asset_group = registered.asset_group
        and kinds.asset_code = registered.asset_code
    left join {{ ref('int_place_assets') }} as assets
        on areas.area_code = assets.area_code
        and kinds.asset_group = assets.asset_group
        and kinds.asset_code = assets.asset_code
    left join {{ ref('int_place_peers') }} as peers
        on areas.area_code = peers.area_code
    where areas.is_current

),

rated as (

    select
        *,
        10000.0 * asset_count / nullif(population, 0) as per_ten_thousand
    from counted

)

select
    area_code,
    asset_group,
    asset_code,
    group_name,
    asset_name,
    unit,
    sort_order,
    asset_count,
    per_ten_thousand,
    case when peer_key is not null
        then median(per_ten_thousand) over (partition by peer_key, asset_group, asset_code)
    end as peer_per_ten_thousand
from rated
{# A grid has little of its own: what it has not, is not asked of it. #}
qualify level != 'grid' or asset_count > 0
