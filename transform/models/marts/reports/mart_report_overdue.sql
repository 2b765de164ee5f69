with

{# The ledger's own entries, so that the list has as many rows as 超期未结 says. #}
spans as (

    select
        source_key as event_id,
        min(entry_at) filter (where value > 0) as overdue_since,
        max(entry_at) filter (where value < 0) as overdue_until
    from {{ ref('ledger_entries') }}
    where measure_code = 'overdue_open'
    group by all

)

select
    events.event_id,
    events.title,
    matters.matter_name,
    events.area_code,
    areas.area_path,
    events.department_code,
    departments.department_name,
    events.stage,
    events.reported_at,
    events.closing_due_at,
    spans.overdue_since,
    spans.overdue_until,
    events.source_file,
    events.source_row
from spans
inner join {{ ref('fct_events') }} as events
    on spans.event_id = events.event_id
left join {{ ref('dim_areas') }} as areas
    on events.area_code = areas.area_code
left join {{ ref('dim_matters') }} as matters
    on events.matter_code = matters.matter_code
left join {{ ref('dim_departments') }} as departments
    on events.department_code = departments.department_code
where spans.overdue_since is not null
