{# The key indicators of every place in the last 14 months, beside those of its peers. A small
   sample is shown, but stands in no comparison. #}
with

months as (

    select
        max(period_start) filter (where is_complete) as last_complete,
        max(period_start) - interval 13 month as first_shown
    from {{ ref('periods') }}
    where period_type = 'month'

),

{# Of how many places of a level an indicator can be compared; before the first month is over,
   nothing can. #}
covered as (

    select
        areas.level,
        readings.indicator_code,
        avg(if(readings.is_small_sample, 0, 1)) as covered_share
    from {{ ref('indicator_values') }} as readings
    inner join months
        on readings.period_start = months.last_complete
    inner join {{ ref('dim_areas') }} as areas
        on readings.area_code = areas.area_code
        and areas.is_current
    where readings.period_type = 'month'
    group by all

),

offered as (

    select
        scopes.level,
        chosen.indicator_code,
        row_number() over (
            partition by scopes.level
            order by coalesce(covered.covered_share, 0) >= 0.5 desc, chosen.sort_order
        ) as place
    from {{ ref('place_indicators') }} as chosen
    inner join {{ ref('int_indicator_scopes') }} as scopes
        on chosen.indicator_code = scopes.indicator_code
        and scopes.period_type = 'month'
    left join covered
        on scopes.level = covered.level
        and chosen.indicator_code = covered.indicator_code

),

valued as (

    select
        readings.*,
        offered.place,
        peers.peer_key,
        case when not readings.is_small_sample then readings.value end as compared_value
    from {{ ref('indicator_readings') }} as readings
    inner join offered
        on readings.level = offered.level
        and readings.indicator_code = offered.indicator_code
        and offered.place <= 12
    inner join {{ ref('dim_areas') }} as areas
        on readings.area_code = areas.area_code
        and areas.is_current
    left join {{ ref('int_place_peers') }} as peers
        on readings.area_code = peers.area_code
    inner join months
        on readings.period_start >= months.first_shown
    where readings.period_type = 'month'

)

select
    area_code,
    indicator_code,
    period_start,
    period_end,
    label as period_label,
    is_complete,
    place::integer as sort_order,
    name_zh as indicator_name,
    unit,
    decimals,
    better,
    numerator,
    denominator,
    value,
    previous_value,
    change,
    target,
    severe_line,
    status,
    is_small_sample,
    peer_key,
    case when peer_key is not null then median(compared_value) over peers end as peer_median,
    case when peer_key is not null then count(compared_value) over peers end as peer_count,
    {# Ties share a place; an indicator without a good side has none, and a grid, which is often one
       person, is never ranked. #}
    case when peer_key is not null and compared_value is not null and level != 'grid'
        then case better
            when 'higher' then rank() over (
                partition by indicator_code, period_start, peer_key
                order by compared_value desc nulls last
            )
            when 'lower' then rank() over (
                partition by indicator_code, period_start, peer_key
                order by compared_value asc nulls last
            )
        end
    end as peer_rank
from valued
window peers as (partition by indicator_code, period_start, peer_key)
