{# The one place where a value is made: scale * numerator / denominator, for every indicator of
   the catalogue that has a feed. Nothing downstream computes a rate. #}
with

catalogue as (

    select
        *,
        list_contains(string_split(periods, ' '), 'W') as is_trailing
    from {{ ref('indicators') }}
    where status = 'computed'

),

scoped as (

    select
        catalogue.*,
        scopes.level,
        scopes.period_type
    from catalogue
    inner join {{ ref('int_indicator_scopes') }} as scopes
        on catalogue.indicator_code = scopes.indicator_code

),

measured as (

    select
        measure_values.*,
        area_periods.level
    from {{ ref('measure_values') }} as measure_values
    inner join {{ ref('int_area_periods') }} as area_periods
        using (area_code, period_type, period_start)

),

{# A count has a value wherever it is kept: no entries are 0 entries, but only at places that
   are on the map of this measure at all. #}
counted as (

    select
        scoped.indicator_code,
        area_periods.area_code,
        area_periods.period_type,
        area_periods.period_start,
        coalesce(measured.value, 0) as numerator,
        null::double as denominator,
        coalesce(measured.value, 0) * scoped.scale as value,
        coalesce(measured.entries, 0) as sample
    from scoped
    inner join {{ ref('measures') }} as measures
        on scoped.numerator_measure = measures.measure_code
    inner join {{ ref('int_area_periods') }} as area_periods
        on scoped.level = area_periods.level
        and scoped.period_type = area_periods.period_type
    left join {{ ref('measure_values') }} as measured
        on scoped.numerator_measure = measured.measure_code
        and area_periods.area_code = measured.area_code
        and area_periods.period_type = measured.period_type
        and area_periods.period_start = measured.period_start
    where scoped.denominator_measure is null
        and measures.aggregation in ('sum', 'balance')
        {# A feed that never came gives no value, not 0. #}
        and exists (
            select 1 from {{ ref('measure_values') }} as any_value
            where any_value.measure_code = scoped.numerator_measure
        )

),

{# Order statistics: the value is the statistic, the numerator the entries it is taken from. #}
ordered as (

    select
        scoped.indicator_code,
        measured.area_code,
        measured.period_type,
        measured.period_start,
        measured.entries::double as numerator,
        null::double as denominator,
        measured.value * scoped.scale as value,
        measured.entries as sample
    from scoped
    inner join {{ ref('measures') }} as measures
        on scoped.numerator_measure = measures.measure_code
    inner join measured
        on scoped.numerator_measure = measured.measure_code
        and scoped.level = measured.level
        and scoped.period_type = measured.period_type
    where measures.aggregation in ('median', 'p90')

),

{# From when to when a measure is known at all, by kind of period. #}
known as (

    select
        measure_code,
        period_type,
        min(period_start) as first_start,
        max(period_start) as last_start
    from {{ ref('measure_values') }}
    group by all

),

{# A zero denominator gives no value: there was nothing to be judged. #}
divided as (

    select
        scoped.indicator_code,
        below.area_code,
        below.period_type,
        below.period_start,
        coalesce(above.value, 0) as numerator,
        below.value as denominator,
        coalesce(above.value, 0) * scoped.scale / below.value as value,
        below.entries as sample
    from scoped
    inner join measured as below
        on scoped.denominator_measure = below.measure_code
        and scoped.level = below.level
        and scoped.period_type = below.period_type
    left join {{ ref('measure_values') }} as above
        on scoped.numerator_measure = above.measure_code
        and below.area_code = above.area_code
        and below.period_type = above.period_type
        and below.period_start = above.period_start
    left join known
        on scoped.numerator_measure = known.measure_code
        and below.period_type = known.period_type
    where below.value > 0
        {# People are always there. What is not kept by the week comes in monthly reports: before
           the first and after the last of them it is unknown, not 0 per head. #}
        and (
            scoped.denominator_measure not like 'population%'
            or scoped.is_trailing
            or below.period_start between known.first_start and known.last_start
        )

),

united as (

    select * from counted
    union all
    select * from ordered
    union all
    select * from divided

)

select
    united.indicator_code,
    united.area_code,
    united.period_type,
    united.period_start,
    united.numerator,
    united.denominator,
    united.value,
    catalogue.unit = '%' and united.value > 100 as is_over_100,
    catalogue.denominator_measure is not null
        and united.sample < coalesce(catalogue.minimum_sample, {{ site('minimum_sample') }})
        as is_small_sample
from united
inner join catalogue
    on united.indicator_code = catalogue.indicator_code
order by united.indicator_code, united.period_type, united.area_code, united.period_start
