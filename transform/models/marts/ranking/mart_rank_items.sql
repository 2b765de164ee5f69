with

scores as (

    select
        scores.*,
        catalogue.unit,
        catalogue.decimals,
        catalogue.better,
        assessment.parameter(scores.params, 'zero_at') as zero_at,
        assessment.parameter(scores.params, 'full_at') as full_at,
        rules.rule
    from {{ ref('asm_item_scores') }} as scores
    inner join {{ ref('asm_item_rules') }} as rules
        on scores.scheme_code = rules.scheme_code
        and scores.level = rules.level
        and scores.item_code = rules.item_code
        and scores.effective_from = rules.effective_from
    left join {{ ref('indicators') }} as catalogue
        on scores.indicator_code = catalogue.indicator_code

),

{# How the points come about: for a straight line the sum itself, else the value and the rule. #}
told as (

    select
        *,
        case
            when points is null then ''
            when formula_type not in ('proportional', 'inverse')
                then format('{}；得 {:.2f} 分', rule, points)
            when points >= weight
                then format('达到满分值 {:g}，得满分 {:g} 分', full_at, points)
            when points <= 0 then format('未过零分值 {:g}，得 0 分', zero_at)
            when full_at > zero_at
                then format('（{:.2f}−{:g}）÷（{:g}−{:g}） × {:g} 分 = {:.2f} 分', scored_value,
                    zero_at, full_at, zero_at, weight, points)
            else format('（{:g}−{:.2f}）÷（{:g}−{:g}） × {:g} 分 = {:.2f} 分', zero_at,
                scored_value, zero_at, full_at, weight, points)
        end as sum_in_words
    from scores

)

select
    told.scheme_code,
    told.period_type,
    told.period_start,
    told.level,
    told.peer_group,
    told.area_code,
    areas.area_name,
    told.item_code,
    told.item_no,
    told.item_name,
    told.short_name,
    told.governance,
    told.aspect,
    told.part,
    told.indicator_code,
    told.formula_type,
    told.unit,
    told.decimals,
    told.better,
    told.weight,
    told.params,
    told.full_at as target,
    told.rule,
    told.effective_from,
    told.numerator::double as numerator,
    told.denominator::double as denominator,
    told.value,
    told.scored_value,
    told.peer_rank::integer as peer_rank,
    told.share,
    told.points,
    case when told.part = 'base' then round(told.weight - told.points, 2) end as lost_points,
    assessment.puts_last(told.formula_type, told.params, told.value) as puts_last,
    told.is_small_sample,
    told.is_missing,
    case
        when told.is_missing then '本期分母为零或无数据，不计分，其权重由其余各项分担'
        when told.is_small_sample
            then format('样本不足，{:.2f} 向同级均值 {:.2f} 收缩为 {:.2f}；', told.value,
                told.pooled_value, told.scored_value) || told.sum_in_words
        else told.sum_in_words
    end as reason
from told
inner join {{ ref('dim_areas') }} as areas
    on told.area_code = areas.area_code
