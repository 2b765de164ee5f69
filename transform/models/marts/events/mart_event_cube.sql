select
    measure_code,
    entry_date,
    window_date,
    area_code,
    line,
    class_name,
    source,
    stage,
    department_code,
    sum(value) as value,
    count(*) as entries
from {{ ref('mart_event_entries') }}
group by all
order by measure_code, entry_date, area_code
