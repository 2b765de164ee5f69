{# Each valid place below the root with the unit (the root's child) it belongs to. #}
select
    areas.area_code,
    areas.area_name,
    areas.level,
    areas.level_rank,
    areas.area_path,
    areas.population,
    areas.area_km2,
    areas.geometry,
    areas.lon,
    areas.lat,
    units.area_code as unit_code,
    units.area_name as unit_name
from {{ ref('dim_areas') }} as areas
inner join {{ ref('bridge_area_ancestors') }} as up
    on areas.area_code = up.area_code
inner join {{ ref('dim_areas') }} as units
    on up.ancestor_code = units.area_code
inner join {{ ref('int_overview_root') }} as root
    on units.parent_code = root.area_code
where areas.is_current
