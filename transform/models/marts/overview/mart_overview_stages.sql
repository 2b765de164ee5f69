{#- Above: how far the events reported in the last 7 days have come. Below: everything open, where
    it lies. Rejected and cancelled reports stop at the first block. -#}
with

stages as (

    select
        unnest(['report', 'dispatch', 'handle', 'check', 'callback']) as stage,
        unnest(['上报', '派遣', '处置', '核查', '评价']) as stage_name,
        unnest([1, 2, 3, 4, 5]) as sort_order

),

reached as (

    select
        list_position(
            ['dropped', 'report', 'dispatch', 'handle', 'check', 'closed'], events.stage
        ) as progress,
        exists(
            select 1
            from {{ ref('fct_callbacks') }} as callbacks
            where callbacks.event_id = events.event_id
        ) as is_called_back
    from {{ ref('fct_events') }} as events
    where events.reported_at >= {{ as_of() }} - interval 7 day

),

reached_counts as (

    select
        count(*) as report,
        count(*) filter (where progress >= 4) as dispatch,
        count(*) filter (where progress >= 5) as handle,
        count(*) filter (where progress >= 6) as "check",
        count(*) filter (where is_called_back) as callback
    from reached

),

open_counts as (

    select
        stage,
        count(*) as open_count,
        count(*) filter (where is_overdue) as overdue_count
    from {{ ref('fct_events') }}
    where is_open
    group by all

)

select
    stages.stage,
    stages.stage_name,
    stages.sort_order,
    case stages.stage
        when 'report' then reached_counts.report
        when 'dispatch' then reached_counts.dispatch
        when 'handle' then reached_counts.handle
        when 'check' then reached_counts."check"
        else reached_counts.callback
    end as reached_count,
    case when stages.stage != 'callback' then coalesce(open_counts.open_count, 0) end
        as open_count,
    case when stages.stage != 'callback' then coalesce(open_counts.overdue_count, 0) end
        as overdue_count
from stages
cross join reached_counts
left join open_counts
    on stages.stage = open_counts.stage
