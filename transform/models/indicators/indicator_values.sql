{# The one place where a value is made: scale * numerator / denominator, for every indicator of
   the catalogue that has a feed. Nothing downstream computes a rate. #}
with

catalogue as (

    select
        *,
        string_split(levels, ' ') as level_letters,
        list_contains(string_split(periods, ' '), 'W') as is_trailing,
        string_split(periods, ' ') as period_letters
    from {{ ref('indicators') }}
    where status = 'computed'

),

area_periods as (

    select
        *,
        case level
            when 'community' then 'V'
            when 'province' then 'C'
            else upper(left(level, 1))
        end as level_letter,
        case when period_type in ('last24h', 'last7d') then 'W'
            else upper(left(period_type, 1))
        end as period_letter
    from {{ ref('int_area_periods') }}

),

measured as (

    select
        measure_values.*,
        area_periods.level_letter,
        area_periods.period_letter
    from {{ ref('measure_values') }} as measure_values
    inner join area_periods
        using (area_code, period_type, period_start)

),

{# A count has a value wherever it is kept: no entries are 0 entries, but only at places that
   are on the map of this measure at all. #}
counted as (

    select
        catalogue.indicator_code,
        area_periods.area_code,
        area_periods.period_type,
        area_periods.period_start,
        coalesce(measured.value, 0) as numerator,
        null::double as denominator,
        coalesce(measured.value, 0) * catalogue.scale as value,
        coalesce(measured.entries, 0) as sample
    from catalogue
    inner join {{ ref('measures') }} as measures
        on catalogue.numerator_measure = measures.measure_code
    inner join area_periods
        on list_contains(catalogue.level_letters, area_periods.level_letter)
        and list_contains(catalogue.period_letters, area_periods.period_letter)
    left join measured
        on catalogue.numerator_measure = measured.measure_code
        and area_periods.area_code = measured.area_code
        and area_periods.period_type = measured.period_type
        and area_periods.period_start = measured.period_start
    where catalogue.denominator_measure is null
        and measures.aggregation in ('sum', 'balance')
        {# A feed that never came gives no value, not 0. #}
        and exists (
            select 1 from {{ ref('measure_values') }} as any_value
            where any_value.measure_code = catalogue.numerator_measure
        )

),

{# Order statistics: the value is the statistic, the numerator the entries it is taken from. #}
ordered as (

    select
        catalogue.indicator_code,
        measured.area_code,
        measured.period_type,
        measured.period_start,
        measured.entries::double as numerator,
        null::double as denominator,
        measured.value * catalogue.scale as value,
        measured.entries as sample
    from catalogue
    inner join {{ ref('measures') }} as measures
        on catalogue.numerator_measure = measures.measure_code
    inner join measured
        on catalogue.numerator_measure = measured.measure_code
        and list_contains(catalogue.level_letters, measured.level_letter)
        and list_contains(catalogue.period_letters, measured.period_letter)
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
        catalogue.indicator_code,
        below.area_code,
        below.period_type,
        below.period_start,
        coalesce(above.value, 0) as numerator,
        below.value as denominator,
        coalesce(above.value, 0) * catalogue.scale / below.value as value,
        below.entries as sample
    from catalogue
    inner join measured as below
        on catalogue.denominator_measure = below.measure_code
        and list_contains(catalogue.level_letters, below.level_letter)
        and list_contains(catalogue.period_letters, below.period_letter)
    left join {{ ref('measure_values') }} as above
        on catalogue.numerator_measure = above.measure_code
        and below.area_code = above.area_code
        and below.period_type = above.period_type
        and below.period_start = above.period_start
    left join known
        on catalogue.numerator_measure = known.measure_code
        and below.period_type = known.period_type
    where below.value > 0
        {# People are always there. What is not kept by the week comes in monthly reports: before
           the first and after the last of them it is unknown, not 0 per head. #}
        and (
            catalogue.denominator_measure not like 'population%'
            or catalogue.is_trailing
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
