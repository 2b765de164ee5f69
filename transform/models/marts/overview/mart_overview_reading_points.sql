select
    points.indicator_code,
    points.period_start,
    points.value
from {{ ref('indicator_values') }} as points
inner join {{ ref('int_overview_root') }} as root
    on points.area_code = root.area_code
inner join {{ ref('overview_indicators') }} as shown
    on points.indicator_code = shown.indicator_code
    and shown.part = 'tile'
where points.period_type = 'last7d'
    and points.period_start > {{ as_of() }}::date - 31
