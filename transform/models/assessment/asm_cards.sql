{# Cards by the lines of the scheme: green from a total on; yellow below a total or among the last
   of the group; red below a total or after so many yellow periods in a row. A card is a verdict:
   none on a period that still runs, none on a total of mostly small samples. #}
with

ranks as (

    select
        ranks.*,
        schemes.green_line,
        schemes.yellow_line,
        schemes.red_line,
        schemes.yellow_last,
        schemes.red_after,
        {# From the bottom: 1 is the last of its group. #}
        rank() over (
            partition by ranks.scheme_code, ranks.period_start, ranks.level, ranks.peer_group
            order by ranks.rank desc nulls last
        ) as rank_from_last,
        ranks.total is not null
            and periods.is_complete
            and ranks.sound_weight >= schemes.minimum_scored_share * schemes.total_points
            as is_judged
    from {{ ref('asm_published') }} as ranks
    inner join {{ ref('asm_schemes') }} as schemes
        on ranks.scheme_code = schemes.scheme_code
    inner join {{ ref('periods') }} as periods
        on ranks.period_type = periods.period_type
        and ranks.period_start = periods.period_start

),

{# The last of two is also the second: only in a larger group is a place among the last. #}
marked as (

    select
        *,
        coalesce(total < yellow_line, false) as is_below_line,
        coalesce(rank_from_last <= yellow_last and ranked_count > 2 * yellow_last, false)
            as is_among_last
    from ranks

),

{# Every period without a yellow mark begins a new row of periods. #}
in_rows as (

    select
        *,
        count(*) filter (where not is_below_line and not is_among_last) over (
            partition by scheme_code, area_code order by period_start
        ) as row_no
    from marked

),

counted as (

    select
        *,
        count(*) filter (where is_below_line or is_among_last) over (
            partition by scheme_code, area_code, row_no order by period_start
        ) as marked_periods
    from in_rows

),

carded as (

    select
        *,
        case
            when not is_judged then 'none'
            when total < red_line then 'red'
            when marked_periods >= red_after then 'red'
            when marked_periods > 0 then 'yellow'
            when total >= green_line then 'green'
            else 'none'
        end as card
    from counted

)

select
    scheme_code,
    period_start,
    area_code,
    marked_periods,
    card,
    case
        when card = 'red' and total < red_line then format('总分低于红牌线 {:g}', red_line)
        when card in ('red', 'yellow') then concat_ws(
            '、',
            case when is_below_line then format('总分低于黄牌线 {:g}', yellow_line) end,
            case when is_among_last then format('组内末 {:d} 位', yellow_last) end
        ) || case when marked_periods > 1 then format('，连续 {:d} 期', marked_periods) else '' end
        when card = 'green' then format('总分达到绿牌线 {:g}', green_line)
    end as card_reason
from carded
