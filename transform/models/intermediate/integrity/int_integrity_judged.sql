{# How many hits a unit would have with the rate of all other units of its level in that month;
   with fewer than three units, with its own rate of the six months before.

   Far from it is a count whose distance from the expected one is beyond three standard
   deviations of a binomial count. Units differ for good reasons as well, so the deviation is
   widened by what the middle unit shows (the median of squared distances against that of chance,
   0.455). A question also needs 5 items, and half again as many as expected. #}
with

counts as (

    select * from {{ ref('int_integrity_counts') }}

),

surrounded as (

    select
        *,
        count(*) over peers as unit_count,
        (sum(base_count) over peers - base_count)::bigint as peer_base,
        (sum(hit_count) over peers - hit_count)::bigint as peer_hits,
        coalesce(sum(base_count) over own_past, 0)::bigint as past_base,
        coalesce(sum(hit_count) over own_past, 0)::bigint as past_hits
    from counts
    window
        peers as (partition by signal_code, level, month_start),
        own_past as (
            partition by signal_code, area_code order by month_start
            range between interval 6 month preceding and interval 1 day preceding
        )

),

expected as (

    select
        *,
        case when unit_count >= 3 then 'peers' else 'history' end as compared_with,
        case when unit_count >= 3 then peer_hits / nullif(peer_base, 0)
            else past_hits / nullif(past_base, 0)
        end as usual_rate
    from surrounded

),

distances as (

    select
        *,
        base_count * usual_rate as expected_count,
        (hit_count - base_count * usual_rate)
        / sqrt(greatest(base_count * usual_rate * (1 - usual_rate), 1)) as distance
    from expected

),

widened as (

    select
        *,
        case when compared_with = 'peers'
            then greatest(
                sqrt(median(distance * distance) over (
                    partition by signal_code, level, month_start
                ) / 0.455), 1
            )
        else 1 end as spread
    from distances

)

select
    signal_code,
    area_code,
    level,
    month_start,
    base_count,
    hit_count,
    compared_with,
    expected_count::double as expected_count,
    (distance / spread)::double as deviations,
    coalesce(
        hit_count >= 5 and hit_count >= 1.5 * expected_count and distance / spread > 3, false
    ) as is_question
from widened
