select
    area_code,
    area_name,
    level,
    level_rank::bigint as level_rank,
    parent_code,
    area_path,
    street_code,
    community_code,
    population::bigint as population,
    geometry,
    coalesce(is_root, false) as is_root
from {{ ref('dim_areas') }}
where is_current
order by level_rank, area_code
