with

events as (

    select
        events.*,
        stages.* exclude (event_id, accepted_at, filed_at, dispatched_at, signed_at,
            handled_at, checked_at, closed_at, department_code, rework_count, level),
        coalesce(stages.accepted_at, events.accepted_at) as first_accepted_at,
        stages.filed_at as first_filed_at,
        stages.dispatched_at as first_dispatched_at,
        stages.signed_at as first_signed_at,
        stages.handled_at as done_handling_at,
        stages.checked_at as passed_check_at,
        stages.closed_at as done_closing_at,
        coalesce(stages.department_code, events.department_code) as responsible_code,
        greatest(stages.rework_count, coalesce(events.rework_count, 0)) as reworks,
        stages.level as current_level,
        deadlines.filing_due_at,
        deadlines.handling_due_at,
        deadlines.closing_due_at,
        areas.community_code
    from {{ ref('stg_grid__events') }} as events
    inner join {{ ref('int_event_stages') }} as stages
        on events.event_id = stages.event_id
    inner join {{ ref('int_event_deadlines') }} as deadlines
        on events.event_id = deadlines.event_id
    left join {{ ref('dim_areas') }} as areas
        on events.area_code = areas.area_code

),

said as (

    select
        *,
        {# Past its deadline, and its source, which keeps no closing time, says that it was on
           time: then it was done, only nobody noted when. #}
        coalesce(
            is_derived and stated_on_time and stage not in ('closed', 'dropped')
            and closing_due_at < {{ as_of() }}, false
        ) as is_said_done
    from events

),

judged as (

    select
        *,
        stage not in ('closed', 'dropped') and not is_said_done as is_open,
        stage = 'dropped'
        or ((is_suspended or is_said_done) and done_handling_at is null) as is_not_due,
        {{ settled_at('done_handling_at', 'handling_due_at') }} as handling_settled,
        {{ settled_at('done_closing_at', 'closing_due_at') }} as closing_settled,
        lag(reported_at) over (
            partition by area_code, matter_code order by reported_at, event_id
        ) as same_before_at,
        coalesce(source in ('citizen', 'hotline'), false) as is_appeal,
        lag(reported_at) over (
            partition by area_code, matter_code, coalesce(source in ('citizen', 'hotline'), false)
            order by reported_at, event_id
        ) as same_kind_before_at
    from said

),

settled as (

    select
        *,
        case when not is_not_due then handling_settled end as handling_settled_at,
        case when stage != 'dropped' and not is_suspended then closing_settled end
            as closing_settled_at,
        is_open and not is_suspended and closing_due_at < {{ as_of() }} as is_overdue
    from judged

)

select

    ---------- ids
    settled.event_id,
    settled.area_code,
    settled.community_code,
    settled.matter_code,
    settled.responsible_code as department_code,
    settled.first_department_code,

    ---------- strings
    settled.source,
    settled.terminal,
    settled.title,
    coalesce(settled.urgency, 'normal') as urgency,
    settled.current_level as level,
    coalesce(settled.handled_level, settled.closed_level, settled.settled_level) as settled_level,
    settled.last_state as state,
    settled.stage,

    ---------- numbers
    settled.lon,
    settled.lat,
    settled.suspended_seconds,
    settled.returned_count,
    settled.reworks as rework_count,
    case when settled.is_overdue
        then date_diff('second', settled.closing_due_at, {{ as_of() }}) / 3600.0
    end as overdue_hours,
    case when settled.is_open and not settled.is_suspended and not settled.is_overdue
        then date_diff('second', {{ as_of() }}, settled.closing_due_at) / 3600.0
    end as hours_left,
    case
        when settled.is_by_day then null
        when settled.done_handling_at >= settled.first_dispatched_at
            then greatest(
                {{ working_clock('settled.done_handling_at', 'handled_days') }}
                - {{ working_clock('settled.first_dispatched_at', 'dispatched_days') }}
                - settled.handling_suspended_seconds, 0
            ) / 3600.0
    end as handling_hours,

    ---------- booleans
    settled.is_valid_report,
    settled.is_open,
    settled.is_suspended,
    settled.is_extended,
    settled.is_first_dispatch_returned,
    settled.is_overdue,
    settled.is_derived,
    coalesce(settled.is_by_day, false) as is_by_day,
    settled.stated_on_time,
    settled.first_filed_at <= settled.filing_due_at as is_filed_on_time,
    case when settled.handling_settled_at is not null
        then coalesce(settled.done_handling_at <= settled.handling_due_at, false)
    end as is_handled_on_time,
    case when settled.closing_settled_at is not null
        then settled.is_said_done
            or coalesce(settled.done_closing_at <= settled.closing_due_at, false)
    end as is_closed_on_time,
    coalesce(settled.same_before_at >= settled.reported_at - interval 90 day, false) as is_repeat,
    settled.is_appeal,
    settled.is_appeal and coalesce(
        settled.same_kind_before_at >= settled.reported_at - interval 90 day, false
    ) as is_repeat_appeal,

    ---------- timestamps (local wall time)
    settled.reported_at,
    settled.first_accepted_at as accepted_at,
    settled.first_filed_at as filed_at,
    settled.first_dispatched_at as dispatched_at,
    settled.first_signed_at as signed_at,
    settled.done_handling_at as handled_at,
    settled.passed_check_at as checked_at,
    settled.done_closing_at as closed_at,
    settled.dropped_at,
    settled.filing_due_at,
    settled.handling_due_at,
    settled.closing_due_at,
    case when settled.is_open then settled.closing_due_at end as open_due_at,
    case when settled.is_overdue then settled.closing_due_at end as overdue_since,
    settled.handling_settled_at,
    settled.closing_settled_at,
    settled.last_step_at,

    ---------- origin
    settled.event_id as source_key,
    settled.source_feed,
    settled.source_file,
    settled.source_row

from settled
left join {{ ref('dim_dates') }} as dispatched_days
    on settled.first_dispatched_at::date = dispatched_days.date
left join {{ ref('dim_dates') }} as handled_days
    on settled.done_handling_at::date = handled_days.date
