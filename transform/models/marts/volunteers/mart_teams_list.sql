with

{# The trailing window of the measure teams_active. #}
activities as (

    select
        team_id,
        max(started_at) as last_activity_at,
        count(*) filter (where started_at >= {{ as_of() }} - interval 90 day) as attendances_90d,
        sum(hours) filter (where started_at >= {{ as_of() }} - interval 90 day) as hours_90d,
        count(distinct volunteer_key)
            filter (where started_at >= {{ as_of() }} - interval 90 day) as volunteers_90d,
        sum(hours) filter (where started_at >= {{ as_of() }} - interval 365 day) as hours_365d
    from {{ ref('fct_service_records') }}
    group by all

),

records as (

    select
        teams.team_id as record_id,
        coalesce(teams.kind, '其他') || '志愿服务队' as title,
        teams.area_code,
        teams.kind,
        null::varchar as channel,
        case
            when teams.dissolved_on is not null then '已解散'
            when activities.attendances_90d > 0 then '活跃'
            else '90 日无活动'
        end as state,
        null::varchar as department_code,
        null::varchar as department_name,
        teams.founded_on as opened_at,
        teams.dissolved_on as closed_at,
        null::timestamp as due_at,
        teams.dissolved_on is null as is_open,
        null::varchar as words,
        activities.last_activity_at,
        coalesce(activities.attendances_90d, 0) as attendances_90d,
        coalesce(activities.hours_90d, 0) as hours_90d,
        {# People are counted from five on. #}
        case
            when coalesce(activities.volunteers_90d, 0) = 0 then 0
            when activities.volunteers_90d >= 5 then activities.volunteers_90d
        end as volunteers_90d,
        coalesce(activities.volunteers_90d between 1 and 4, false) as is_few,
        coalesce(activities.hours_365d, 0) as hours_365d,
        date_diff(
            'day', coalesce(activities.last_activity_at, teams.founded_on::timestamp), {{ as_of() }}
        ) as idle_days,
        teams.source_feed,
        teams.source_file,
        teams.source_row
    from {{ ref('fct_teams') }} as teams
    left join activities
        on teams.team_id = activities.team_id

),

{{ record_list(
    'records',
    extras=[
        'last_activity_at', 'attendances_90d', 'hours_90d', 'volunteers_90d', 'is_few',
        'hours_365d', 'idle_days',
    ],
    first=['idle_days desc'],
) }}
