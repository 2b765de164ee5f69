with

areas as (

    select * from {{ ref('dim_areas') }}

),

{# A month before the first feed has nothing to score and is no assessment. #}
scored_periods as (

    select distinct
        items.scheme_code,
        items.period_type,
        items.period_start,
        items.level
    from {{ ref('asm_items') }} as items
    where exists (
        select 1
        from {{ ref('asm_items') }} as scored
        inner join {{ ref('indicator_values') }} as readings
            on scored.indicator_code = readings.indicator_code
            and scored.period_type = readings.period_type
            and scored.period_start = readings.period_start
        where scored.scheme_code = items.scheme_code
            and scored.period_start = items.period_start
            and readings.value is not null
    )

)

select
    scored_periods.scheme_code,
    scored_periods.period_type,
    scored_periods.period_start,
    areas.level,
    coalesce(own_groups.peer_group, areas.peer_group, streets.peer_group, '全部') as peer_group,
    areas.area_code
from scored_periods
inner join areas
    on scored_periods.level = areas.level
    and (areas.valid_to is null or scored_periods.period_start < areas.valid_to)
left join areas as streets
    on areas.street_code = streets.area_code
{# A scheme may group the places anew each year. #}
left join {{ ref('asm_scheme_groups') }} as own_groups
    on scored_periods.scheme_code = own_groups.scheme_code
    and year(scored_periods.period_start) = own_groups.year
    and areas.area_code = own_groups.area_code
{# A grid is often one person: grids get a support list, never a rank. #}
where scored_periods.level != 'grid'
