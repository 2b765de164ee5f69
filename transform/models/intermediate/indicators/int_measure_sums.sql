{# `sum`: the entries of the period. Only what is there; a missing row is 0. #}
with

days as (

    select * from {{ ref('int_measure_days') }}

),

calendar as (

    select
        days.*,
        dates.week_start,
        dates.month_start,
        dates.quarter_start,
        dates.year_start
    from days
    inner join {{ ref('dim_dates') }} as dates
        on days.day = dates.date
    where days.clock = 'calendar'

),

{%- set kinds = [
    ('day', 'day'), ('week', 'week_start'), ('month', 'month_start'),
    ('quarter', 'quarter_start'), ('year', 'year_start'),
] %}

summed as (

    {%- for kind, start in kinds %}
    select
        measure_code,
        area_code,
        '{{ kind }}' as period_type,
        {{ start }} as period_start,
        sum(value) as value,
        sum(entries)::bigint as entries
    from calendar
    {%- if kind == 'day' %}
    where level != 'grid'
    {%- endif %}
    group by all

    union all
    {% endfor %}
    {%- for name, days, count in trailing_windows() %}
    select
        days.measure_code,
        days.area_code,
        '{{ name }}' as period_type,
        (days.day + windows.ahead::integer)::date as period_start,
        sum(days.value) as value,
        sum(days.entries)::bigint as entries
    from days
    cross join range({{ days }}) as windows (ahead)
    where days.clock = 'trailing'
        and days.level != 'grid'
    group by all
    {%- if not loop.last %}

    union all
    {% endif %}
    {%- endfor %}

)

select summed.*
from summed
semi join {{ ref('periods') }} as periods
    on summed.period_type = periods.period_type
    and summed.period_start = periods.period_start
