with

petitions as (

    select * from {{ ref('fct_petitions') }}

),

{# Of an open petition the duty that is not done yet: they follow one another. #}
running as (

    select *
    from {{ ref('int_petition_clocks') }}
    where is_duty and done_at is null
    qualify row_number() over (partition by petition_id order by clock_order) = 1

),

hearings as (

    select
        petition_id,
        count(*) filter (where kind != 'leader_reception') as hearing_count,
        count(*) filter (where kind = 'leader_reception') as reception_count
    from {{ ref('fct_hearings') }}
    where petition_id is not null
    group by all

),

ratings as (

    select * from {{ ref('fct_petition_ratings') }}

),

timed as (

    select
        petitions.*,
        petitions.closed_at is null as is_open,
        coalesce(petitions.closed_at is null and running.due_at < {{ as_of() }}, false)
            as is_overdue,
        case when petitions.closed_at is null
            then date_diff('second', {{ as_of() }}, running.due_at) / 3600.0
        end as hours_to_limit,
        case when petitions.closed_at is null then running.clock end as clock,
        case when petitions.closed_at is null then running.began_at else petitions.accepted_at end
            as clock_began_at,
        case when petitions.closed_at is null then running.due_at else petitions.reply_due_at end
            as clock_due_at,
        case
            when petitions.closed_at is not null then '已办结'
            when petitions.replied_at is not null then '已答复'
            when petitions.accepted_at is not null then '办理中'
            when petitions.first_answer_at is not null then '已转办待受理'
            else '待受理'
        end as state,
        case petitions.channel
            when 'letter' then '信'
            when 'visit' then '访'
            when 'web' then '网'
            when 'phone' then '电'
        end as channel_name,
        case petitions.kind
            when 'suggestion' then '意见建议'
            when 'accusation' then '检举控告'
            when 'appeal' then '申诉求决'
        end as purpose,
        coalesce(nullif(trim(petitions.field), ''), '未分类') as field_name,
        petitions.leader_in_charge is not null as is_in_charge,
        petitions.channel = 'visit' and petitions.persons >= {{ site('group_visit_persons') }}
            as is_group_visit,
        coalesce(hearings.hearing_count, 0) as hearing_count,
        coalesce(hearings.reception_count, 0) as reception_count,
        case when ratings.is_satisfied then '满意' when not ratings.is_satisfied then '不满意' end
            as rating
    from petitions
    left join running
        on petitions.petition_id = running.petition_id
    left join hearings
        on petitions.petition_id = hearings.petition_id
    left join ratings
        on petitions.petition_id = ratings.petition_id

),

described as (

    select
        timed.*,
        areas.area_name,
        coalesce(areas.area_path, timed.area_code) as area_path,
        departments.department_name,
        case
            when not is_open and is_replied_on_time then 'closed_on_time'
            when not is_open and not is_replied_on_time then 'closed_late'
            when not is_open then 'closed'
            when is_overdue then 'overdue'
            when clock_due_at is null then 'no_limit'
            when hours_to_limit <= 72 then 'due_soon'
            else 'on_track'
        end as time_status,
        case clock
            when 'answer' then '受理告知 15 日'
            when 'inform' then '接收告知 15 日'
            when 'reply' then '办理答复 ' || case when is_extended then '90' else '60' end || ' 日'
        end as clock_name,
        {# Said of a petition in tables, and found by words. #}
        [
            case when is_repeat then '重复' end,
            case when is_backlog then '积案' end,
            case when is_in_charge then '包案' end,
            case when is_group_visit then '集体访' end,
            case when is_extended then '延期' end,
            case when is_litigation_related then '涉法涉诉' end,
            case when hearing_count > 0 then '听证会商' end,
            case when reception_count > 0 then '领导接访' end,
            case when recheck_at is not null then '复核' when review_at is not null then '复查' end
        ] as marks
    from timed
    left join {{ ref('dim_areas') }} as areas
        on timed.area_code = areas.area_code
    left join {{ ref('dim_departments') }} as departments
        on timed.department_code = departments.department_code

)

select
    petition_id as record_id,
    case field_name when '未分类' then '' else field_name || '类' end
    || coalesce(purpose, '信访件')
    || case when is_repeat then '（第 ' || repeat_number || ' 次）' else '' end as title,
    area_code,
    area_name,
    area_path,
    field_name as kind,
    channel_name as channel,
    state,
    department_code,
    department_name,
    received_at as opened_at,
    closed_at,
    clock_due_at as due_at,
    time_status,
    is_open,
    is_overdue,
    case when is_overdue then -hours_to_limit end as overdue_hours,
    case when is_open and not is_overdue then hours_to_limit end as hours_left,
    date_diff('second', clock_began_at, clock_due_at) / 3600.0 as limit_hours,
    date_diff(
        'second', clock_began_at,
        case when is_open then {{ as_of() }} else coalesce(replied_at, closed_at) end
    ) / 3600.0 as used_hours,
    row_number() over (
        order by
            list_position(['overdue', 'due_soon', 'on_track', 'no_limit'], time_status)
                asc nulls last,
            case when is_overdue then hours_to_limit end asc,
            case when is_open then hours_to_limit end asc nulls last,
            received_at desc,
            petition_id asc
    ) as urgency_place,
    lower(concat_ws(
        ' ', petition_id, first_petition_id, field_name, purpose, area_path, department_name,
        state, clock_name, array_to_string(marks, ' ')
    )) as search_text,
    source_feed,
    source_file,
    source_row::bigint as source_row,
    purpose,
    clock_name,
    nullif(array_to_string(marks, '、'), '') as marks,
    first_petition_id as first_record_id,
    repeat_number::bigint as repeat_number,
    is_repeat,
    is_backlog,
    is_in_charge,
    is_group_visit,
    is_extended,
    is_litigation_related,
    hearing_count,
    reception_count,
    rating,
    first_answer_at,
    accepted_at,
    replied_at,
    review_at,
    recheck_at
from described
order by urgency_place
