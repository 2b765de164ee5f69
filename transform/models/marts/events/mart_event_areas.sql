select
    areas.area_code,
    areas.area_name,
    areas.level,
    areas.level_rank::bigint as level_rank,
    levels.level_name,
    areas.parent_code,
    areas.area_path,
    areas.street_code,
    areas.community_code,
    areas.population::bigint as population,
    areas.geometry,
    coalesce(areas.is_root, false) as is_root
from {{ ref('dim_areas') }} as areas
inner join {{ ref('dim_levels') }} as levels
    on areas.level = levels.level
where areas.is_current
order by areas.level_rank, areas.area_code
