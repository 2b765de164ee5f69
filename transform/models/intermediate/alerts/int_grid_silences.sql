{# 静默: a grid that reported nothing for so long that by its own habit it would have had 7 reports
   by now; a grid whose reports come by chance at that rate is silent so long less than once in a
   thousand times (exp(-7)). The habit is that of the 180 days before its last report, or of the
   time since its first one; less than 30 days or 6 reports are no habit. #}
{%- set habit_days = 180 %}
{%- set least_expected = 7 %}
with

grids as (

    select * from {{ ref('dim_areas') }}
    where level = 'grid'
        and is_current

),

reported as (

    select
        events.area_code,
        events.reported_at,
        max(events.reported_at) over (partition by events.area_code) as last_reported_at
    from {{ ref('fct_events') }} as events
    inner join grids
        on events.area_code = grids.area_code

),

habits as (

    select
        area_code,
        last_reported_at,
        count(*) as report_count,
        least(
            {{ habit_days }},
            date_diff('second', min(reported_at), last_reported_at) / 86400.0
        ) as habit_days
    from reported
    where reported_at >= last_reported_at - interval {{ habit_days }} day
    group by area_code, last_reported_at

),

judged as (

    select
        *,
        date_diff('second', last_reported_at, {{ as_of() }}) / 86400.0 as silent_days,
        {# The first report of the stretch opens it and is no wait. #}
        (report_count - 1) / nullif(habit_days, 0) as reports_a_day
    from habits

)

select
    grids.area_code,
    judged.last_reported_at,
    judged.silent_days,
    judged.reports_a_day,
    judged.reports_a_day * judged.silent_days as expected_count,
    {# When the silence became one. #}
    date_trunc(
        'second',
        judged.last_reported_at
        + to_seconds(86400 * greatest(7, {{ least_expected }} / judged.reports_a_day))
    ) as silent_since,
    grids.source_feed,
    grids.source_file,
    grids.source_row
from judged
inner join grids
    on judged.area_code = grids.area_code
where judged.report_count >= 6
    and judged.habit_days >= 30
    and judged.silent_days >= 7
    and judged.reports_a_day * judged.silent_days >= {{ least_expected }}
