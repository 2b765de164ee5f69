{# A call has no place; it belongs to the root of the site. #}
select
    calls.called_on,
    calls.called_hour,
    calls.called_on + to_hours(calls.called_hour) as called_at,
    roots.area_code,
    calls.calls_in,
    calls.calls_answered,
    calls.tickets,
    calls.direct_answers,
    strftime(calls.called_on, '%Y-%m-%d') || '|' || calls.called_hour as source_key,
    calls.source_feed,
    calls.source_file,
    calls.source_row
from {{ ref('stg_grid__hotline_calls') }} as calls
left join {{ ref('dim_areas') }} as roots
    on roots.is_root
where calls.called_on + to_hours(calls.called_hour) < {{ as_of() }}
