{# The days on which a grid gained its first or lost its last worker. Several workers of one
   grid overlap; the grid is staffed while it exists and at least one of them is there. #}
with

services as (

    select
        rosters.area_code,
        greatest(rosters.since, grids.valid_from) as since,
        least(rosters.until, grids.valid_to) as until,
        rosters.source_key
    from {{ ref('fct_rosters') }} as rosters
    inner join {{ ref('int_grids') }} as grids
        on rosters.area_code = grids.area_code
    where rosters.role = 'grid_worker'

),

changes as (

    select
        area_code,
        since as changed_on,
        1 as change,
        source_key
    from services
    where until is null or until > since

    union all

    select
        area_code,
        until as changed_on,
        -1 as change,
        source_key
    from services
    where until > since

),

daily as (

    select
        area_code,
        changed_on,
        sum(change) as change,
        min(source_key) as source_key
    from changes
    group by all

),

counted as (

    select
        *,
        sum(change) over (partition by area_code order by changed_on) as workers,
        sum(change) over (partition by area_code order by changed_on) - change as workers_before
    from daily

)

select
    area_code,
    changed_on,
    case when workers > 0 then 1 else -1 end as change,
    source_key
from counted
where (workers > 0) != (workers_before > 0)
