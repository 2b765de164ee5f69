{# All alerts in one shape. An item is overdue or due soon by its own clock; the others come from
   the models that judge them. #}
with

late as (

    select
        case when is_overdue then 'overdue_' else 'due_soon_' end || subject_code as alert_code,
        subject_id as subject_key,
        subject_id,
        null::varchar as status,
        title,
        area_code,
        department_code,
        last_action,
        limit_name,
        last_step_at,
        if(is_overdue, due_at, due_at - to_seconds(3600 * soon_hours)) as began_at,
        due_at,
        hours_over,
        due_at - began_at as time_given,
        {{ as_of() }} - began_at as time_used,
        null::bigint as event_count,
        null::double as usual_count,
        null::varchar as direction,
        lon,
        lat,
        source_feed,
        source_file,
        source_row
    from {{ ref('int_due_items') }}
    where hours_over >= -soon_hours

),

clusters as (

    select
        'cluster' as alert_code,
        subject_key,
        split_part(subject_key, '@', 2) as subject_id,
        status,
        subject as title,
        area_code,
        department_code,
        '近 7 日 ' || event_count || ' 件，平常 ' || usual_count::bigint || ' 件；' || last_action
            as last_action,
        met_at as began_at,
        event_count,
        usual_count,
        lon,
        lat
    from {{ ref('int_alerts_clusters') }}

),

repeats as (

    select
        'repeat_petition' as alert_code,
        alerts.subject_key,
        alerts.petition_id as subject_id,
        alerts.subject as title,
        alerts.area_code,
        alerts.department_code,
        '30 日内 ' || alerts.event_count || ' 次；' || alerts.last_action as last_action,
        alerts.since_at as last_step_at,
        alerts.since_at as began_at,
        alerts.event_count,
        petitions.source_feed,
        petitions.source_file,
        petitions.source_row
    from {{ ref('int_alerts_petitions') }} as alerts
    inner join {{ ref('fct_petitions') }} as petitions
        on alerts.petition_id = petitions.petition_id

),

silences as (

    select
        'silent_grid' as alert_code,
        area_code as subject_key,
        area_code as subject_id,
        '已 ' || floor(silent_days)::bigint || ' 天无上报' as title,
        area_code,
        '按平常应有约 ' || round(expected_count)::bigint || ' 件' as last_action,
        last_reported_at as last_step_at,
        silent_since as began_at,
        round(expected_count, 1) as usual_count,
        source_feed,
        source_file,
        source_row
    from {{ ref('int_grid_silences') }}

),

departures as (

    select
        'departure' as alert_code,
        alerts.subject_key,
        split_part(alerts.subject_key, '@', 1) as subject_id,
        alerts.subject || case alerts.direction when 'above' then '高于常态' else '低于常态' end
            as title,
        alerts.area_code,
        alerts.last_action,
        {{ as_of() }} - to_days(runs.window_count::integer) as began_at,
        runs.window_count as event_count,
        alerts.direction
    from {{ ref('int_alerts_departures') }} as alerts
    inner join {{ ref('int_departure_runs') }} as runs
        on alerts.subject_key = runs.indicator_code || '@' || runs.area_code

)

select * from late
union all by name
select * from clusters
union all by name
select * from repeats
union all by name
select * from silences
union all by name
select * from departures
