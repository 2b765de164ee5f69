{#- One-sided 5 %: the width of a two-sided 90 % interval. -#}
{%- set z = 1.6449 %}

with

totals as (

    select * from {{ ref('asm_totals') }}

),

ranked as (

    select
        *,
        dense_rank() over (
            partition by scheme_code, period_start, level, peer_group order by total desc
        ) as rank
    from totals
    where is_ranked

),

{# 差异不显著: the pair that would be written one under the other. #}
neighbours as (

    select
        scheme_code,
        period_start,
        area_code,
        coalesce(
            total - lead(total) over by_rank
                <= {{ z }} * sqrt(pow(total_error, 2) + pow(lead(total_error) over by_rank, 2)),
            false
        ) as is_tied_with_next
    from ranked
    window by_rank as (
        partition by scheme_code, period_start, level, peer_group
        order by total desc, area_code asc
    )

),

{# How many ranks a unit is surely behind, and how many it is surely ahead of. #}
compared as (

    select
        ranked.scheme_code,
        ranked.period_start,
        ranked.area_code,
        count(*) as ranked_count,
        max(peers.rank) as last_rank,
        count(distinct peers.rank) filter (
            where peers.total - ranked.total
                > {{ z }} * sqrt(pow(ranked.total_error, 2) + pow(peers.total_error, 2))
        ) as ahead_count,
        count(distinct peers.rank) filter (
            where ranked.total - peers.total
                > {{ z }} * sqrt(pow(ranked.total_error, 2) + pow(peers.total_error, 2))
        ) as behind_count
    from ranked
    inner join ranked as peers
        on ranked.scheme_code = peers.scheme_code
        and ranked.period_start = peers.period_start
        and ranked.level = peers.level
        and ranked.peer_group = peers.peer_group
    group by all

)

select
    totals.*,
    ranked.rank,
    compared.ranked_count,
    1 + compared.ahead_count as rank_best,
    compared.last_rank - compared.behind_count as rank_worst,
    greatest(0, totals.total - {{ z }} * totals.total_error) as total_low,
    totals.total + {{ z }} * totals.total_error as total_high,
    coalesce(neighbours.is_tied_with_next, false) as is_tied_with_next
from totals
left join ranked
    on totals.scheme_code = ranked.scheme_code
    and totals.period_start = ranked.period_start
    and totals.area_code = ranked.area_code
left join compared
    on totals.scheme_code = compared.scheme_code
    and totals.period_start = compared.period_start
    and totals.area_code = compared.area_code
left join neighbours
    on totals.scheme_code = neighbours.scheme_code
    and totals.period_start = neighbours.period_start
    and totals.area_code = neighbours.area_code
