{# Every period that an indicator can have a value for, from the first entry of the ledger (or
   `history_years` back) to the data cut. Calendar periods start at midnight, trailing windows
   end at the data cut; both are half-open: start_at <= moment < end_at. #}
with

ledger as (

    select * from {{ ref('ledger_entries') }}

),

measures as (

    select * from {{ ref('measures') }}

),

span as (

    {# Registers reach back further than what happens: they do not begin the history. Before the
       first feed there is only the day of the cut. #}
    select
        greatest(
            coalesce(min(ledger.entry_date), ({{ as_of() }} - interval 1 microsecond)::date),
            date_trunc('year', {{ as_of() }}) - interval {{ var('history_years') }} year
        )::date as first_date,
        ({{ as_of() }} - interval 1 microsecond)::date as last_date
    from ledger
    inner join measures
        on ledger.measure_code = measures.measure_code
    where measures.aggregation = 'sum'

),

days as (

    select
        dates.*,
        make_date(year(dates.date), if(month(dates.date) <= 6, 1, 7), 1) as half_start
    from {{ ref('dim_dates') }} as dates
    inner join span
        on dates.date between span.first_date and span.last_date

),

{%- set kinds = [
    ('day', 'date', '1 day', "strftime(date, '%Y-%m-%d')"),
    ('week', 'week_start', '7 day', "iso_year || '-W' || lpad(iso_week::varchar, 2, '0')"),
    ('month', 'month_start', '1 month', "strftime(month_start, '%Y-%m')"),
    ('quarter', 'quarter_start', '3 month',
        "year(quarter_start) || '-Q' || quarter(quarter_start)"),
    ('half', 'half_start', '6 month', "year(half_start) || '-H' || if(month(half_start) = 1, 1, 2)"),
    ('year', 'year_start', '1 year', "strftime(year_start, '%Y')"),
] %}

calendar_periods as (

    {%- for kind, start, length, label in kinds %}
    select distinct
        '{{ kind }}' as period_type,
        {{ start }} as period_start,
        {{ start }}::timestamp as start_at,
        {{ start }} + interval {{ length }} as end_at,
        {{ label }} as label,
        {# 环比: the period before; 同比: the same period a year before, weeks by 52 weeks. #}
        ({{ start }} - interval {{ length }})::date as previous_start,
        ({{ start }} - interval {{ '364 day' if kind == 'week' else '1 year' }})::date
            as last_year_start
    from days
    {%- if not loop.last %}

    union all
    {% endif %}
    {%- endfor %}

),

trailing_periods as (

    {# Named by the day on which they end; compared with the window before and, a year back, with
       nothing. #}
    {%- for name, days, count in trailing_windows() %}
    select
        '{{ name }}' as period_type,
        (span.last_date - windows.back::integer)::date as period_start,
        {{ as_of() }} - to_days((windows.back + {{ days }})::integer) as start_at,
        {{ as_of() }} - to_days(windows.back::integer) as end_at,
        '近 {{ '24 小时' if days == 1 else '7 日' }}，至 '
            || strftime({{ as_of() }} - to_days(windows.back::integer), '%m-%d %H:%M') as label,
        (span.last_date - windows.back::integer - {{ days }})::date as previous_start,
        null::date as last_year_start
    from span
    cross join range({{ count }}) as windows (back)
    {%- if not loop.last %}

    union all
    {% endif %}
    {%- endfor %}

),

united as (

    select * from calendar_periods
    union all
    select * from trailing_periods

)

select
    row_number() over (order by period_type, period_start)::integer as period_id,
    period_type,
    period_start,
    (end_at - interval 1 microsecond)::date as period_end,
    start_at,
    end_at,
    {# Stocks are taken at the end of the period, of a period that is still running at the cut. #}
    least(end_at, {{ as_of() }}) as counted_until,
    {# A grid has one event in three days and a community hardly reads a day of last year: their
       days are in the event lists. Weeks and longer are kept for every place, half years for those
       that have reports. #}
    case
        when period_type in ('week', 'month', 'quarter', 'year') then {{ level_rank("'grid'") }}
        when period_type = 'half' or end_at >= {{ as_of() }} - interval 100 day
            then {{ level_rank("'community'") }}
        else {{ level_rank("'street'") }}
    end as finest_level_rank,
    label,
    end_at <= {{ as_of() }} as is_complete,
    previous_start,
    last_year_start
from united
