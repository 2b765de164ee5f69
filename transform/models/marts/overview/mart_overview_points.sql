{#- Only where there is no boundary to draw instead. -#}
select
    events.event_id,
    events.lon,
    events.lat,
    coalesce(nullif(trim(events.title), ''), matters.matter_name, '') as title
from {{ ref('fct_events') }} as events
left join {{ ref('dim_matters') }} as matters
    on events.matter_code = matters.matter_code
where events.reported_at >= {{ as_of() }} - interval 7 day
    and events.lon is not null
    and events.lat is not null
    and not exists (
        select 1 from {{ ref('int_overview_places') }} as places where places.geometry is not null
    )
