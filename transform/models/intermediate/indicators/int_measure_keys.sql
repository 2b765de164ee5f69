{# Entries that cannot be added up day by day, next to every place and period they fall into:
   distinct keys of a period, order statistics, the share of the top tenth. #}
select
    ledger.measure_code,
    measures.aggregation,
    bridge.ancestor_code as area_code,
    period_days.period_id,
    ledger.value,
    ledger.distinct_key
from {{ ref('int_ledger_days') }} as ledger
inner join {{ ref('measures') }} as measures
    on ledger.measure_code = measures.measure_code
inner join {{ ref('bridge_area_history') }} as bridge
    on ledger.area_code = bridge.area_code
    and ledger.entry_date >= bridge.held_from
    and ledger.entry_date < bridge.held_until
inner join {{ ref('int_measure_scopes') }} as scopes
    on ledger.measure_code = scopes.measure_code
    and bridge.ancestor_level = scopes.level
inner join {{ ref('int_period_days') }} as period_days
    on ledger.clock = period_days.clock
    and ledger.day = period_days.day
    and scopes.period_type = period_days.period_type
    and {{ level_rank('bridge.ancestor_level') }} <= period_days.finest_level_rank
where measures.aggregation in ('median', 'p90', 'top_share')
    or (measures.aggregation = 'distinct' and measures.window_days is null)
