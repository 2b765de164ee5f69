{# The rate is the indicator's own; beside it what it is made of. #}
with

readings as (

    select * from {{ ref('indicator_readings') }}
    where indicator_code = 'LAW-05'
        and period_type = 'month'

),

filings as (

    select
        bridge.ancestor_code as area_code,
        filings.month_start,
        sum(filings.civil_filings) as civil_filings,
        sum(filings.administrative_filings) as administrative_filings
    from {{ ref('fct_court_filings') }} as filings
    inner join {{ ref('bridge_area_ancestors') }} as bridge
        on filings.area_code = bridge.area_code
    where not filings.is_total
    group by all

)

select
    readings.area_code,
    readings.area_name,
    areas.parent_code,
    areas.level_rank::bigint as level_rank,
    readings.period_start as month_start,
    readings.label,
    readings.numerator::bigint as filings,
    filings.civil_filings::bigint as civil_filings,
    filings.administrative_filings::bigint as administrative_filings,
    readings.denominator::bigint as residents,
    readings.value as per_ten_thousand,
    readings.previous_value as previous_per_ten_thousand
from readings
inner join {{ ref('dim_areas') }} as areas
    on readings.area_code = areas.area_code
left join filings
    on readings.area_code = filings.area_code
    and readings.period_start = filings.month_start
order by month_start, area_code
