with

calendar as (

    select unnest(
        generate_series(
            {# The oldest date that a load takes: an event without a day would be lost. #}
            date '1900-01-01',
            make_date(year({{ as_of() }}) + 2, 12, 31),
            interval 1 day
        )
    )::date as date

),

exceptions as (

    select * from {{ ref('calendar_exceptions') }}
    {# A site outside China counts weekends only. #}
    where {{ 'true' if site('calendar') == 'cn' else 'false' }}

),

judged as (

    select
        calendar.date,
        coalesce(exceptions.is_workday, isodow(calendar.date) <= 5) as is_workday,
        case
            when exceptions.kind is not null then exceptions.kind
            when isodow(calendar.date) <= 5 then 'workday'
            else 'weekend'
        end as day_kind,
        exceptions.name as holiday_name,
        coalesce(exceptions.is_provisional, false) as is_provisional
    from calendar
    left join exceptions
        on calendar.date = exceptions.date

),

counted as (

    select
        date,
        is_workday,
        day_kind,
        holiday_name,
        is_provisional,
        isoyear(date)::integer as iso_year,
        week(date)::integer as iso_week,
        date_trunc('week', date)::date as week_start,
        date_trunc('month', date)::date as month_start,
        date_trunc('quarter', date)::date as quarter_start,
        date_trunc('year', date)::date as year_start,
        sum(case when is_workday then {{ office_day_seconds() }} else 0 end)
            over (order by date)::bigint as working_seconds_after
    from judged

)

select
    *,
    working_seconds_after
        - case when is_workday then {{ office_day_seconds() }} else 0 end as working_seconds_before
from counted
