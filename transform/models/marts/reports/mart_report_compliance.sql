{# The standard's four dimensions one by one; how many units pass all four is POL-05. #}
with

checked as (

    select
        bridge.ancestor_code as area_code,
        periods.period_type,
        periods.period_start,
        periods.previous_start,
        checks.unit_kind,
        checks.dimension,
        count(*) as checked_count,
        count(*) filter (where checks.is_passed) as passed_count
    from {{ ref('fct_compliance_checks') }} as checks
    inner join {{ ref('bridge_area_history') }} as bridge
        on checks.area_code = bridge.area_code
        and checks.checked_on >= bridge.held_from
        and checks.checked_on < bridge.held_until
    inner join {{ ref('periods') }} as periods
        on checks.checked_on between periods.period_start and periods.period_end
    where periods.period_type in ('quarter', 'half', 'year')
        and bridge.ancestor_level != 'grid'
    group by all

)

select
    checked.area_code,
    checked.period_type,
    checked.period_start,
    checked.unit_kind,
    case checked.unit_kind when 'department' then '部门' else '网格' end as unit_word,
    checked.dimension,
    list_position(['划好网格', '配齐人员', '建立机制', '有序运行'], checked.dimension)::integer
        as dimension_order,
    checked.checked_count,
    checked.passed_count,
    checked.checked_count - checked.passed_count as failed_count,
    100.0 * checked.passed_count / checked.checked_count as pass_rate,
    100.0 * before.passed_count / before.checked_count as previous_pass_rate
from checked
left join checked as before
    on checked.area_code = before.area_code
    and checked.period_type = before.period_type
    and checked.previous_start = before.period_start
    and checked.unit_kind = before.unit_kind
    and checked.dimension = before.dimension
