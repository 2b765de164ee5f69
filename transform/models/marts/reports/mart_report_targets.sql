{# How far the targets are reached: those that a document states and the reference ones. Every
   target has a row in every period, with or without a value. #}
with

periods as (

    select * from {{ ref('periods') }}
    where period_type in ('quarter', 'half', 'year')

)

select
    targets.area_code,
    periods.period_type,
    periods.period_start,
    periods.label as period_label,
    targets.indicator_code,
    catalogue.name_zh as indicator_name,
    catalogue.unit,
    catalogue.better,
    catalogue.governance,
    targets.target,
    targets.target_basis,
    targets.target_basis not like '参考值%' as is_documented,
    readings.numerator,
    readings.denominator,
    readings.value,
    case
        when readings.value is null then null
        when catalogue.better = 'lower' then readings.value <= targets.target
        else readings.value >= targets.target
    end as is_reached,
    {# How many more units must be covered to reach the target of a share. #}
    case
        when catalogue.unit = '%' and catalogue.better = 'higher' and readings.denominator > 0
            then greatest(
                ceil(round(targets.target / 100 * readings.denominator, 6)) - readings.numerator, 0
            )
    end::bigint as short_count
from {{ ref('indicator_targets') }} as targets
inner join {{ ref('indicators') }} as catalogue
    on targets.indicator_code = catalogue.indicator_code
inner join {{ ref('dim_areas') }} as areas
    on targets.area_code = areas.area_code
cross join periods
left join {{ ref('indicator_values') }} as readings
    on targets.indicator_code = readings.indicator_code
    and targets.area_code = readings.area_code
    and periods.period_type = readings.period_type
    and periods.period_start = readings.period_start
where areas.level != 'grid'
    and targets.target is not null
