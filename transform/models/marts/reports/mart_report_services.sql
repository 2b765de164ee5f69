{# Volunteer services by kind (志愿服务条例第三十四条: 统计数据公布). A service counts where and when it
   took place, as in MOR-09; its place for those that it belonged to on the day. #}
with

by_place as (

    select
        area_code,
        started_at::date as day,
        coalesce(nullif(trim(kind), ''), '未分类') as kind_name,
        count(*) as services,
        sum(hours)::double as hours
    from {{ ref('fct_service_records') }}
    group by all

),

served as (

    select
        bridge.ancestor_code as area_code,
        periods.period_type,
        periods.period_start,
        periods.previous_start,
        by_place.kind_name,
        sum(by_place.services)::bigint as services,
        sum(by_place.hours) as hours
    from by_place
    inner join {{ ref('bridge_area_history') }} as bridge
        on by_place.area_code = bridge.area_code
        and by_place.day >= bridge.held_from
        and by_place.day < bridge.held_until
    inner join {{ ref('periods') }} as periods
        on by_place.day between periods.period_start and periods.period_end
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
    served.hours,
    before.hours as previous_hours
from served
left join served as before
    on served.area_code = before.area_code
    and served.period_type = before.period_type
    and served.previous_start = before.period_start
    and served.kind_name = before.kind_name
