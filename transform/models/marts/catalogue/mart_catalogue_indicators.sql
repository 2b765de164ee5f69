select
    catalogue.indicator_code,
    catalogue.name_zh,
    catalogue.name_en,
    catalogue.governance,
    case catalogue.governance
        when '闭环运行' then 1
        when '政治' then 2
        when '自治' then 3
        when '法治' then 4
        when '德治' then 5
        else 6
    end as governance_order,
    catalogue.unit,
    catalogue.decimals,
    catalogue.better,
    catalogue.scale,
    catalogue.levels,
    catalogue.periods,
    catalogue.minimum_sample,
    catalogue.status,
    catalogue.definition,
    catalogue.pitfalls,
    catalogue.source,
    catalogue.numerator_measure,
    above.name_zh as numerator_name,
    above.description as numerator_description,
    above.aggregation,
    above.window_days,
    above.theme,
    catalogue.denominator_measure,
    below.name_zh as denominator_name,
    below.description as denominator_description,
    lower(concat_ws(
        ' ',
        catalogue.indicator_code,
        catalogue.name_zh,
        catalogue.name_en,
        catalogue.governance,
        above.theme,
        above.name_zh,
        below.name_zh,
        catalogue.definition,
        catalogue.source
    )) as search_text
from {{ ref('indicators') }} as catalogue
left join {{ ref('measures') }} as above
    on catalogue.numerator_measure = above.measure_code
left join {{ ref('measures') }} as below
    on catalogue.denominator_measure = below.measure_code
order by governance_order, catalogue.indicator_code
