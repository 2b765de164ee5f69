{{ config(materialized='view') }}

with

areas as (

    select * from {{ ref('dim_areas') }}
    where level != 'grid'

)

{# Every line for every place and period: what has no value is printed as a dash, not left out. #}
select
    lines.report,
    areas.area_code,
    areas.area_name,
    areas.level,
    areas.parent_code,
    periods.period_type,
    periods.period_start,
    periods.period_end,
    periods.label as period_label,
    periods.is_complete,
    periods.previous_start,
    periods.last_year_start,
    lines.line_no,
    lines.section,
    lines.indicator_code,
    catalogue.name_zh as indicator_name,
    catalogue.unit,
    catalogue.decimals,
    catalogue.better,
    above.name_zh as numerator_name,
    below.name_zh as denominator_name,
    scopes.level is not null as is_kept,
    counted.numerator,
    counted.denominator,
    counted.value,
    counted.previous_numerator,
    counted.previous_denominator,
    counted.previous_value,
    counted.last_year_numerator,
    counted.last_year_denominator,
    counted.last_year_value,
    {# None across a change of the place itself, as in indicator_readings. #}
    case
        when not coalesce(breaks.breaks_previous, false) then counted.value - counted.previous_value
    end as change,
    case
        when not coalesce(breaks.breaks_last_year, false)
            then counted.value - counted.last_year_value
    end as change_on_year,
    breaks.break_note,
    targets.target,
    targets.severe_line,
    {{ target_status('counted.value') }} as status,
    targets.target_basis,
    coalesce(counted.is_small_sample, false) as is_small_sample,
    coalesce(counted.is_over_100, false) as is_over_100,
    late.remark is not null as is_late,
    late.remark as late_note,
    {{ has_begun('above.aggregation') }} as is_begun,
    catalogue.definition,
    catalogue.pitfalls,
    catalogue.source as basis
from {{ ref('report_lines') }} as lines
inner join {{ ref('int_report_kinds') }} as kinds
    on lines.report = kinds.report
inner join {{ ref('indicators') }} as catalogue
    on lines.indicator_code = catalogue.indicator_code
cross join areas
cross join {{ ref('mart_report_history') }} as history
inner join {{ ref('periods') }} as periods
    on kinds.period_type = periods.period_type
left join {{ ref('int_indicator_scopes') }} as scopes
    on lines.indicator_code = scopes.indicator_code
    and kinds.period_type = scopes.period_type
    and areas.level = scopes.level
left join {{ ref('measures') }} as above
    on catalogue.numerator_measure = above.measure_code
left join {{ ref('measures') }} as below
    on catalogue.denominator_measure = below.measure_code
left join {{ ref('indicator_targets') }} as targets
    on lines.indicator_code = targets.indicator_code
    and areas.area_code = targets.area_code
left join {{ ref('int_report_values') }} as counted
    on periods.period_type = counted.period_type
    and periods.period_start = counted.period_start
    and areas.area_code = counted.area_code
    and lines.indicator_code = counted.indicator_code
left join {{ ref('int_area_breaks') }} as breaks
    on areas.area_code = breaks.area_code
    and periods.period_type = breaks.period_type
    and periods.period_start = breaks.period_start
left join {{ ref('int_report_late_feeds') }} as late
    on lines.indicator_code = late.indicator_code
    and periods.period_type = late.period_type
    and periods.period_start = late.period_start
