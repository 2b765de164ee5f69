with

levels as (

    select
        unnest(['grid', 'community', 'street', 'district', 'city']) as level,
        unnest(['网格', '社区', '街道', '区级', '市级']) as level_name,
        unnest([1, 2, 3, 4, 5]) as sort_order

),

closed as (

    select
        settled_level as level,
        count(*) as closed_count
    from {{ ref('fct_events') }}
    where settled_level is not null
        and closed_at >= {{ as_of() }} - interval 7 day
    group by all

)

select
    levels.level,
    levels.level_name,
    levels.sort_order,
    coalesce(closed.closed_count, 0) as closed_count,
    100.0 * coalesce(closed.closed_count, 0) / sum(closed.closed_count) over () as share
from levels
left join closed
    on levels.level = closed.level
{# Levels that this site has, so that an empty one is seen as empty. #}
where closed.level is not null
    or levels.level in (select places.level from {{ ref('int_overview_places') }} as places)
    or levels.level = (select root.level from {{ ref('int_overview_root') }} as root)
qualify sum(closed.closed_count) over () > 0
