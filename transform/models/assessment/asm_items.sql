{# A method that changes closes one row of an item and opens another: each period is scored by
   the rows in force on its first day. #}
select
    items.* exclude (effective_from, effective_to),
    schemes.period_type,
    periods.period_start,
    assessment.item_part(items.formula_type) as part,
    coalesce(items.effective_from, schemes.effective_from) as effective_from,
    items.effective_to,
    catalogue.scale,
    catalogue.better
from {{ ref('asm_scheme_items') }} as items
inner join {{ ref('asm_schemes') }} as schemes
    on items.scheme_code = schemes.scheme_code
inner join {{ ref('periods') }} as periods
    on schemes.period_type = periods.period_type
    and greatest(items.effective_from, schemes.effective_from) <= periods.period_start
    and coalesce(items.effective_to >= periods.period_start, true)
left join {{ ref('indicators') }} as catalogue
    on items.indicator_code = catalogue.indicator_code
