{#- Above: how far the events reported in the last 7 days have come. Below: everything open, where
    it lies. -#}
with

stages as (

    select
        unnest(['report', 'dispatch', 'handle', 'check', 'callback']) as stage,
        unnest(['上报', '派遣', '处置', '核查', '评价']) as stage_name,
        unnest([1, 2, 3, 4, 5]) as sort_order

),

counted as (

    select
        stage,
        count(*) filter (where counted = 'reached') as reached_count,
        count(*) filter (where counted = 'open') as open_count,
        count(*) filter (where counted = 'overdue') as overdue_count
    from {{ ref('int_overview_loop_events') }}
    group by all

)

select
    stages.stage,
    stages.stage_name,
    stages.sort_order,
    coalesce(counted.reached_count, 0) as reached_count,
    case when stages.stage != 'callback' then coalesce(counted.open_count, 0) end as open_count,
    case when stages.stage != 'callback' then coalesce(counted.overdue_count, 0) end
        as overdue_count
from stages
left join counted
    on stages.stage = counted.stage
