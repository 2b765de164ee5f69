{# Everything that is a stock at a moment, as changes in time, for every place up to the root.

   Distinct keys in a trailing window are a stock too: a key is in from its entry until the
   window has passed without another one, so each unbroken stretch gives one +1 and one -1. #}
with

entries as (

    select
        ledger.measure_code,
        bridge.ancestor_code as area_code,
        ledger.entry_at,
        ledger.value,
        ledger.distinct_key,
        measures.aggregation,
        measures.window_days
    from {{ ref('ledger_entries') }} as ledger
    inner join {{ ref('measures') }} as measures
        on ledger.measure_code = measures.measure_code
    inner join {{ ref('bridge_area_ancestors') }} as bridge
        on ledger.area_code = bridge.area_code
    where measures.aggregation = 'balance'
        or (measures.aggregation = 'distinct' and measures.window_days is not null)

),

seen as (

    select
        measure_code,
        area_code,
        entry_at as came_at,
        entry_at + to_days(window_days) as goes_at,
        lag(entry_at + to_days(window_days)) over stretch as went_at,
        lead(entry_at) over stretch as comes_again_at
    from entries
    where aggregation = 'distinct'
    window stretch as (partition by measure_code, area_code, distinct_key order by entry_at)

),

changes as (

    select
        measure_code,
        area_code,
        entry_at as changed_at,
        value as change
    from entries
    where aggregation = 'balance'

    union all

    select
        measure_code,
        area_code,
        came_at as changed_at,
        1 as change
    from seen
    where went_at is null or went_at < came_at

    union all

    select
        measure_code,
        area_code,
        goes_at as changed_at,
        -1 as change
    from seen
    where comes_again_at is null or comes_again_at > goes_at

),

netted as (

    select
        measure_code,
        area_code,
        changed_at,
        sum(change) as change
    from changes
    where changed_at < {{ as_of() }}
    group by all

)

select
    measure_code,
    area_code,
    changed_at,
    sum(change) over (partition by measure_code, area_code order by changed_at) as stock
from netted
