with

records as (

    select
        org_id as record_id,
        case kind
            when 'public_welfare' then '公益性'
            when 'service' then '服务性'
            when 'mutual_aid' then '互助性'
            else '其他'
        end as kind_name,
        kind_name || '社会组织' as title,
        area_code,
        kind_name as kind,
        case status when 'registered' then '登记' when 'recorded' then '备案' else status end
            as channel,
        case when until is null then '在册' else '已注销' end as state,
        null::varchar as department_code,
        null::varchar as department_name,
        since as opened_at,
        until as closed_at,
        null::timestamp as due_at,
        until is null as is_open,
        case when is_incubated then '孵化' end as words,
        coalesce(is_incubated, false) as is_incubated,
        source_feed,
        source_file,
        source_row
    from {{ ref('fct_social_orgs') }}

),

{{ record_list('records', extras=['is_incubated']) }}
