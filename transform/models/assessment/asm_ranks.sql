{#- One-sided 5 %: the width of a two-sided 90 % interval. -#}
{%- set z = 1.6449 %}

with

totals as (

    select * from {{ ref('asm_totals') }}

),

ranked as (

    select
        *,
        {# dense 1 1 2; competition and average 1 1 3, the latter with the mean of the ranks that
           the equals share; first_item lets the points of the first item decide. #}
        case ties
            when 'dense' then dense_rank() over by_total
            when 'first_item' then rank() over by_total_and_first
            else rank() over by_total
        end as rank,
        rank() over by_total + (count(*) over equals - 1) / 2 as average_rank
    from totals
    where is_ranked
    window
        by_total as (
            partition by scheme_code, period_start, level, peer_group
            order by puts_last, total desc
        ),
        by_total_and_first as (
            partition by scheme_code, period_start, level, peer_group
            order by puts_last, total desc, first_points desc
        ),
        equals as (
            partition by scheme_code, period_start, level, peer_group, puts_last, total
        )

),

{# 差异不显著: the pair that would be written one under the other. #}
neighbours as (

    select
        scheme_code,
        period_start,
        area_code,
        coalesce(
            total - lead(total) over by_rank
                <= {{ z }} * sqrt(pow(total_error, 2) + pow(lead(total_error) over by_rank, 2))
                and puts_last = lead(puts_last) over by_rank,
            false
        ) as is_tied_with_next
    from ranked
    window by_rank as (
        partition by scheme_code, period_start, level, peer_group
        order by puts_last asc, total desc, area_code asc
    )

),

{# Pairs that the errors leave no doubt about; a place that a veto put last is below all others. #}
pairs as (

    select
        ranked.*,
        peers.rank as peer_place,
        {{ z }} * sqrt(pow(ranked.total_error, 2) + pow(peers.total_error, 2)) as leeway,
        peers.puts_last < ranked.puts_last
            or (peers.puts_last = ranked.puts_last and peers.total - ranked.total > leeway)
            as is_behind,
        peers.puts_last > ranked.puts_last
            or (peers.puts_last = ranked.puts_last and ranked.total - peers.total > leeway)
            as is_ahead
    from ranked
    inner join ranked as peers
        on ranked.scheme_code = peers.scheme_code
        and ranked.period_start = peers.period_start
        and ranked.level = peers.level
        and ranked.peer_group = peers.peer_group

),

{# How many ranks a unit is surely behind, and how many it is surely ahead of. #}
compared as (

    select
        scheme_code,
        period_start,
        area_code,
        count(*) as ranked_count,
        case when any_value(ties) = 'dense' then max(peer_place) else count(*) end as last_rank,
        case when any_value(ties) = 'dense' then count(distinct peer_place) filter (where is_behind)
            else count(*) filter (where is_behind)
        end as ahead_count,
        case when any_value(ties) = 'dense' then count(distinct peer_place) filter (where is_ahead)
            else count(*) filter (where is_ahead)
        end as behind_count
    from pairs
    group by all

)

select
    totals.*,
    ranked.rank,
    case when totals.ties = 'average' then ranked.average_rank end as average_rank,
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
