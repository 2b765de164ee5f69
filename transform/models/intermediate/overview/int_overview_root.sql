{# The place that the wall is about, and the level of its units. #}
with

root as (

    select *
    from {{ ref('dim_areas') }}
    where is_root

),

children as (

    select
        areas.level,
        areas.level_rank,
        count(*) as unit_count
    from {{ ref('dim_areas') }} as areas
    inner join root
        on areas.parent_code = root.area_code
    where areas.is_current
    group by all
    order by unit_count desc, level asc
    limit 1

)

select
    root.area_code,
    root.area_name,
    root.level,
    root.level_rank,
    root.kind,
    children.level as unit_level,
    coalesce(levels.level_name, '区域') as unit_level_name,
    coalesce(children.unit_count, 0)::bigint as unit_count
from root
left join children
    on true
left join {{ ref('dim_levels') }} as levels
    on children.level = levels.level
