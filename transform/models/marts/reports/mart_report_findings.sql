{# What supervision found, as it stood when each period ended (or at the data cut, if it runs on).
   A finding is on the books of a period from its day until the period in which it was put right;
   one that was put right before the period is gone from it. #}
with

on_the_books as (

    select
        periods.period_type,
        periods.period_start,
        periods.period_end,
        periods.previous_start,
        periods.counted_until,
        findings.* exclude (rectified_on, settled_on),
        case when findings.rectified_on < periods.counted_until then findings.rectified_on end
            as rectified_on,
        findings.found_on >= periods.period_start as is_new,
        findings.settled_on >= periods.period_start
            and findings.settled_on < periods.counted_until as is_settled_here
    from {{ ref('fct_supervision_findings') }} as findings
    inner join {{ ref('periods') }} as periods
        on findings.found_on < periods.counted_until
        and (findings.rectified_on is null or findings.rectified_on >= periods.period_start)
    where periods.period_type in ('quarter', 'half', 'year')

),

judged as (

    select
        *,
        {# The day of the deadline belongs to it: late from the day after. #}
        coalesce(rectified_on, (counted_until - to_microseconds(1))::date) - due_on as days_over,
        case
            when rectified_on <= due_on then '按期整改'
            when rectified_on is not null then '逾期整改'
            when {{ end_of_day('due_on') }} <= counted_until then '逾期未改'
            else '整改中'
        end as state
    from on_the_books

)

select
    judged.period_type,
    judged.period_start,
    judged.period_end,
    judged.previous_start,
    judged.finding_id,
    case judged.kind
        when 'monthly' then '月调度'
        when 'quarterly' then '季讲评'
        when 'half_year' then '半年督查'
        when 'annual' then '年考核'
        else judged.kind
    end as kind_name,
    judged.title,
    judged.evidence,
    judged.area_code,
    areas.area_name,
    areas.area_path,
    {# Where no department is named, the inspected place itself must act. #}
    coalesce(judged.department_code, judged.area_code) as unit_code,
    coalesce(
        departments.department_name,
        areas.area_name
        || case when areas.level in ('province', 'city', 'district') then '本级' else '' end,
        judged.area_code
    ) as unit_name,
    case when judged.department_code is null then 'place' else 'department' end as unit_kind,
    judged.found_on,
    judged.due_on,
    judged.rectified_on,
    judged.state,
    list_position(['逾期未改', '整改中', '逾期整改', '按期整改'], judged.state)::integer
        as state_order,
    case when judged.state in ('逾期未改', '逾期整改') then judged.days_over end::integer
        as days_late,
    judged.is_new,
    judged.is_settled_here,
    judged.source_file,
    judged.source_row
from judged
left join {{ ref('dim_areas') }} as areas
    on judged.area_code = areas.area_code
left join {{ ref('dim_departments') }} as departments
    on judged.department_code = departments.department_code
