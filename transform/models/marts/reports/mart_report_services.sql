{# Volunteer services by kind (志愿服务条例第三十四条: 统计数据公布); people are counted from five on. #}
with

served as (

    select
        bridge.ancestor_code as area_code,
        periods.period_type,
        periods.period_start,
        periods.previous_start,
        coalesce(nullif(trim(records.kind), ''), '未分类') as kind_name,
        count(*) as services,
        count(distinct records.volunteer_key) as volunteers,
        sum(records.hours)::double as hours
    from {{ ref('fct_service_records') }} as records
    inner join {{ ref('bridge_area_ancestors') }} as bridge
        on records.area_code = bridge.area_code
    inner join {{ ref('periods') }} as periods
        on records.started_at >= periods.start_at
        and records.started_at < periods.counted_until
    where periods.period_type in ('quarter', 'half', 'year')
        and bridge.ancestor_level != 'grid'
    group by all

)

select
    served.area_code,
    served.period_type,
    served.period_start,
    row_number() over (
        partition by served.area_code, served.period_type, served.period_start
        order by served.hours desc, served.kind_name asc
    )::integer as row_no,
    served.kind_name,
    served.services,
    case when served.volunteers >= 5 then served.volunteers end as volunteers,
    served.hours,
    before.hours as previous_hours
from served
left join served as before
    on served.area_code = before.area_code
    and served.period_type = before.period_type
    and served.previous_start = before.period_start
    and served.kind_name = before.kind_name
