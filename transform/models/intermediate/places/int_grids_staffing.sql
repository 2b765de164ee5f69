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

{{ presence_changes('services', ['area_code']) }}
