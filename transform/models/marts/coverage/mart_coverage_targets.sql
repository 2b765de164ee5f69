select
    items.indicator_code,
    readings.area_code,
    readings.period_type,
    readings.period_start,
    periods.period_end,
    items.name_zh,
    items.short_name,
    items.theme,
    items.unit_noun,
    items.sort_order,
    readings.numerator::bigint as covered,
    readings.denominator::bigint as units,
    (readings.denominator - readings.numerator)::bigint as lacking,
    readings.value,
    readings.previous_value,
    readings.target,
    targets.target_basis,
    {# How many more units must be covered to reach the target. #}
    case when readings.target is not null
        then greatest(
            ceil(round(readings.target / 100 * readings.denominator, 6)) - readings.numerator, 0
        )
    end::bigint as short_of_target,
    readings.status
from {{ ref('indicator_readings') }} as readings
inner join {{ ref('mart_coverage_items') }} as items
    on readings.indicator_code = items.indicator_code
inner join {{ ref('periods') }} as periods
    on readings.period_type = periods.period_type
    and readings.period_start = periods.period_start
left join {{ ref('indicator_targets') }} as targets
    on readings.indicator_code = targets.indicator_code
    and readings.area_code = targets.area_code
where readings.period_type in ('month', 'quarter', 'year')
    and readings.denominator > 0
order by readings.area_code, items.sort_order, readings.period_type, readings.period_start
