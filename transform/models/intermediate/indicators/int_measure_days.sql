{# Daily sums of every flow, for every place up to the root. #}
with

flows as (

    select * from {{ ref('measures') }}
    where aggregation = 'sum'

),

{# Sum where the entries are before rolling up: five times fewer rows to roll. #}
by_place as (

    select
        ledger.measure_code,
        ledger.area_code,
        ledger.clock,
        ledger.entry_date,
        ledger.day,
        sum(ledger.value) as value,
        count(*) as entries
    from {{ ref('int_ledger_days') }} as ledger
    semi join flows
        on ledger.measure_code = flows.measure_code
    group by all

)

select
    by_place.measure_code,
    bridge.ancestor_code as area_code,
    bridge.ancestor_level as level,
    by_place.clock,
    by_place.day,
    sum(by_place.value) as value,
    sum(by_place.entries)::bigint as entries
from by_place
{# Every entry counts for the place to which its own belonged on its day. #}
inner join {{ ref('bridge_area_history') }} as bridge
    on by_place.area_code = bridge.area_code
    and by_place.entry_date >= bridge.held_from
    and by_place.entry_date < bridge.held_until
{# Most measures are needed from the street or the community up: no grid is summed for them. #}
semi join {{ ref('int_measure_scopes') }} as scopes
    on by_place.measure_code = scopes.measure_code
    and bridge.ancestor_level = scopes.level
group by all
