{# The change of an indicator from one 7-day window to the next, beside what it usually is: the
   median change of the eight weeks before, or what chance alone does where that is more. Places
   that have no trailing windows (grids) are read by whole weeks. #}
with

newest as (

    select
        period_type,
        max(period_start) as period_start
    from {{ ref('periods') }}
    where period_type = 'last7d'
        or (period_type = 'week' and is_complete)
    group by all

),

catalogue as (

    select
        indicators.indicator_code,
        indicators.name_zh,
        indicators.unit,
        indicators.decimals,
        indicators.better,
        indicators.scale,
        indicators.denominator_measure is null and measures.aggregation = 'sum' as is_count,
        indicators.denominator_measure is not null and indicators.unit = '%' as is_share,
        {# Few cases over many residents: the cases are what chance plays with. #}
        contains(indicators.unit, '万人') as is_density
    from {{ ref('indicators') }} as indicators
    inner join {{ ref('measures') }} as measures
        on indicators.numerator_measure = measures.measure_code
    where indicators.status = 'computed'
        {# What is done later still counts for its week: the newest always looks worse. #}
        and not coalesce(measures.matures, false)

),

weeks as (

    select
        readings.indicator_code,
        readings.area_code,
        readings.value,
        readings.numerator,
        readings.denominator,
        readings.is_small_sample,
        readings.period_start,
        date_diff('day', readings.period_start, newest.period_start) // 7 as back
    from {{ ref('indicator_values') }} as readings
    inner join newest
        on readings.period_type = newest.period_type
    inner join {{ ref('dim_areas') }} as areas
        on readings.area_code = areas.area_code
        and areas.is_current
        and (areas.level = 'grid') = (readings.period_type = 'week')
    where readings.period_start between newest.period_start - 56 and newest.period_start
        and date_diff('day', readings.period_start, newest.period_start) % 7 = 0

),

stepped as (

    select
        *,
        value - lead(value) over by_age as change,
        lead(value) over by_age as value_before,
        lead(numerator) over by_age as numerator_before,
        lead(denominator) over by_age as denominator_before,
        lead(is_small_sample) over by_age as was_small_sample,
        lead(back) over by_age = back + 1 as is_next
    from weeks
    window by_age as (partition by indicator_code, area_code order by back)

),

summed as (

    select
        indicator_code,
        area_code,
        max(period_start) filter (where back = 0) as period_start,
        max(value) filter (where back = 0) as value,
        max(value_before) filter (where back = 0 and is_next) as previous_value,
        max(change) filter (where back = 0 and is_next) as change,
        max(numerator + numerator_before) filter (where back = 0) as cases,
        max(denominator) filter (where back = 0) as denominator,
        max(denominator_before) filter (where back = 0) as denominator_before,
        bool_or(is_small_sample or was_small_sample) filter (where back = 0) as is_small_sample,
        median(abs(change)) filter (where back > 0 and is_next) as usual_change,
        count(change) filter (where back > 0 and is_next) as compared_weeks
    from stepped
    group by all

),

judged as (

    select
        summed.*,
        catalogue.* exclude (indicator_code),
        (value + previous_value) / 2 / catalogue.scale as share,
        case
            when is_count then sqrt(cases + 1)
            when is_density then catalogue.scale * sqrt(cases + 1) / nullif(denominator, 0)
            when is_share
                then catalogue.scale * sqrt(
                    greatest(share * (1 - share), 0.5 / (denominator + denominator_before + 1))
                    * (1 / nullif(denominator, 0) + 1 / nullif(denominator_before, 0))
                )
            else 0
        end as chance_change
    from summed
    inner join catalogue
        on summed.indicator_code = catalogue.indicator_code
    where change is not null

)

select
    *,
    greatest(usual_change, chance_change, power(10, -decimals)) as expected_change,
    abs(change) / greatest(usual_change, chance_change, power(10, -decimals)) as times_usual
from judged
where compared_weeks >= 4
    and not coalesce(is_small_sample, false)
