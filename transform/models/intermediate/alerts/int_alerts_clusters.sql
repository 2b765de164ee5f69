{# 聚集: one class of matters in one community, more often in 7 days than in 95 % of its own 7-day
   windows of the half year before, at least 5 times, and beyond three standard deviations of a
   Poisson count with its usual number: among some hundreds of communities and classes, chance
   alone takes one in twenty beyond the 95 %.
   严重 when more than three times the usual number and at least 10. #}
with

events as (

    select * from {{ ref('int_alerts_class_events') }}

),

weekly as (

    select
        community_code,
        class_name,
        back,
        count(*) as event_count
    from events
    group by all

),

{# Weeks without any such event count as 0, in the 26 weeks before this one. #}
histories as (

    select
        community_code,
        class_name,
        list_resize(list(event_count) filter (where back between 1 and 26), 26, 0) as weeks
    from weekly
    group by all

),

{# The commonest matter of the class, and how common it is. #}
first_matters as (

    select
        community_code,
        class_name,
        arg_max(matter_name, (matter_count, matter_name)) as first_matter,
        max(matter_count) as first_count
    from (
        select
            community_code,
            class_name,
            matter_name,
            count(*) as matter_count
        from events
        where back = 0
        group by all
    ) as matter_counts
    group by all

),

current_week as (

    select
        community_code,
        class_name,
        count(*) as event_count,
        count(*) filter (where is_open) as open_count,
        mode(department_code order by department_code) as department_code,
        median(lon) as lon,
        median(lat) as lat,
        list_sort(list(reported_at)) as moments
    from events
    where back = 0
    group by all

),

judged as (

    select
        current_week.*,
        {# One matter that makes up most of it says more than its class. #}
        case when first_matters.first_count * 2 > current_week.event_count
            then first_matters.first_matter
        end as first_matter,
        list_aggregate(histories.weeks, 'quantile_cont', 0.95) as high_count,
        list_aggregate(histories.weeks, 'median') as usual_count
    from current_week
    inner join histories
        using (community_code, class_name)
    inner join first_matters
        using (community_code, class_name)

)

select
    'cluster' as kind,
    case when event_count > 3 * usual_count and event_count >= 10 then 'severe' else 'watch' end
        as status,
    community_code || '@' || class_name as subject_key,
    coalesce(first_matter, class_name) as subject,
    community_code as area_code,
    department_code,
    null::varchar as event_id,
    null::varchar as petition_id,
    event_count,
    usual_count::double as usual_count,
    null::double as hours,
    {{ as_of() }} - interval 7 day as since_at,
    case when open_count > 0 then '在办 ' || open_count || ' 件' else '均已办结' end as last_action,
    lon,
    lat,
    {# The report with which the rule was met. #}
    moments[greatest(
        5, floor(high_count)::bigint + 1,
        floor(usual_count + 3 * sqrt(greatest(usual_count, 1)))::bigint + 1
    )] as met_at
from judged
where event_count >= 5
    and event_count > high_count
    and event_count > usual_count + 3 * sqrt(greatest(usual_count, 1))
