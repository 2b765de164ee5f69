with

records as (

    select
        awards.award_id as record_id,
        case awards.kind
            when 'safe_unit' then '平安创建'
            when 'democratic_rule_village' then '民主法治示范村（社区）'
            when 'civilised_village' then '文明村镇'
            else awards.kind
        end as kind_name,
        case awards.level
            when 'nation' then '国家级'
            when 'national' then '国家级'
            when 'province' then '省级'
            when 'city' then '市级'
            when 'district' then '区县级'
            when 'street' then '乡级'
            else awards.level
        end as level_name,
        concat(level_name, kind_name) as title,
        awards.area_code,
        kind_name as kind,
        level_name as channel,
        case when awards.revoked_on is null then '有效' else '已撤销' end as state,
        null::varchar as department_code,
        null::varchar as department_name,
        awards.awarded_on as opened_at,
        awards.revoked_on as closed_at,
        null::timestamp as due_at,
        awards.revoked_on is null as is_open,
        null::varchar as words,
        awards.source_feed,
        awards.source_file,
        awards.source_row
    from {{ ref('fct_awards') }} as awards

),

{{ record_list('records') }}
