{# Events per week and place in the quarter before this one, per thousand residents where they are
   known: what the map's classes are cut from, so that colours stay comparable for a quarter. #}
with

cut as (

    {# A site that has no quarter behind it yet takes the weeks that it has. #}
    select
        case
            when min(reported_at) < date_trunc('quarter', {{ as_of() }}) - interval 28 day
                then date_trunc('quarter', {{ as_of() }})
            else {{ as_of() }}
        end as end_at
    from {{ ref('fct_events') }}

),

span as (

    select
        end_at - interval 91 day as start_at,
        end_at
    from cut

),

weekly as (

    select
        up.ancestor_code as area_code,
        date_diff('day', span.start_at, events.reported_at) // 7 as week,
        count(*) as event_count
    from {{ ref('fct_events') }} as events
    inner join span
        on events.reported_at >= span.start_at
        and events.reported_at < span.end_at
    inner join {{ ref('bridge_area_ancestors') }} as up
        on events.area_code = up.area_code
    group by all

)

select
    places.level,
    weeks.week,
    places.area_code,
    coalesce(weekly.event_count, 0) as event_count,
    1000.0 * coalesce(weekly.event_count, 0) / nullif(places.population, 0) as rate
from {{ ref('int_overview_places') }} as places
cross join range(13) as weeks (week)
left join weekly
    on places.area_code = weekly.area_code
    and weeks.week = weekly.week
