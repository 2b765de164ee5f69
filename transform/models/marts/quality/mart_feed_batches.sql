{# The batch of each feed that is due next, and how it did so far. #}
with

batches as (

    select * from {{ ref('int_feed_batches') }}

),

rhythms as (

    select * from {{ ref('feed_rhythms') }}

)

select

    ---------- ids
    rhythms.feed_code,

    ---------- strings
    any_value(rhythms.rhythm) as rhythm,

    ---------- numbers
    count(batches.settled_at) as due_count,
    count(*) filter (where batches.is_on_time) as on_time_count,

    ---------- booleans
    {# The last batch whose deadline has passed did not come. #}
    coalesce(
        arg_max(not is_on_time, period_start) filter (where due_at < {{ as_of() }}), false
    ) as is_missed,

    ---------- timestamps (local wall time)
    {# Where the running one is here already, the one after it is due next. #}
    coalesce(
        min(due_at) filter (where due_at >= {{ as_of() }} and not is_on_time),
        max(following_due_at)
    ) as next_due_at

from rhythms
left join batches
    on rhythms.feed_code = batches.feed_code
group by rhythms.feed_code
