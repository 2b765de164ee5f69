{# The daily series that have a normal: flows and shares of streets and above, on calendar days and
   on the 24-hour windows that end at the data cut. Stocks and order statistics have none here.

   Days are compared with days of their class only: Monday to Friday each with itself, Saturdays,
   Sundays together with holidays, and the working weekends (调休) among themselves. #}
with

catalogue as (

    select
        indicators.indicator_code,
        case when indicators.denominator_measure is null then 'count' else 'share' end as kind,
        indicators.scale
    from {{ ref('indicators') }} as indicators
    inner join {{ ref('measures') }} as measures
        on indicators.numerator_measure = measures.measure_code
    where indicators.status = 'computed'
        and measures.aggregation = 'sum'
        {# What is done later still counts for its day: yesterday always looks worse. #}
        and not coalesce(measures.matures, false)
        and (indicators.denominator_measure is null or indicators.unit = '%')

),

dates as (

    select
        date,
        case
            when is_workday and isodow(date) <= 5 then isodow(date)
            when is_workday then 8
            when isodow(date) = 6 and day_kind != 'holiday' then 6
            else 7
        end as day_class
    from {{ ref('dim_dates') }}

),

days as (

    select
        readings.indicator_code,
        readings.area_code,
        readings.period_type,
        readings.period_start,
        catalogue.kind,
        catalogue.scale,
        dates.day_class,
        readings.numerator,
        readings.denominator,
        readings.value,
        min(readings.period_start) filter (where readings.numerator > 0) over (
            partition by readings.indicator_code, readings.area_code, readings.period_type
        ) as first_day
    from {{ ref('indicator_values') }} as readings
    inner join catalogue
        on readings.indicator_code = catalogue.indicator_code
    inner join {{ ref('dim_areas') }} as areas
        on readings.area_code = areas.area_code
    inner join dates
        on readings.period_start = dates.date
    where areas.level_rank <= {{ level_rank("'street'") }}
        and readings.period_type in ('day', 'last24h')
        {# A day that is still running is no day yet. #}
        and (readings.period_type != 'day' or readings.period_start < {{ as_of() }}::date)

)

{# Before its first entry a feed was not there: that is no day of zero. #}
select * exclude (first_day)
from days
where period_start >= first_day
