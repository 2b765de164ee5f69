{# Entries that cannot be added up day by day, next to every place and period they fall into:
   distinct keys of a period, order statistics, the share of the top tenth. #}
select
    ledger.measure_code,
    measures.aggregation,
    bridge.ancestor_code as area_code,
    periods.period_type,
    periods.period_start,
    ledger.value,
    ledger.distinct_key
from {{ ref('ledger_entries') }} as ledger
inner join {{ ref('measures') }} as measures
    on ledger.measure_code = measures.measure_code
inner join {{ ref('bridge_area_ancestors') }} as bridge
    on ledger.area_code = bridge.area_code
inner join {{ ref('periods') }} as periods
    on ledger.entry_at >= periods.start_at
    and ledger.entry_at < periods.end_at
where (
    measures.aggregation in ('median', 'p90', 'top_share')
    or (measures.aggregation = 'distinct' and measures.window_days is null)
)
    and (
        bridge.ancestor_level != 'grid'
        or periods.period_type in ('week', 'month', 'quarter', 'year')
    )
