with

measured as (

    select
        units.*,
        items.* exclude (scheme_code, period_type, period_start, level),
        readings.numerator,
        readings.denominator,
        {# What no indicator gives was decided or entered; no decision is none. #}
        case
            when items.indicator_code is not null then readings.value
            when items.formula_type = 'bonus' then coalesce(adjustments.bonus, 0)
            when items.formula_type = 'veto' then coalesce(adjustments.veto_count, 0)
            else entered.points
        end as value,
        schemes.minimum_sample,
        schemes.shrink_weight,
        areas.area_km2 * areas.population / 10000 as exposure
    from {{ ref('asm_units') }} as units
    inner join {{ ref('asm_schemes') }} as schemes
        on units.scheme_code = schemes.scheme_code
    inner join {{ ref('asm_items') }} as items
        on units.scheme_code = items.scheme_code
        and units.period_start = items.period_start
        and units.level = items.level
    inner join {{ ref('dim_areas') }} as areas
        on units.area_code = areas.area_code
    left join {{ ref('indicator_values') }} as readings
        on items.indicator_code = readings.indicator_code
        and units.area_code = readings.area_code
        and units.period_type = readings.period_type
        and units.period_start = readings.period_start
    left join {{ ref('asm_adjustments') }} as adjustments
        on units.scheme_code = adjustments.scheme_code
        and units.period_start = adjustments.period_start
        and units.area_code = adjustments.area_code
    left join {{ ref('asm_scheme_points') }} as entered
        on items.scheme_code = entered.scheme_code
        and items.item_code = entered.item_code
        and units.period_start = entered.period_start
        and units.area_code = entered.area_code

),

{# All units of the level together: where a small sample is drawn to. Pieces that are counted
   one by one are what they are, however few. #}
pooled as (

    select
        *,
        sum(numerator) over same_item / nullif(sum(denominator) over same_item, 0) as pooled_rate,
        assessment.is_small(formula_type, denominator, minimum_sample) as is_small_sample
    from measured
    window same_item as (partition by scheme_code, level, item_code, period_start)

),

drawn as (

    select
        *,
        case
            when is_small_sample
                then scale * assessment.shrunken(
                    numerator, denominator, pooled_rate, shrink_weight
                )
            else value
        end as scored_value
    from pooled

)

select
    scheme_code,
    period_type,
    period_start,
    level,
    peer_group,
    area_code,
    item_code,
    item_no,
    item_name,
    short_name,
    governance,
    aspect,
    part,
    indicator_code,
    formula_type,
    weight,
    params,
    effective_from,
    numerator,
    denominator,
    value,
    scored_value,
    scale * pooled_rate as pooled_value,
    scale,
    exposure,
    case when value is not null then rank() over (
        partition by scheme_code, period_start, level, peer_group, item_code
        order by case better when 'lower' then scored_value else -scored_value end nulls last
    ) end as peer_rank,
    is_small_sample,
    value is null as is_missing
from drawn
