select
    callbacks.event_id,
    events.area_code,
    events.department_code,
    callbacks.rating,
    callbacks.measured_by,
    callbacks.is_valid,
    callbacks.rating in ('very_satisfied', 'satisfied') as is_satisfied,
    callbacks.called_at,
    callbacks.event_id || '@' || strftime(callbacks.called_at, '%Y-%m-%d %H:%M:%S') as source_key,
    callbacks.source_feed,
    callbacks.source_file,
    callbacks.source_row
from {{ ref('stg_grid__callbacks') }} as callbacks
inner join {{ ref('fct_events') }} as events
    on callbacks.event_id = events.event_id
where callbacks.called_at < {{ as_of() }}
