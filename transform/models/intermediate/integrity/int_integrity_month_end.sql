{# 月末集中办结: of what was closed above the grid, what was closed on the last day of the month
   after 18:00, when nobody is at the counter and the month's figures are made. #}
select
    'month_end' as signal_code,
    event_id,
    area_code,
    closed_at as happened_at,
    closed_at::date = last_day(closed_at::date) and closed_at::time >= time '18:00:00' as is_hit,
    null::varchar as related_key,
    {# Minutes from the end of the handling to the closing. #}
    date_diff('second', handled_at, closed_at) / 60.0 as measured
from {{ ref('fct_events') }}
where closed_at >= {{ integrity_since() }}
    and settled_level is distinct from 'grid'
