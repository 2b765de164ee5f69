with

areas as (

    select * from {{ ref('dim_areas') }}

),

schemes as (

    select * from {{ ref('schemes') }}

),

scheme_levels as (

    select distinct
        scheme_code,
        level
    from {{ ref('scheme_items') }}

),

{# A month before the first feed has nothing to score and is no assessment. #}
scored_periods as (

    select distinct
        items.scheme_code,
        readings.period_start
    from {{ ref('scheme_items') }} as items
    inner join {{ ref('schemes') }} as schemes
        on items.scheme_code = schemes.scheme_code
    inner join {{ ref('indicator_values') }} as readings
        on items.indicator_code = readings.indicator_code
        and schemes.period_type = readings.period_type
        and schemes.effective_from <= readings.period_start
    where readings.value is not null

)

select
    schemes.scheme_code,
    schemes.period_type,
    scored_periods.period_start,
    areas.level,
    coalesce(areas.peer_group, streets.peer_group, '全部') as peer_group,
    areas.area_code
from schemes
inner join scheme_levels
    on schemes.scheme_code = scheme_levels.scheme_code
inner join scored_periods
    on schemes.scheme_code = scored_periods.scheme_code
inner join areas
    on scheme_levels.level = areas.level
    and (areas.valid_to is null or scored_periods.period_start < areas.valid_to)
left join areas as streets
    on areas.street_code = streets.area_code
