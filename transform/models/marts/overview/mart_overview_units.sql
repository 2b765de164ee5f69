{# The rules of 态势 say how a unit stands; the share is 按期结案率, where it is far from its target. #}
with

shares as (

    select
        area_code,
        value,
        target,
        status,
        is_small_sample
    from {{ ref('indicator_readings') }}
    where indicator_code = 'OPS-08'
        and period_type = 'last7d'
        and period_start = (
            select max(period_start) from {{ ref('periods') }} where period_type = 'last7d'
        )

),

standings as (

    select
        unit_code,
        any_value(unit_status) as unit_status
    from {{ ref('mart_overview_findings') }}
    group by all

)

select
    units.area_code as unit_code,
    units.area_name as unit_name,
    row_number() over (
        order by
            list_position(['severe', 'watch'], standings.unit_status) asc nulls last,
            shares.value - shares.target asc nulls last,
            units.area_code asc
    ) as sort_order,
    coalesce(standings.unit_status, 'normal') as unit_status,
    coalesce(counts.event_count, 0)::bigint as event_count,
    coalesce(counts.overdue_count, 0)::bigint as overdue_count,
    shares.value::double as closing_value,
    shares.target::double as closing_target,
    coalesce(shares.status, 'none') as closing_status,
    coalesce(shares.is_small_sample, false) as is_small_sample,
    'last7d' as period_type,
    (select max(period_start) from {{ ref('periods') }} where period_type = 'last7d')
        as period_start
from {{ ref('int_overview_places') }} as units
left join {{ ref('int_overview_place_counts') }} as counts
    on units.area_code = counts.area_code
left join shares
    on units.area_code = shares.area_code
left join standings
    on units.area_code = standings.unit_code
where units.area_code = units.unit_code
