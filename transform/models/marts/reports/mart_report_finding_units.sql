{# The findings of a place by the unit that must act, counted as the rectification rate (POL-06)
   counts: a finding is due once, in the period of its deadline or of an earlier rectification. #}
with

counted as (

    select
        bridge.ancestor_code as area_code,
        findings.period_type,
        findings.period_start,
        findings.previous_start,
        findings.unit_code,
        findings.unit_name,
        findings.unit_kind,
        count(*) filter (where findings.is_new) as found_count,
        count(*) filter (where findings.is_settled_here) as due_count,
        count(*) filter (
            where findings.is_settled_here and findings.state = '按期整改'
        ) as on_time_count,
        count(*) filter (where findings.rectified_on is null) as open_count,
        count(*) filter (where findings.state = '逾期未改') as overdue_count
    from {{ ref('mart_report_findings') }} as findings
    inner join {{ ref('bridge_area_ancestors') }} as bridge
        on findings.area_code = bridge.area_code
    where bridge.ancestor_level != 'grid'
    group by all

)

select
    counted.area_code,
    counted.period_type,
    counted.period_start,
    counted.unit_code,
    counted.unit_name,
    counted.unit_kind,
    counted.found_count,
    counted.due_count,
    counted.on_time_count,
    counted.due_count - counted.on_time_count as late_count,
    counted.open_count,
    counted.overdue_count,
    coalesce(before.due_count - before.on_time_count, 0) as late_before,
    {# 反复：两个相邻周期都有未按期整改的问题。 #}
    counted.due_count > counted.on_time_count
    and coalesce(before.due_count > before.on_time_count, false) as is_repeat
from counted
left join counted as before
    on counted.area_code = before.area_code
    and counted.period_type = before.period_type
    and counted.previous_start = before.period_start
    and counted.unit_code = before.unit_code
