{# What changed since a week ago and is more than the usual up and down: it crossed its target, or
   it moved twice as far as it usually does. #}
with

judged as (

    select
        moves.*,
        targets.target,
        targets.severe_line,
        case
            when targets.target is null then 'none'
            when better = 'higher' and value < severe_line then 'severe'
            when better = 'lower' and value > severe_line then 'severe'
            when better = 'higher' and value < target then 'watch'
            when better = 'lower' and value > target then 'watch'
            else 'normal'
        end as status,
        case
            when targets.target is null then 'none'
            when better = 'higher' and previous_value < severe_line then 'severe'
            when better = 'lower' and previous_value > severe_line then 'severe'
            when better = 'higher' and previous_value < target then 'watch'
            when better = 'lower' and previous_value > target then 'watch'
            else 'normal'
        end as previous_status
    from {{ ref('int_weekly_moves') }} as moves
    left join {{ ref('indicator_targets') }} as targets
        on moves.indicator_code = targets.indicator_code
        and moves.area_code = targets.area_code

),

crossed as (

    select
        *,
        list_position(['none', 'normal', 'watch', 'severe'], status)
        - list_position(['none', 'normal', 'watch', 'severe'], previous_status) as fall,
        case better when 'higher' then change > 0 when 'lower' then change < 0 end as is_better
    from judged

),

ordered as (

    select
        *,
        row_number() over (
            partition by area_code
            order by fall > 0 desc, is_better is not distinct from false desc, times_usual desc,
                indicator_code
        ) as move_place
    from crossed
    where (fall != 0 and times_usual >= 1)
        or times_usual >= 2

)

select
    area_code,
    indicator_code,
    name_zh as indicator_name,
    unit,
    decimals,
    better,
    period_start,
    value,
    previous_value,
    change,
    expected_change,
    times_usual,
    target,
    status,
    previous_status,
    case when fall > 0 then 'fell' when fall < 0 then 'recovered' end as crossing,
    is_better,
    move_place
from ordered
where move_place <= 12
