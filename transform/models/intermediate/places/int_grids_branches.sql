{# The days on which a grid gained its first or lost its last party branch or group. #}
with

services as (

    select
        branches.area_code,
        greatest(branches.since, grids.valid_from) as since,
        least(branches.until, grids.valid_to) as until,
        branches.source_key
    from {{ ref('fct_party_branches') }} as branches
    inner join {{ ref('int_grids') }} as grids
        on branches.area_code = grids.area_code

),

{{ presence_changes('services', ['area_code']) }}
