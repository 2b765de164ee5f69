{# The quality score (数据质量分) of a feed on a day on which a batch was settled or a file came in:
   40 points for batches in time, 30 for the contract's checks, 30 for the rows accepted, out of
   the parts that there are on that day. 40/30/30 is a convention of this product. #}
with

days as (

    select
        feed_code,
        settled_at::date as date,
        count(*) as batches_due,
        count(*) filter (where is_on_time) as batches_on_time,
        0 as checks_run,
        0 as checks_passed,
        0 as row_count,
        0 as accepted_count
    from {{ ref('int_feed_batches') }}
    where settled_at is not null
    group by all

    union all

    select
        feed_code,
        loaded_at::date as date,
        0 as batches_due,
        0 as batches_on_time,
        coalesce(sum(checks_run), 0) as checks_run,
        coalesce(sum(checks_run - checks_broken), 0) as checks_passed,
        sum(row_count) as row_count,
        sum(accepted_count) as accepted_count
    from {{ ref('fct_loads') }}
    where loaded_at < {{ as_of() }}
    group by all

),

summed as (

    select
        feed_code,
        date,
        sum(batches_due)::bigint as batches_due,
        sum(batches_on_time)::bigint as batches_on_time,
        sum(checks_run)::bigint as checks_run,
        sum(checks_passed)::bigint as checks_passed,
        sum(row_count)::bigint as row_count,
        sum(accepted_count)::bigint as accepted_count
    from days
    group by all

)

select
    *,
    100 * (
        coalesce(40 * batches_on_time / nullif(batches_due, 0), 0)
        + coalesce(30 * checks_passed / nullif(checks_run, 0), 0)
        + coalesce(30 * accepted_count / nullif(row_count, 0), 0)
    ) / nullif(
        case when batches_due > 0 then 40 else 0 end
        + case when checks_run > 0 then 30 else 0 end
        + case when row_count > 0 then 30 else 0 end, 0
    ) as score
from summed
