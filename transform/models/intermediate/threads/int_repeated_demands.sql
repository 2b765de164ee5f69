{# 重复诉求: residents (群众上报, 12345) who asked for the same matter in the same grid three times or
   more in the last 90 days. #}
select
    area_code,
    matter_code,
    count(*) as demand_count,
    count(closed_at) as closed_count,
    {# Asked again after it had been closed before. #}
    count(*) filter (where is_after_closing) as after_closing_count,
    min(reported_at) as first_at,
    max(reported_at) as last_at,
    arg_max(event_id, reported_at) as last_event_id
from (
    select
        *,
        coalesce(
            min(closed_at) over (
                partition by area_code, matter_code order by reported_at
                rows between unbounded preceding and 1 preceding
            ) < reported_at, false
        ) as is_after_closing
    from {{ ref('fct_events') }}
    where reported_at >= {{ as_of() }} - interval 90 day
        and source in ('citizen', 'hotline')
) as demands
group by all
having count(*) >= 3
