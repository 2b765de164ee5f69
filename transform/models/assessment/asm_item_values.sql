with

measured as (

    select
        units.*,
        items.item_code,
        items.indicator_code,
        catalogue.scale,
        readings.numerator,
        readings.denominator,
        readings.value,
        schemes.minimum_sample,
        schemes.shrink_weight
    from {{ ref('asm_units') }} as units
    inner join {{ ref('schemes') }} as schemes
        on units.scheme_code = schemes.scheme_code
    inner join {{ ref('scheme_items') }} as items
        on units.scheme_code = items.scheme_code
        and units.level = items.level
    inner join {{ ref('indicators') }} as catalogue
        on items.indicator_code = catalogue.indicator_code
    left join {{ ref('indicator_values') }} as readings
        on items.indicator_code = readings.indicator_code
        and units.area_code = readings.area_code
        and units.period_type = readings.period_type
        and units.period_start = readings.period_start

),

{# All units of the level together: where a small sample is drawn to. #}
pooled as (

    select
        *,
        sum(numerator) over same_item / nullif(sum(denominator) over same_item, 0) as pooled_rate,
        coalesce(denominator > 0 and denominator < minimum_sample, false) as is_small_sample
    from measured
    window same_item as (partition by scheme_code, level, item_code, period_start)

)

select
    scheme_code,
    period_type,
    period_start,
    level,
    peer_group,
    area_code,
    item_code,
    indicator_code,
    numerator,
    denominator,
    value,
    case
        when is_small_sample
            then scale * (numerator + shrink_weight * pooled_rate) / (denominator + shrink_weight)
        else value
    end as scored_value,
    scale * pooled_rate as pooled_value,
    denominator + case when is_small_sample then shrink_weight else 2 end as effective_sample,
    scale,
    is_small_sample,
    value is null as is_missing
from pooled
