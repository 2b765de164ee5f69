{# The day of every entry on two clocks. On the calendar a day starts at midnight; on the trailing
   clock it is one of the 24-hour windows that end at the data cut, named by the day on which it
   ends. Values become decimals, whose sums do not depend on the order of adding: two builds of
   the same feeds agree to the last digit. #}
{%- set last_moment = "(" ~ as_of() ~ " - interval 1 microsecond)" %}
select
    measure_code,
    area_code,
    'calendar' as clock,
    entry_date,
    entry_date as day,
    value::decimal(18, 6) as value,
    distinct_key
from {{ ref('ledger_entries') }}

union all

select
    measure_code,
    area_code,
    'trailing' as clock,
    entry_date,
    (
        {{ last_moment }}::date
        - (date_diff('microsecond', entry_at, {{ last_moment }}) // 86400000000)::integer
    )::date as day,
    value::decimal(18, 6) as value,
    distinct_key
from {{ ref('ledger_entries') }}
{# The oldest of the windows that are kept, and what it is compared with. #}
where entry_at >= {{ as_of() }} - interval 190 day
    and entry_at < {{ as_of() }}
