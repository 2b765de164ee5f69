{# Daily sums of every flow, for every place up to the root. On the calendar clock a day starts
   at midnight; on the trailing clock it is one of the 24-hour windows that end at the data cut,
   named by the day on which it ends. #}
with

flows as (

    select * from {{ ref('measures') }}
    where aggregation = 'sum'

),

entries as (

    select ledger.*
    from {{ ref('ledger_entries') }} as ledger
    semi join flows
        on ledger.measure_code = flows.measure_code

),

{# Sum where the entries are before rolling up: five times fewer rows to roll. #}
by_place as (

    select
        measure_code,
        area_code,
        'calendar' as clock,
        entry_date as day,
        sum(value) as value,
        count(*) as entries
    from entries
    group by all

    union all

    select
        measure_code,
        area_code,
        'trailing' as clock,
        (
            ({{ as_of() }} - interval 1 microsecond)::date
            - (
                date_diff('microsecond', entry_at, {{ as_of() }} - interval 1 microsecond)
                // 86400000000
            )::integer
        )::date as day,
        sum(value) as value,
        count(*) as entries
    from entries
    where entry_at >= {{ as_of() }} - interval 70 day
        and entry_at < {{ as_of() }}
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
inner join {{ ref('bridge_area_ancestors') }} as bridge
    on by_place.area_code = bridge.area_code
group by all
