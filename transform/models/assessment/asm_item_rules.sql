{# The rule of each item in words, from the same parameters that the functions read. #}
with

items as (

    select
        items.*,
        coalesce(items.effective_from, schemes.effective_from) as valid_from,
        coalesce(catalogue.unit, '') as unit,
        assessment.direction(items.params) as direction,
        {%- for name in [
            'zero_at', 'full_at', 'per_point', 'steep_at', 'steep_per_point', 'base_value',
            'base_points', 'per', 'free', 'cap', 'divide_by', 'points',
        ] %}
        assessment.parameter(items.params, '{{ name }}') as {{ name }}
        {%- if not loop.last %},{% endif %}
        {%- endfor %},
        assessment.parameter(items.params, 'limit') as time_limit
    from {{ ref('asm_scheme_items') }} as items
    inner join {{ ref('asm_schemes') }} as schemes
        on items.scheme_code = schemes.scheme_code
    left join {{ ref('indicators') }} as catalogue
        on items.indicator_code = catalogue.indicator_code

),

ruled as (

    select
        *,
        case formula_type
            when 'proportional'
                then format('{:g}{} 起计分，{:g}{} 满分，其间按直线折算', zero_at, unit, full_at, unit)
            when 'inverse'
                then format('{:g}{} 满分，{:g}{} 不得分，其间按直线折算', full_at, unit, zero_at, unit)
            when 'threshold_step' then case
                when assessment.has_steps(params) then '按分段得分：' || assessment.step_words(params)
                else format('{:g}{} 满分，每{} 1 扣 {:g} 分', full_at, unit,
                        case when direction > 0 then '低' else '高' end, per_point)
                    || case when steep_at is not null
                        then format('，越过 {:g}{} 后每 1 扣 {:g} 分', steep_at, unit, steep_per_point)
                        else ''
                    end
            end
            when 'baseline'
                then format('{:g}{} 得 {:g} 分，每{} 1 加 {:g} 分，反之减 {:g} 分', base_value, unit,
                    base_points, case when direction > 0 then '高' else '低' end, per_point,
                    per_point)
            when 'count_deduct'
                then case when free > 0 then format('超过 {:g} 后', free) else '' end
                    || format('每 1{} 扣 {:g} 分', case json_extract_string(params, '$.count')
                        when 'value' then ' ' || unit when 'density' then ' 单位密度' else ' 件'
                    end, per)
                    || coalesce(format('，最多扣 {:g} 分', cap), '，扣完为止')
            when 'duration'
                then case when divide_by is null
                    then format('（{:g} − 用时）× {:g} 分', time_limit, per)
                    else format('（{:g} − 用时 ÷ {:g}）× {:g} 分', time_limit, divide_by, per)
                end
            when 'rank_bracket' then '按组内名次得分：' || assessment.bracket_words(params)
            when 'manual' then '由考核单位评定'
            when 'bonus' then format('每 1 加 {:g} 分，最多 {:g} 分', coalesce(per, 1), weight)
            when 'veto' then case json_extract_string(params, '$.effect')
                when 'bottom' then '一票否决，排名列末位'
                else format('一票否决，扣 {:g} 分', points)
            end
        end as rule
    from items

)

select
    scheme_code,
    level,
    item_code,
    valid_from as effective_from,
    rule
from ruled
