{# What was found most often, as far as the sources say it in words. #}
with

counted as (

    select
        bridge.ancestor_code as area_code,
        findings.period_type,
        findings.period_start,
        findings.title,
        count(*) as found_count,
        count(distinct findings.unit_code) as unit_count,
        count(*) filter (where findings.rectified_on is null) as open_count
    from {{ ref('mart_report_findings') }} as findings
    inner join {{ ref('bridge_area_ancestors') }} as bridge
        on findings.area_code = bridge.area_code
    where findings.is_new
        and findings.title is not null
        and bridge.ancestor_level != 'grid'
    group by all

)

select
    area_code,
    period_type,
    period_start,
    row_number() over (
        partition by area_code, period_type, period_start
        order by found_count desc, title asc
    )::integer as row_no,
    title,
    found_count,
    unit_count,
    open_count
from counted
