with

measured as (

    select
        places.*,
        coalesce(counts.event_count, 0) as event_count,
        coalesce(counts.overdue_count, 0) as overdue_count,
        1000.0 * coalesce(counts.event_count, 0) / nullif(places.population, 0) as rate
    from {{ ref('int_overview_places') }} as places
    left join {{ ref('int_overview_place_counts') }} as counts
        on places.area_code = counts.area_code

)

select
    measured.area_code,
    measured.area_name,
    measured.level,
    measured.area_path,
    measured.unit_code,
    measured.population::bigint as population,
    measured.event_count,
    measured.overdue_count,
    measured.rate::double as rate,
    {# 1 (few) to 5 (many); a place without residents has no rate and no class. #}
    case
        when levels.is_rate and measured.rate is null then null
        else 1 + len(list_filter(
            levels.breaks,
            x -> x <= case when levels.is_rate then measured.rate else measured.event_count end
        ))
    end::bigint as class,
    measured.geometry,
    measured.lon,
    measured.lat
from measured
inner join {{ ref('mart_overview_map_levels') }} as levels
    on measured.level = levels.level
