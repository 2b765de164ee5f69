with

scores as (

    select
        scores.*,
        items.item_name,
        items.short_name,
        items.governance,
        items.formula_type,
        catalogue.unit,
        catalogue.decimals,
        catalogue.better,
        case when scores.full_at > scores.zero_at
            then format('（{:.2f}−{:g}）÷（{:g}−{:g}）', scores.scored_value, scores.zero_at,
                scores.full_at, scores.zero_at)
            else format('（{:g}−{:.2f}）÷（{:g}−{:g}）', scores.zero_at, scores.scored_value,
                scores.zero_at, scores.full_at)
        end as law
    from {{ ref('asm_item_scores') }} as scores
    inner join {{ ref('scheme_items') }} as items
        on scores.scheme_code = items.scheme_code
        and scores.level = items.level
        and scores.item_code = items.item_code
    inner join {{ ref('indicators') }} as catalogue
        on scores.indicator_code = catalogue.indicator_code

)

select
    scores.scheme_code,
    scores.period_type,
    scores.period_start,
    scores.level,
    scores.peer_group,
    scores.area_code,
    areas.area_name,
    scores.item_code,
    scores.item_no,
    scores.item_name,
    scores.short_name,
    scores.governance,
    scores.indicator_code,
    scores.formula_type,
    scores.unit,
    scores.decimals,
    scores.better,
    scores.weight,
    scores.zero_at,
    scores.full_at,
    scores.full_at as target,
    scores.numerator::double as numerator,
    scores.denominator::double as denominator,
    scores.value,
    scores.scored_value,
    scores.share,
    scores.points,
    round(scores.weight - scores.points, 2) as lost_points,
    scores.is_small_sample,
    scores.is_missing,
    case
        when scores.is_missing then '本期分母为零或无数据，不计分，其权重由其余各项分担'
        else case when scores.is_small_sample
                then format('样本不足，{:.2f} 向同级均值 {:.2f} 收缩为 {:.2f}；', scores.value,
                    scores.pooled_value, scores.scored_value)
                else ''
            end
            || case
                when scores.share >= 1
                    then format('达到满分值 {:g}，得满分 {:g} 分', scores.full_at, scores.points)
                when scores.share <= 0 then format('未过零分值 {:g}，得 0 分', scores.zero_at)
                else format('{} × {:g} 分 = {:.2f} 分', scores.law, scores.weight, scores.points)
            end
    end as reason
from scores
inner join {{ ref('dim_areas') }} as areas
    on scores.area_code = areas.area_code
