{# Which days make up a period: of the calendar, or of the 24-hour windows that end at the data
   cut. Sums over days and statistics over entries both go through here. #}
select
    periods.period_id,
    periods.period_type,
    periods.finest_level_rank,
    'calendar' as clock,
    dates.date as day
from {{ ref('periods') }} as periods
inner join {{ ref('dim_dates') }} as dates
    on dates.date between periods.period_start and periods.period_end
where periods.period_type in ('day', 'week', 'month', 'quarter', 'half', 'year')
{%- for name, days, count in trailing_windows() %}

union all

select
    periods.period_id,
    periods.period_type,
    periods.finest_level_rank,
    'trailing' as clock,
    (periods.period_start - windows.back::integer)::date as day
from {{ ref('periods') }} as periods
cross join range({{ days }}) as windows (back)
where periods.period_type = '{{ name }}'
{%- endfor %}
