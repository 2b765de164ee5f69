{# Which ranked units may be named in a circular, and why. Named is only what can be defended: a
   card that rests on sound samples, a place in the group whose whole interval says so, or a veto.
   A low total whose interval still reaches the line is shown in the table and not named. #}
with

board as (

    select
        board.*,
        schemes.green_line,
        schemes.yellow_line,
        {# As a card: the period has ended and most of the points rest on sound samples. #}
        board.is_complete
        and board.rank is not null
        and board.sound_share >= schemes.minimum_scored_share as is_judged,
        {# The last of two is also the second: a place alone says something from three on. #}
        board.ranked_count >= 3 as is_group
    from {{ ref('mart_rank_board') }} as board
    inner join {{ ref('asm_schemes') }} as schemes
        on board.scheme_code = schemes.scheme_code

),

reasoned as (

    select
        *,
        case
            when not is_judged or puts_last or veto != 0 or total < yellow_line then null
            when card in ('yellow', 'red') then null
            when card = 'green' then '总分达到绿牌线'
            when is_group and rank = 1 and rank_worst = 1 then '列组内第一，与其后各单位差异显著'
        end as praise,
        case
            when puts_last or veto != 0 then '一票否决'
            when not is_judged then null
            when card in ('yellow', 'red') and total_high < yellow_line
                then '总分及其误差区间均低于黄牌线'
            when is_group and rank > 1 and rank_best = ranked_count
                then '列组内末位，与其前各单位差异显著'
        end as criticism
    from board

)

select
    scheme_code,
    scheme_no,
    period_type,
    period_start,
    level,
    peer_group,
    area_code,
    area_name,
    total,
    rank,
    ranked_count,
    card,
    green_line,
    yellow_line,
    case when criticism is not null then 'criticism' when praise is not null then 'praise' end
        as verdict,
    coalesce(criticism, praise) as reason,
    {# On or below the line by its total alone: not named, but told to look. #}
    criticism is null and is_judged and coalesce(total < yellow_line, false) as is_doubtful
from reasoned
