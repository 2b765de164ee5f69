{{ config(materialized='table') }}

{%- set told_as = [('now', ''), ('before', 'previous_'), ('last_year', 'last_year_')] %}
{# Values next to those of the period before and of a year before, kept in the order in which a
   report reads them: all indicators of a place in a period lie together. Without it a report would
   look through all values of the warehouse three times. #}
with

lines as (

    select distinct
        report_lines.indicator_code,
        kinds.period_type
    from {{ ref('report_lines') }} as report_lines
    inner join {{ ref('int_report_kinds') }} as kinds
        on report_lines.report = kinds.report

),

kept as (

    select
        indicator_values.*,
        late.remark is null
        and {{ has_begun('measures.aggregation') }} as is_whole
    from {{ ref('indicator_values') }} as indicator_values
    inner join lines
        on indicator_values.indicator_code = lines.indicator_code
        and indicator_values.period_type = lines.period_type
    inner join {{ ref('dim_areas') }} as areas
        on indicator_values.area_code = areas.area_code
    inner join {{ ref('periods') }} as periods
        on indicator_values.period_type = periods.period_type
        and indicator_values.period_start = periods.period_start
    inner join {{ ref('indicators') }} as catalogue
        on indicator_values.indicator_code = catalogue.indicator_code
    left join {{ ref('measures') }} as measures
        on catalogue.numerator_measure = measures.measure_code
    cross join {{ ref('mart_report_history') }} as history
    left join {{ ref('int_report_late_feeds') }} as late
        on indicator_values.indicator_code = late.indicator_code
        and indicator_values.period_type = late.period_type
        and indicator_values.period_start = late.period_start
    where areas.level != 'grid'

),

{# What has no value now may have had one before, so each value is told to three periods. A period
   whose data are not all in, or that lies before the platform began, is compared with nothing. #}
told as (

    select
        kept.*,
        kept.period_start as told_to,
        'now' as as_what
    from kept

    union all

    select
        kept.*,
        periods.period_start as told_to,
        'before' as as_what
    from kept
    inner join {{ ref('periods') }} as periods
        on kept.period_type = periods.period_type
        and kept.period_start = periods.previous_start
    where kept.is_whole

    union all

    select
        kept.*,
        periods.period_start as told_to,
        'last_year' as as_what
    from kept
    inner join {{ ref('periods') }} as periods
        on kept.period_type = periods.period_type
        and kept.period_start = periods.last_year_start
    where kept.is_whole

)

select
    indicator_code,
    area_code,
    period_type,
    told_to as period_start,
    {%- for as_what, prefix in told_as %}
    {%- for number in ['numerator', 'denominator', 'value'] %}
    any_value({{ number }}) filter (where as_what = '{{ as_what }}')
        as {{ prefix }}{{ number }},
    {%- endfor %}
    {%- endfor %}
    coalesce(bool_or(is_small_sample) filter (where as_what = 'now'), false) as is_small_sample,
    coalesce(bool_or(is_over_100) filter (where as_what = 'now'), false) as is_over_100
from told
group by indicator_code, area_code, period_type, told_to
order by period_type, period_start, area_code, indicator_code
