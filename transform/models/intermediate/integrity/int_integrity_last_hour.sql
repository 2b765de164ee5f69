{# 临期集中办结: of what was closed in time, what was closed in the last hour before its deadline.
   What a grid settles by itself is closed at once and has no such hour. #}
select
    'last_hour' as signal_code,
    event_id,
    area_code,
    closed_at as happened_at,
    closed_at >= closing_due_at - interval 1 hour as is_hit,
    null::varchar as related_key,
    {# Minutes that were left. #}
    date_diff('second', closed_at, closing_due_at) / 60.0 as measured
from {{ ref('fct_events') }}
where closed_at >= {{ integrity_since() }}
    and closed_at <= closing_due_at
    and settled_level is distinct from 'grid'
