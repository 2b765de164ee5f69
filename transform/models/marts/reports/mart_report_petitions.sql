{# Petitions received, by each way of looking at them (条例第四十一条: 统计数据、事项涉及领域、被反映较多的
   单位). A petition counts for the places that its own belonged to on its day, as in LAW-19. #}
with

petitions as (

    select
        bridge.ancestor_code as area_code,
        periods.period_type,
        periods.period_start,
        periods.previous_start,
        periods.last_year_start,
        case petitions.channel
            when 'letter' then '来信'
            when 'visit' then '走访'
            when 'web' then '网上信访'
            when 'phone' then '来电'
            else '其他'
        end as channel_name,
        case petitions.kind
            when 'suggestion' then '建议意见类'
            when 'accusation' then '检举控告类'
            when 'appeal' then '申诉求决类'
            else '未分类'
        end as kind_name,
        coalesce(nullif(trim(petitions.field), ''), '未分类') as field_name,
        coalesce(departments.department_name, '属地办理') as unit_name,
        petitions.persons
    from {{ ref('fct_petitions') }} as petitions
    inner join {{ ref('bridge_area_history') }} as bridge
        on petitions.area_code = bridge.area_code
        and petitions.received_at >= bridge.held_from
        and petitions.received_at < bridge.held_until
    inner join {{ ref('periods') }} as periods
        on petitions.received_at >= periods.start_at
        and petitions.received_at < periods.end_at
    left join {{ ref('dim_departments') }} as departments
        on petitions.department_code = departments.department_code
    where periods.period_type in ('quarter', 'half', 'year')
        and bridge.ancestor_level != 'grid'

),

{%- set aspects = {
    '渠道': 'channel_name', '目的': 'kind_name', '领域': 'field_name', '责任单位': 'unit_name',
} %}

counted as (

    {%- for aspect, column in aspects.items() %}
    select
        area_code,
        period_type,
        period_start,
        previous_start,
        last_year_start,
        '{{ aspect }}' as aspect,
        {{ column }} as name,
        count(*) as pieces,
        sum(persons) as persons
    from petitions
    group by all
    {%- if not loop.last %}

    union all
    {% endif %}
    {%- endfor %}

),

placed as (

    select
        *,
        row_number() over (
            partition by area_code, period_type, period_start, aspect
            order by pieces desc, name asc
        ) as row_no
    from counted

)

select
    placed.area_code,
    placed.period_type,
    placed.period_start,
    placed.aspect,
    placed.row_no::integer as row_no,
    placed.name,
    placed.pieces,
    {# 走访按批次、人次；少于 5 人不显示。 #}
    case when placed.persons >= 5 then placed.persons end::bigint as persons,
    before.pieces as previous_pieces,
    last_year.pieces as last_year_pieces
from placed
left join counted as before
    on placed.area_code = before.area_code
    and placed.period_type = before.period_type
    and placed.previous_start = before.period_start
    and placed.aspect = before.aspect
    and placed.name = before.name
left join counted as last_year
    on placed.area_code = last_year.area_code
    and placed.period_type = last_year.period_type
    and placed.last_year_start = last_year.period_start
    and placed.aspect = last_year.aspect
    and placed.name = last_year.name
