{# The finest register that has a figure counts, so that a place whose communities are counted
   is not counted a second time. #}
with

areas as (

    select * from {{ ref('dim_area_versions') }}
    where is_in_force

),

bridge as (

    select * from {{ ref('bridge_area_history') }}

),

counted_below as (

    select distinct bridge.ancestor_code as area_code
    from areas
    inner join bridge
        on areas.area_code = bridge.area_code
    where bridge.distance > 0
        and areas.resident_population is not null

)

select
    areas.area_code,
    areas.resident_population,
    coalesce(areas.floating_population, 0) as floating_population,
    coalesce(areas.valid_from, date '2000-01-01') as counted_from,
    case when areas.valid_to < {{ as_of() }} then areas.valid_to end as counted_until,
    areas.source_key
from areas
anti join counted_below
    on areas.area_code = counted_below.area_code
where areas.resident_population is not null
    and coalesce(areas.valid_from, date '2000-01-01') < {{ as_of() }}
