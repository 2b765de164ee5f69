{# Everything that is a stock at a moment, as changes in time, for every place up to the root.

   What a place holds goes with it when it moves: an entry is in at an ancestor from its own
   moment, or from the day the place came there, until the day the place left.

   Distinct keys in a trailing window are a stock too: a key is in from its entry until the
   window has passed without another one, so each unbroken stretch gives one +1 and one -1. #}
with

entries as (

    select
        ledger.measure_code,
        bridge.ancestor_code as area_code,
        greatest(ledger.entry_at, bridge.held_from::timestamp) as came_at,
        bridge.held_until::timestamp as left_at,
        ledger.entry_at + to_days(measures.window_days) as window_until,
        ledger.value,
        ledger.distinct_key,
        measures.aggregation
    from {{ ref('ledger_entries') }} as ledger
    inner join {{ ref('measures') }} as measures
        on ledger.measure_code = measures.measure_code
    inner join {{ ref('bridge_area_history') }} as bridge
        on ledger.area_code = bridge.area_code
        and ledger.entry_at < bridge.held_until
    where measures.aggregation = 'balance'
        or (
            measures.aggregation = 'distinct'
            and ledger.entry_at + to_days(measures.window_days) > bridge.held_from
        )

),

seen as (

    select
        measure_code,
        area_code,
        came_at,
        max(least(window_until, left_at)) over (
            stretch rows between unbounded preceding and 1 preceding
        ) as went_at,
        max(least(window_until, left_at)) over (
            stretch rows between unbounded preceding and current row
        ) as goes_at,
        lead(came_at) over stretch as comes_again_at
    from entries
    where aggregation = 'distinct'
    window stretch as (partition by measure_code, area_code, distinct_key order by came_at)

),

changes as (

    select
        measure_code,
        area_code,
        came_at as changed_at,
        value as change
    from entries
    where aggregation = 'balance'

    union all

    select
        measure_code,
        area_code,
        left_at as changed_at,
        -value as change
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
