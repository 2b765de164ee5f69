{# Every decision that changed a score, with its reason: published with the result. #}
select
    adjustments.adjustment_id,
    adjustments.scheme_code,
    schemes.scheme_no,
    schemes.scheme_name,
    schemes.period_type,
    adjustments.period_start,
    adjustments.area_code,
    areas.area_name,
    areas.level,
    case adjustments.kind
        when 'bonus' then '加分'
        when 'deduction' then '扣分'
        when 'veto' then '一票否决'
        when 'correction' then '更正'
        else adjustments.kind
    end as kind_name,
    list_position(['veto', 'deduction', 'bonus', 'correction'], adjustments.kind)::integer
        as kind_order,
    {# A veto works on the rank, not on the sum. #}
    case when adjustments.kind != 'veto' then adjustments.points end::double as points,
    adjustments.reason,
    adjustments.decided_on,
    adjustments.decided_by,
    adjustments.source_file,
    adjustments.source_row
from {{ ref('fct_score_adjustments') }} as adjustments
inner join {{ ref('asm_schemes') }} as schemes
    on adjustments.scheme_code = schemes.scheme_code
inner join {{ ref('dim_areas') }} as areas
    on adjustments.area_code = areas.area_code
