with

competing as (

    select
        *,
        0 as state
    from {{ ref('asm_totals') }}
    where is_ranked

),

ranked as (

    select
        scheme_code,
        period_start,
        area_code,
        rank,
        count(*) over in_group as ranked_count,
        case when ties = 'average' then rank + (count(*) over equals - 1) / 2 end as average_rank
    from assessment.ranked_states(competing)
    window
        in_group as (partition by scheme_code, period_start, level, peer_group),
        equals as (partition by scheme_code, period_start, level, peer_group, rank)

)

select
    totals.*,
    ranked.rank,
    ranked.average_rank,
    ranked.ranked_count,
    intervals.rank_best,
    intervals.rank_worst,
    intervals.total_low,
    intervals.total_high,
    coalesce(intervals.is_tied_with_next, false) as is_tied_with_next,
    intervals.interval_method
from {{ ref('asm_totals') }} as totals
left join ranked
    on totals.scheme_code = ranked.scheme_code
    and totals.period_start = ranked.period_start
    and totals.area_code = ranked.area_code
left join {{ ref('asm_intervals') }} as intervals
    on totals.scheme_code = intervals.scheme_code
    and totals.period_start = intervals.period_start
    and totals.area_code = intervals.area_code
