{# The item that cost a place most, and where the place would stand with half of it. #}
with

lost as (

    select
        scheme_code,
        period_start,
        level,
        area_code,
        sum(lost_points) as lost_points,
        arg_max(item_name, (lost_points, -item_no)) as item_name,
        max(lost_points) as item_lost_points
    from {{ ref('mart_rank_items') }}
    where part = 'base' and lost_points is not null
    group by all

),

regained as (

    select
        lost.*,
        board.peer_group,
        board.rank,
        board.total,
        schemes.ties,
        -- What an item without a value leaves free is shared by the others.
        round(
            board.total + lost.item_lost_points / 2 * schemes.total_points / board.scored_weight, 2
        ) as total_with_half
    from lost
    inner join {{ ref('mart_rank_board') }} as board
        on lost.scheme_code = board.scheme_code
        and lost.period_start = board.period_start
        and lost.area_code = board.area_code
    inner join {{ ref('asm_schemes') }} as schemes
        on lost.scheme_code = schemes.scheme_code
    where board.rank is not null and board.scored_weight > 0

),

above as (

    select
        regained.scheme_code,
        regained.period_start,
        regained.area_code,
        count(*) as place_count,
        count(distinct others.total) as total_count
    from regained
    inner join regained as others
        on regained.scheme_code = others.scheme_code
        and regained.period_start = others.period_start
        and regained.level = others.level
        and regained.peer_group = others.peer_group
        and regained.area_code != others.area_code
        and regained.total_with_half < others.total
    group by all

)

select
    regained.scheme_code,
    regained.period_start,
    regained.level,
    regained.peer_group,
    regained.area_code,
    regained.item_name,
    regained.item_lost_points,
    round(regained.lost_points, 2) as lost_points,
    regained.total_with_half,
    regained.rank,
    1 + coalesce(
        case when regained.ties = 'dense' then above.total_count else above.place_count end, 0
    )::integer as rank_with_half
from regained
left join above
    on regained.scheme_code = above.scheme_code
    and regained.period_start = above.period_start
    and regained.area_code = above.area_code
