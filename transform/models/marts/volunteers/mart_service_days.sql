select
    started_at::date as entry_date,
    {# The 24 hours that end at the data cut's time of day on this date hold the service. #}
    (
        ({{ as_of() }} - interval 1 microsecond)::date
        - (
            date_diff('microsecond', started_at, {{ as_of() }} - interval 1 microsecond)
            // 86400000000
        )::integer
    )::date as window_date,
    area_code,
    coalesce(kind, '未分类') as kind,
    sum(hours) as hours,
    count(*) as attendances
from {{ ref('fct_service_records') }}
where area_code is not null
group by all
order by entry_date, area_code
