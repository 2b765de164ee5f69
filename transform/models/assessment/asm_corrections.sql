{# Sealed values that the data of today no longer give. #}
select
    sealed.scheme_code,
    seals.period_type,
    sealed.period_start,
    sealed.area_code,
    sealed.item_code,
    sealed.indicator_code,
    seals.sealed_at,
    sealed.numerator as sealed_numerator,
    sealed.denominator as sealed_denominator,
    sealed.value as sealed_value,
    sealed.points as sealed_points,
    today.numerator as numerator_now,
    today.denominator as denominator_now,
    today.value as value_now,
    today.points as points_now
from {{ ref('stg_seal__items') }} as sealed
inner join {{ ref('stg_seal__seals') }} as seals
    on sealed.scheme_code = seals.scheme_code
    and sealed.period_start = seals.period_start
left join {{ ref('asm_item_scores') }} as today
    on sealed.scheme_code = today.scheme_code
    and sealed.period_start = today.period_start
    and sealed.area_code = today.area_code
    and sealed.item_code = today.item_code
where sealed.numerator is distinct from today.numerator
    or sealed.denominator is distinct from today.denominator
    {# Points are decimals of two places; a last binary digit is no correction. #}
    or round(sealed.points, 2) is distinct from round(today.points, 2)
    or round(sealed.value, 9) is distinct from round(today.value, 9)
