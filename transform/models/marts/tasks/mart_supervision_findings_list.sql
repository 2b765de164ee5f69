with

records as (

    select
        findings.finding_id as record_id,
        case findings.kind
            when 'monthly' then '月调度'
            when 'quarterly' then '季讲评'
            when 'half_year' then '半年督查'
            when 'annual' then '年考核'
            else findings.kind
        end as kind_name,
        coalesce(findings.title, coalesce(kind_name, '督导') || '发现问题') as title,
        findings.area_code,
        kind_name as kind,
        null::varchar as channel,
        case
            when findings.rectified_on is not null then '已整改'
            when findings.due_on < {{ as_of() }}::date then '逾期未改'
            else '整改中'
        end as state,
        {# Where no department is named, the inspected place itself must act. #}
        coalesce(findings.department_code, findings.area_code) as department_code,
        case when findings.department_code is null then areas.area_name end as department_name,
        findings.found_on as opened_at,
        {{ end_of_day('findings.rectified_on') }} as closed_at,
        {{ end_of_day('findings.due_on') }} as due_at,
        findings.rectified_on is null as is_open,
        null::varchar as words,
        findings.found_on,
        findings.due_on,
        findings.rectified_on,
        findings.source_feed,
        findings.source_file,
        findings.source_row
    from {{ ref('fct_supervision_findings') }} as findings
    left join {{ ref('dim_areas') }} as areas
        on findings.area_code = areas.area_code

),

{{ record_list(
    'records',
    extras=['found_on', 'due_on', 'rectified_on'],
    soon=as_of() ~ '::date + 4',
) }}
