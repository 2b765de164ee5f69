{# The aspect that moved a place most in the direction it went, and the item behind it. #}
with

changes as (

    select
        *,
        {# Where it went: by rank, or where the rank stayed, by total. #}
        case when rank = previous_rank then sign(round(total - previous_total, 2))
            else sign(previous_rank - rank)
        end as direction,
        rank = previous_rank as kept_rank
    from {{ ref('asm_rank_changes') }}

),

{# Ranks first, then points; of equals the earlier step. #}
main_parts as (

    select *
    from changes
    qualify row_number() over (
        partition by scheme_code, period_start, area_code
        order by
            case when kept_rank then 0 else direction * rank_part end desc,
            direction * total_part desc,
            step_no
    ) = 1

),

item_changes as (

    select
        now.scheme_code,
        now.period_start,
        now.area_code,
        case when now.aspect in (select aspects.aspect from {{ ref('change_aspects') }} as aspects)
            then now.aspect else 'outcome'
        end as aspect,
        now.item_name,
        before.value as value_before,
        coalesce(sealed.value, now.value) as value_now,
        coalesce(sealed.points, now.points) - before.points as points_part
    from {{ ref('asm_item_scores') }} as now
    inner join {{ ref('periods') }} as periods
        on now.period_type = periods.period_type
        and now.period_start = periods.period_start
    inner join {{ ref('asm_item_scores') }} as before
        on now.scheme_code = before.scheme_code
        and now.area_code = before.area_code
        and now.item_code = before.item_code
        and periods.previous_start = before.period_start
    left join {{ ref('stg_seal__items') }} as sealed
        on now.scheme_code = sealed.scheme_code
        and now.period_start = sealed.period_start
        and now.area_code = sealed.area_code
        and now.item_code = sealed.item_code

),

items as (

    select
        main_parts.scheme_code,
        main_parts.period_start,
        main_parts.area_code,
        arg_max(item_changes.item_name, main_parts.direction * item_changes.points_part)
            as item_name,
        arg_max(item_changes.value_before, main_parts.direction * item_changes.points_part)
            as value_before,
        arg_max(item_changes.value_now, main_parts.direction * item_changes.points_part)
            as value_now,
        max(main_parts.direction * item_changes.points_part) as gain
    from main_parts
    inner join item_changes
        on main_parts.scheme_code = item_changes.scheme_code
        and main_parts.period_start = item_changes.period_start
        and main_parts.area_code = item_changes.area_code
        and main_parts.aspect = item_changes.aspect
    group by all

)

select
    main_parts.scheme_code,
    main_parts.period_start,
    main_parts.area_code,
    main_parts.aspect,
    case
        when main_parts.direction = 0 then '得分名次均未变'
        {# It did not move towards where it went: the others did. #}
        when main_parts.direction * main_parts.total_part <= 0 then '其他单位变动所致'
        else aspects.aspect_name
            || replace(format(' {:+.2f} 分', main_parts.total_part), '-', '−')
            || case when items.gain > 0
                then format('（{} {:.1f}→{:.1f}）', items.item_name, items.value_before,
                    items.value_now)
                else ''
            end
    end as reason
from main_parts
inner join {{ ref('change_aspects') }} as aspects
    on main_parts.aspect = aspects.aspect
left join items
    on main_parts.scheme_code = items.scheme_code
    and main_parts.period_start = items.period_start
    and main_parts.area_code = items.area_code
