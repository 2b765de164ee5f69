{# Residents from the day of the first snapshot on: before, and on a site without the feed, there
   is no coverage, not one of 0 %. #}
with

first_counts as (

    select min(counted_on) as counted_on
    from {{ ref('fct_population_records') }}

)

select
    populations.area_code,
    populations.resident_population,
    greatest(populations.counted_from, first_counts.counted_on) as counted_from,
    populations.counted_until,
    populations.source_key
from {{ ref('int_areas_population') }} as populations
cross join first_counts
where first_counts.counted_on is not null
    and (populations.counted_until is null or populations.counted_until > first_counts.counted_on)
