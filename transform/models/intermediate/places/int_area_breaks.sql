select
    area_periods.area_code,
    area_periods.period_type,
    area_periods.period_start,
    bool_or(changes.changed_on > periods.previous_start) as breaks_previous,
    coalesce(bool_or(changes.changed_on > periods.last_year_start), false) as breaks_last_year,
    '区划调整：' || string_agg(changes.change_zh, '；' order by changes.changed_on) as break_note
from {{ ref('int_area_periods') }} as area_periods
inner join {{ ref('periods') }} as periods
    on area_periods.period_id = periods.period_id
inner join {{ ref('int_area_changes') }} as changes
    on area_periods.area_code = changes.area_code
    and periods.period_end >= changes.changed_on
    and (
        periods.previous_start < changes.changed_on
        or periods.last_year_start < changes.changed_on
    )
group by all
