{# A value as it is read out: with the words of the catalogue, what it was before and a year ago,
   and how it stands against its target. #}
with

compared as (

    select
        current.*,
        periods.label,
        periods.period_end,
        periods.is_complete,
        before.value as previous_value,
        last_year.value as last_year_value,
        coalesce(breaks.breaks_previous, false) as breaks_previous,
        coalesce(breaks.breaks_last_year, false) as breaks_last_year,
        breaks.break_note
    from {{ ref('indicator_values') }} as current
    inner join {{ ref('periods') }} as periods
        on current.period_type = periods.period_type
        and current.period_start = periods.period_start
    left join {{ ref('indicator_values') }} as before
        on current.indicator_code = before.indicator_code
        and current.area_code = before.area_code
        and current.period_type = before.period_type
        and periods.previous_start = before.period_start
    left join {{ ref('indicator_values') }} as last_year
        on current.indicator_code = last_year.indicator_code
        and current.area_code = last_year.area_code
        and current.period_type = last_year.period_type
        and periods.last_year_start = last_year.period_start
    left join {{ ref('int_area_breaks') }} as breaks
        on current.area_code = breaks.area_code
        and current.period_type = breaks.period_type
        and current.period_start = breaks.period_start

)

select
    compared.indicator_code,
    catalogue.name_zh,
    catalogue.governance,
    compared.area_code,
    areas.area_name,
    areas.level,
    compared.period_type,
    compared.period_start,
    compared.period_end,
    compared.label,
    compared.is_complete,
    compared.numerator,
    compared.denominator,
    compared.value,
    catalogue.unit,
    catalogue.decimals,
    catalogue.better,
    compared.previous_value,
    compared.last_year_value,
    {# 百分点 for rates, the difference for the others; none across a change of the place itself. #}
    case when not compared.breaks_previous then compared.value - compared.previous_value end
        as change,
    case when not compared.breaks_last_year then compared.value - compared.last_year_value end
        as change_on_year,
    compared.break_note,
    targets.target,
    targets.severe_line,
    {{ target_status('compared.value') }} as status,
    compared.is_small_sample,
    compared.is_over_100
from compared
inner join {{ ref('indicators') }} as catalogue
    on compared.indicator_code = catalogue.indicator_code
inner join {{ ref('dim_areas') }} as areas
    on compared.area_code = areas.area_code
left join {{ ref('indicator_targets') }} as targets
    on compared.indicator_code = targets.indicator_code
    and compared.area_code = targets.area_code
