with

reported as (

    select
        bridge.ancestor_code as area_code,
        date_trunc('week', entries.entry_date)::date as period_start,
        coalesce(matters.class_name, '未分类') as class_name,
        sum(entries.value) as reported
    from {{ ref('ledger_entries') }} as entries
    inner join {{ ref('fct_events') }} as events
        on entries.source_key = events.event_id
    left join {{ ref('dim_matters') }} as matters
        on events.matter_code = matters.matter_code
    inner join {{ ref('bridge_area_ancestors') }} as bridge
        on entries.area_code = bridge.area_code
    where entries.measure_code = 'events_reported'
        and bridge.ancestor_level != 'grid'
    group by all

)

select
    area_code,
    period_start,
    class_name,
    reported::double as reported,
    100 * reported / sum(reported) over (partition by area_code, period_start) as share
from reported
