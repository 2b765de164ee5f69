with

units as (

    select
        count(distinct unit_code) filter (where unit_status = 'severe') as severe_units,
        count(distinct unit_code) filter (where unit_status = 'watch') as watch_units
    from {{ ref('mart_overview_findings') }}

),

{# The core feed that is furthest beyond its limit. #}
late as (

    select
        feed_name,
        delay_hours,
        limit_hours
    from {{ ref('mart_overview_feeds') }}
    where freshness = 'too_late'
    order by delay_hours / limit_hours desc, family asc
    limit 1

),

{# An indicator of the whole place at twice its severe line. #}
doubled as (

    select count(*) > 0 as is_doubled
    from {{ ref('mart_overview_readings') }}
    where part = 'tile'
        and better = 'lower'
        and value > 2 * severe_line

),

connected as (

    select count(*) > 0 as has_grid
    from {{ ref('mart_overview_feeds') }}
    where family = 'grid'
        and freshness != 'none'

)

select
    case
        when not connected.has_grid or late.feed_name is not null then 'withheld'
        when units.severe_units >= 3 or doubled.is_doubled then 'wide'
        when units.severe_units >= 1 or units.watch_units >= 2 then 'local'
        else 'calm'
    end as verdict,
    units.severe_units,
    units.watch_units,
    site.unit_count,
    site.unit_level_name,
    late.feed_name as late_feed_name,
    late.delay_hours as late_hours,
    late.limit_hours
from units
cross join doubled
cross join connected
cross join {{ ref('mart_overview_site') }} as site
left join late
    on true
