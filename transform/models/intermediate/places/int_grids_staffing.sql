{# The days on which a grid gained its first or lost its last worker. Several workers of one
   grid overlap; the grid is staffed while at least one of them is there. #}
with

grids as (

    select * from {{ ref('stg_base__areas') }}
    where level = 'grid'

),

changes as (

    select
        area_code,
        since as changed_on,
        1 as change,
        source_key
    from {{ ref('fct_rosters') }}
    where role = 'grid_worker'

    union all

    select
        area_code,
        until as changed_on,
        -1 as change,
        source_key
    from {{ ref('fct_rosters') }}
    where role = 'grid_worker' and until is not null

),

daily as (

    select
        changes.area_code,
        changes.changed_on,
        sum(changes.change) as change,
        min(changes.source_key) as source_key
    from changes
    semi join grids
        on changes.area_code = grids.area_code
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
