with

records as (

    select
        actions.action_id as record_id,
        coalesce(actions.title, actions.action_id) as title,
        actions.area_code,
        '推进会议定事项' as kind,
        null::varchar as channel,
        case actions.status
            when 'done' then '已办结'
            when 'overdue' then '逾期'
            when 'due_soon' then '临期'
            else '推进中'
        end as state,
        {# Where no department is named, the place itself must act. #}
        coalesce(actions.department_code, actions.area_code) as department_code,
        case when actions.department_code is null then areas.area_name end as department_name,
        actions.meeting_on as opened_at,
        {{ end_of_day('actions.done_on') }} as closed_at,
        {{ end_of_day('actions.due_on') }} as due_at,
        actions.done_on is null as is_open,
        null::varchar as words,
        actions.meeting_on,
        actions.due_on,
        actions.done_on,
        actions.source_feed,
        actions.source_file,
        actions.source_row
    from {{ ref('fct_meeting_actions') }} as actions
    left join {{ ref('dim_areas') }} as areas
        on actions.area_code = areas.area_code

),

{# As fct_meeting_actions has it: due within 7 days is soon. #}
{{ record_list(
    'records', extras=['meeting_on', 'due_on', 'done_on'], soon=as_of() ~ '::date + 8'
) }}
