{# Which batches of the feeds were due, and did they come in time?

   From a feed's first load on, every day, week, month or quarter of its rhythm makes one batch
   due, until some hours after its end. It came in time if a file came in that had good rows and
   whose newest entry was at that moment not older than agreed for the feed. The history before
   the first load is not judged: nobody was to deliver it. #}
with

rhythms as (

    select
        rhythms.feed_code,
        rhythms.rhythm,
        rhythms.grace_hours,
        feeds.expected_hours,
        case rhythms.rhythm
            when 'day' then interval 1 day
            when 'week' then interval 7 day
            when 'month' then interval 1 month
            when 'quarter' then interval 3 month
        end as step
    from {{ ref('feed_rhythms') }} as rhythms
    inner join {{ ref('feeds') }} as feeds
        on rhythms.feed_code = feeds.feed_code

),

loads as (

    select
        loads.*,
        rhythms.expected_hours is null
            or loads.latest_at >= loads.loaded_at - to_seconds(rhythms.expected_hours * 3600)
            as is_fresh
    from {{ ref('fct_loads') }} as loads
    inner join rhythms
        on loads.feed_code = rhythms.feed_code
    where loads.status = 'loaded'
        and loads.accepted_count > 0
        and loads.loaded_at < {{ as_of() }}

),

begun as (

    select
        feed_code,
        min(loaded_at) as first_at
    from loads
    group by feed_code

),

periods as (

    select
        rhythms.*,
        unnest(generate_series(
            date_trunc(
                rhythms.rhythm, begun.first_at - to_seconds(rhythms.grace_hours * 3600)
            )::timestamp,
            {{ as_of() }} - to_seconds(rhythms.grace_hours * 3600),
            rhythms.step
        )) as period_start
    from begun
    inner join rhythms
        on begun.feed_code = rhythms.feed_code

),

batches as (

    select
        *,
        period_start + to_seconds(grace_hours * 3600) as open_at,
        period_start + step + to_seconds(grace_hours * 3600) as due_at
    from periods

),

arrived as (

    select
        batches.feed_code,
        batches.period_start,
        min(loads.loaded_at) filter (
            where loads.is_fresh and loads.loaded_at >= batches.open_at
        ) as arrived_at,
        arg_min(loads.source_key, (loads.loaded_at, loads.source_key)) filter (
            where loads.is_fresh and loads.loaded_at >= batches.open_at
        ) as load_key,
        arg_max(loads.source_key, (loads.loaded_at, loads.source_key)) as last_key,
        any_value(loads.area_code) as area_code
    from batches
    inner join loads
        on batches.feed_code = loads.feed_code
        and batches.due_at > loads.loaded_at
    group by all

)

select
    batches.feed_code,
    arrived.area_code,
    batches.rhythm,
    batches.period_start,
    batches.due_at,
    batches.due_at + batches.step as following_due_at,
    arrived.arrived_at,
    arrived.arrived_at is not null as is_on_time,
    case
        when arrived.arrived_at is not null then arrived.arrived_at
        when batches.due_at < {{ as_of() }} then batches.due_at
    end as settled_at,
    {# What came in for it; of a missed batch what had last been heard of the feed. #}
    coalesce(arrived.load_key, arrived.last_key) as source_key
from batches
inner join arrived
    on batches.feed_code = arrived.feed_code
    and batches.period_start = arrived.period_start
