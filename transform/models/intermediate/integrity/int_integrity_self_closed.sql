{# 自报自结: of what was closed, what a grid worker reported and the grid closed itself. Often
   right (小事不出网格); a question only where it is far more than elsewhere. #}
select
    'self_closed' as signal_code,
    event_id,
    area_code,
    closed_at as happened_at,
    coalesce(source = 'worker' and settled_level = 'grid' and department_code is null, false)
        as is_hit,
    null::varchar as related_key,
    {# Minutes from report to closing. #}
    date_diff('second', reported_at, closed_at) / 60.0 as measured
from {{ ref('fct_events') }}
where closed_at >= {{ integrity_since() }}
