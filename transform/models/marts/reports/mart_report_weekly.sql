{{ config(materialized='view') }}

with

lines as (

    select * from {{ ref('report_lines') }}
    where report = 'weekly'

),

areas as (

    select * from {{ ref('dim_areas') }}
    where level != 'grid'

),

weeks as (

    select * from {{ ref('periods') }}
    where period_type = 'week'

)

{# Every line for every place and week: what has no value is printed as a dash, not left out. #}
select
    areas.area_code,
    areas.area_name,
    areas.level,
    areas.parent_code,
    weeks.period_start,
    weeks.period_end,
    weeks.label as period_label,
    weeks.is_complete,
    lines.line_no,
    lines.section,
    lines.indicator_code,
    catalogue.name_zh as indicator_name,
    catalogue.unit,
    catalogue.decimals,
    catalogue.better,
    above.name_zh as numerator_name,
    below.name_zh as denominator_name,
    readings.numerator,
    readings.denominator,
    readings.value,
    before.value as previous_value,
    last_year.value as last_year_value,
    readings.value - before.value as change,
    readings.value - last_year.value as change_on_year,
    readings.target,
    coalesce(readings.status, 'none') as status,
    coalesce(readings.is_small_sample, false) as is_small_sample,
    coalesce(readings.is_over_100, false) as is_over_100,
    catalogue.definition,
    catalogue.pitfalls,
    catalogue.source as basis,
    targets.target_basis
from lines
inner join {{ ref('indicators') }} as catalogue
    on lines.indicator_code = catalogue.indicator_code
left join {{ ref('measures') }} as above
    on catalogue.numerator_measure = above.measure_code
left join {{ ref('measures') }} as below
    on catalogue.denominator_measure = below.measure_code
cross join areas
cross join weeks
left join {{ ref('indicator_targets') }} as targets
    on lines.indicator_code = targets.indicator_code
    and areas.area_code = targets.area_code
left join {{ ref('indicator_readings') }} as readings
    on lines.indicator_code = readings.indicator_code
    and areas.area_code = readings.area_code
    and weeks.period_type = readings.period_type
    and weeks.period_start = readings.period_start
left join {{ ref('indicator_values') }} as before
    on lines.indicator_code = before.indicator_code
    and areas.area_code = before.area_code
    and weeks.period_type = before.period_type
    and weeks.previous_start = before.period_start
left join {{ ref('indicator_values') }} as last_year
    on lines.indicator_code = last_year.indicator_code
    and areas.area_code = last_year.area_code
    and weeks.period_type = last_year.period_type
    and weeks.last_year_start = last_year.period_start
