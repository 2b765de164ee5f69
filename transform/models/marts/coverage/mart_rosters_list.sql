{# Posts, not people: whether a place has somebody in a role, and how many from five on. #}
with

roles as (

    select
        unnest([
            'police', 'legal_counsel', 'legal_deputy', 'judge', 'prosecutor', 'lawyer',
            'mediator', 'grid_worker', 'party_leader'
        ]) as role,
        unnest([
            '社区民警（辅警）', '法律顾问', '法治副主任', '法官', '检察官', '律师',
            '调解员', '网格员', '党组织负责人'
        ]) as role_name,
        {# 三官一律: judge, prosecutor, police and lawyer in every community. #}
        unnest([
            '三官一律', '法律服务', '法律服务', '三官一律', '三官一律', '三官一律',
            '调解', '网格', '党建'
        ]) as family,
        unnest(range(1, 10)) as sort_order

),

staffed as (

    select
        role,
        area_code,
        count(*) filter (where until is null) as people,
        min(since) as first_on,
        max(since) filter (where until is null) as newest_on,
        max(until) as left_on,
        max_by(source_key, since) as source_key
    from {{ ref('fct_rosters') }}
    group by all

),

{# Where a role is kept in any community, every community has the post. #}
posts as (

    select
        role,
        area_code
    from staffed

    union

    select
        kept.role,
        areas.area_code
    from (
        select distinct staffed.role
        from staffed
        inner join {{ ref('dim_areas') }} as homes
            on staffed.area_code = homes.area_code
        where homes.level = 'community'
    ) as kept
    cross join {{ ref('dim_areas') }} as areas
    where areas.level = 'community' and areas.is_current

),

records as (

    select
        coalesce(roles.role_name, posts.role) || '@' || posts.area_code as record_id,
        coalesce(roles.role_name, posts.role) as title,
        posts.area_code,
        coalesce(roles.role_name, posts.role) as kind,
        coalesce(roles.family, '其他') as channel,
        case when staffed.people > 0 then '在岗' else '缺岗' end as state,
        null::varchar as department_code,
        null::varchar as department_name,
        coalesce(staffed.first_on::timestamp, areas.valid_from::timestamp) as opened_at,
        case when staffed.people > 0 then staffed.newest_on else staffed.left_on end as closed_at,
        null::timestamp as due_at,
        coalesce(staffed.people, 0) = 0 as is_open,
        null::varchar as words,
        case
            when coalesce(staffed.people, 0) = 0 then 0
            when staffed.people >= 5 then staffed.people
        end as people,
        coalesce(staffed.people between 1 and 4, false) as is_few,
        roles.sort_order,
        coalesce(rows.source_feed, areas.source_feed) as source_feed,
        coalesce(rows.source_file, areas.source_file) as source_file,
        coalesce(rows.source_row, areas.source_row) as source_row
    from posts
    inner join {{ ref('dim_areas') }} as areas
        on posts.area_code = areas.area_code
        and areas.is_current
    left join staffed
        on posts.role = staffed.role
        and posts.area_code = staffed.area_code
    left join roles
        on posts.role = roles.role
    left join {{ ref('row_sources') }} as rows
        on rows.source_model = 'fct_rosters'
        and staffed.source_key = rows.source_key

),

{{ record_list('records', extras=['people', 'is_few'], first=['sort_order', 'area_code']) }}
