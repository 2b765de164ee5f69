with

records as (

    select
        facilities.facility_id as record_id,
        case facilities.kind
            when 'service_hall' then '政务服务点'
            when 'community_service' then '综合服务设施'
            when 'incubator' then '社会组织孵化场所'
            when 'psych_room' then '心理咨询室'
            when 'mediation_room' then '调解室'
            when 'police_station' then '警务室'
            when 'party_site' then '党群服务阵地'
            when 'delivery_site' then '寄递网点'
            when 'enterprise' then '企业'
            when 'camera' then '视频探头'
            else facilities.kind
        end as kind_name,
        {# What businesses and cameras are called is of no matter here. #}
        case when facilities.kind in ('enterprise', 'camera') then null
            else facilities.facility_name
        end as told_name,
        coalesce(told_name, kind_name, facilities.facility_id) as title,
        facilities.area_code,
        kind_name as kind,
        levels.level_name as channel,
        case
            when facilities.closed_on is not null then '停用'
            when facilities.is_online = false then '离线'
            else '在用'
        end as state,
        null::varchar as department_code,
        null::varchar as department_name,
        facilities.opened_on as opened_at,
        facilities.closed_on as closed_at,
        null::timestamp as due_at,
        facilities.closed_on is null as is_open,
        null::varchar as words,
        facilities.source_feed,
        facilities.source_file,
        facilities.source_row
    from {{ ref('fct_facilities') }} as facilities
    left join {{ ref('dim_areas') }} as areas
        on facilities.area_code = areas.area_code
    left join {{ ref('dim_levels') }} as levels
        on areas.level = levels.level

),

{{ record_list('records') }}
