{# Who carries the hours: those who served in a period, the busiest tenth first. The first tenth is
   that of the measure service_hours_top_tenth. No tenth is shown with fewer than five people. #}
with

periods as (

    select
        period_type,
        period_start,
        start_at,
        end_at
    from {{ ref('periods') }}
    where period_type in ('week', 'month', 'quarter', 'year')
        or (period_type = 'last7d' and end_at = {{ as_of() }})

),

places as (

    select
        bridge.area_code,
        bridge.ancestor_code
    from {{ ref('bridge_area_ancestors') }} as bridge
    inner join {{ ref('dim_areas') }} as ancestors
        on bridge.ancestor_code = ancestors.area_code
    where ancestors.level != 'grid'

),

served as (

    select
        periods.period_type,
        periods.period_start,
        places.ancestor_code as area_code,
        records.volunteer_key,
        sum(records.hours) as hours
    from {{ ref('fct_service_records') }} as records
    inner join places
        on records.area_code = places.area_code
    inner join periods
        on records.started_at >= periods.start_at
        and records.started_at < periods.end_at
    group by all

),

ranked as (

    select
        *,
        row_number() over (place order by hours desc, volunteer_key) as rank_place,
        count(*) over (place) as people
    from served
    window place as (partition by period_type, period_start, area_code)

),

tenths as (

    {# The first tenth is rounded up, and so are the first two, the first three … #}
    select
        period_type,
        period_start,
        area_code,
        (10 * (rank_place - 1) // people + 1)::bigint as decile,
        people as volunteers_in_all,
        count(*) as volunteers,
        sum(hours) as hours
    from ranked
    where people >= 50
    group by all

)

select
    period_type,
    period_start,
    area_code,
    decile,
    volunteers_in_all,
    volunteers,
    hours,
    hours / sum(hours) over (partition by period_type, period_start, area_code) as hours_share,
    sum(hours) over (
        partition by period_type, period_start, area_code order by decile
    ) / sum(hours) over (partition by period_type, period_start, area_code) as cumulated_share
from tenths
order by period_type, period_start, area_code, decile
