with

ranked as (

    select
        board.*,
        levels.level_rank,
        levels.level_name,
        min(levels.level_rank) over () as highest_rank
    from {{ ref('mart_rank_board') }} as board
    inner join {{ ref('dim_levels') }} as levels
        on board.level = levels.level
    inner join {{ ref('int_overview_root') }} as root
        on levels.level_rank > root.level_rank
    where board.is_complete
        and board.is_ranked

),

{# The units where a scheme ranks them; else the highest level below them that it does. #}
board as (

    select *
    from ranked
    where level_rank = highest_rank

),

{# The first scheme that could rank anybody, in its newest complete period. #}
chosen as (

    select
        scheme_code,
        max(period_start) as period_start
    from board
    where scheme_no = (select min(first_board.scheme_no) from board as first_board)
    group by all

),

rows_of_it as (

    select board.*
    from board
    inner join chosen
        on board.scheme_code = chosen.scheme_code
        and board.period_start = chosen.period_start

)

select
    rows_of_it.scheme_code,
    rows_of_it.scheme_name,
    rows_of_it.period_start,
    month(rows_of_it.period_start) || '月' as period_label,
    rows_of_it.level_name,
    rows_of_it.peer_group,
    rows_of_it.area_code as unit_code,
    rows_of_it.area_name as unit_name,
    rows_of_it.rank::bigint as rank,
    rows_of_it.rank_change::bigint as rank_change,
    rows_of_it.total as score,
    schemes.green_line,
    nullif(rows_of_it.card, 'none') as card,
    coalesce(lag(rows_of_it.is_tied_with_next) over in_group, false) as ties_with_previous,
    coalesce(rows_of_it.is_tied_with_next, false) as ties_with_next,
    row_number() over (
        order by rows_of_it.peer_group, rows_of_it.rank, rows_of_it.area_code
    ) as sort_order
from rows_of_it
inner join {{ ref('asm_schemes') }} as schemes
    on rows_of_it.scheme_code = schemes.scheme_code
window in_group as (
    partition by rows_of_it.peer_group order by rows_of_it.rank, rows_of_it.area_code
)
