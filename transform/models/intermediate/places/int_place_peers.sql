{# Whom a place is compared with: places of its level in its peer group, of its kind where they are
   grids. A group that is not written down is that of the nearest place above that has one; with
   fewer than three in it, all places of the level are the peers. The root has none. #}
with

grouped as (

    select
        areas.area_code,
        areas.level,
        areas.level_rank,
        arg_min(above.peer_group, bridge.distance) filter (where above.peer_group is not null)
            as peer_group,
        case when areas.level = 'grid' then areas.kind end as kind
    from {{ ref('dim_areas') }} as areas
    inner join {{ ref('bridge_area_ancestors') }} as bridge
        on areas.area_code = bridge.area_code
    inner join {{ ref('dim_areas') }} as above
        on bridge.ancestor_code = above.area_code
    where areas.is_current
        and not areas.is_root
    group by all

),

counted as (

    select
        *,
        count(*) over (partition by level, peer_group, kind) as group_count,
        count(*) over (partition by level) as level_count
    from grouped

)

select
    counted.area_code,
    counted.peer_group,
    if(
        group_count >= 3, concat_ws('/', counted.level, counted.peer_group, counted.kind),
        counted.level
    ) as peer_key,
    if(
        group_count >= 3, concat_ws('', counted.peer_group, counted.kind), '全部'
    ) || coalesce(levels.level_name, counted.level) as peer_label,
    if(group_count >= 3, group_count, level_count) as peer_count
from counted
left join {{ ref('dim_levels') }} as levels
    on counted.level = levels.level
