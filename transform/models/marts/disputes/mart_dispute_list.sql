with

disputes as (

    select * from {{ ref('fct_disputes') }}

),

areas as (

    select * from {{ ref('dim_areas') }}

),

levels as (

    select
        *,
        lead(level_name) over (order by level_rank desc) as level_above
    from {{ ref('dim_levels') }}

),

timed as (

    select
        *,
        concluded_at is null as is_open,
        concluded_at is null and limit_due_at < {{ as_of() }} as is_overdue,
        case when concluded_at is null
            then date_diff('second', {{ as_of() }}, limit_due_at) / 3600.0
        end as hours_to_limit,
        case result
            when 'success_written' then '达成书面协议'
            when 'success_oral' then '达成口头协议'
            when 'failed' then '调解不成'
            when 'terminated' then '终止调解'
            when 'withdrawn' then '当事人撤回'
            else case when passed_up_at is null then '调解中' else '上交在办' end
        end as state,
        case initiated_by
            when 'applied' then '依申请'
            when 'proactive' then '主动排查'
            when 'entrusted' then '委托移送'
        end as initiated,
        list_transform(
            list_filter(
                ['people', 'administrative', 'judicial'],
                way -> list_contains(string_split(mediation, ';'), way)
            ),
            way -> case way
                when 'people' then '人民调解'
                when 'administrative' then '行政调解'
                when 'judicial' then '司法调解'
            end
        ) as ways,
        {# 婚姻家庭 and 婚姻家庭纠纷 are the same kind. #}
        coalesce(nullif(regexp_replace(trim(kind), '纠纷$', ''), ''), '未分类') as kind_name
    from disputes

),

described as (

    select
        timed.*,
        areas.area_name,
        coalesce(areas.area_path, timed.area_code) as area_path,
        levels.level_name as accepted_level,
        {# Passed up from the top of the site it leaves the site's levels. #}
        case
            when timed.passed_up_at is null then levels.level_name
            else coalesce(levels.level_above, levels.level_name)
        end as held_level,
        case
            when timed.ways_count >= 2 then '三调联动'
            else coalesce(timed.ways[1], '未登记')
        end as way,
        case
            when timed.result = 'withdrawn' then 'dropped'
            when timed.is_settled_within_limit and not timed.is_open then 'closed_on_time'
            when not timed.is_open then 'closed_late'
            when timed.is_overdue then 'overdue'
            when timed.hours_to_limit <= 72 then 'due_soon'
            else 'on_track'
        end as time_status
    from timed
    left join areas
        on timed.area_code = areas.area_code
    left join levels
        on areas.level = levels.level

)

select
    dispute_id as record_id,
    kind_name || '纠纷' || coalesce('（' || initiated || '）', '') as title,
    area_code,
    area_name,
    area_path,
    kind_name as kind,
    way as channel,
    state,
    {# Mediation organisations have no code: their name is their key. #}
    org_name as department_code,
    replace(org_name, '人民调解委员会', '调委会') as department_name,
    accepted_at as opened_at,
    concluded_at as closed_at,
    limit_due_at as due_at,
    time_status,
    is_open,
    is_overdue,
    case when is_overdue then -hours_to_limit end as overdue_hours,
    case when is_open and not is_overdue then hours_to_limit end as hours_left,
    date_diff('second', accepted_at, limit_due_at) / 3600.0 as limit_hours,
    date_diff('second', accepted_at, coalesce(concluded_at, {{ as_of() }})) / 3600.0
        as used_hours,
    row_number() over (
        order by
            list_position(['overdue', 'due_soon', 'on_track'], time_status) asc nulls last,
            case when is_overdue then hours_to_limit end asc,
            case when is_open then hours_to_limit end asc,
            accepted_at desc,
            dispute_id asc
    ) as urgency_place,
    lower(concat_ws(
        ' ', dispute_id, kind_name || '纠纷', initiated, area_path, array_to_string(ways, ' '), way,
        org_name, state, case when passed_up_at is not null then '上交' end,
        case when judicially_confirmed_at is not null then '司法确认' end, event_id, petition_id
    )) as search_text,
    source_feed,
    source_file,
    source_row::bigint as source_row,
    initiated,
    nullif(array_to_string(ways, '、'), '') as ways,
    list_contains(ways, '人民调解') as uses_people,
    list_contains(ways, '行政调解') as uses_administrative,
    list_contains(ways, '司法调解') as uses_judicial,
    is_concluded,
    is_success,
    passed_up_at is not null as is_passed_up,
    accepted_level,
    held_level,
    passed_up_at,
    judicially_confirmed_at,
    event_id,
    petition_id
from described
order by urgency_place
