with

shares as (

    select
        measured.*,
        items.item_no,
        items.weight,
        items.zero_at,
        items.full_at,
        least(1.0, greatest(0.0,
            (measured.scored_value - items.zero_at) / (items.full_at - items.zero_at)
        )) as share,
        {# Kept off 0 and 1, where a binomial error would vanish: all of 30 is not certainty. #}
        least(1.0, greatest(0.0, measured.scored_value / measured.scale)) as rate
    from {{ ref('asm_item_values') }} as measured
    inner join {{ ref('scheme_items') }} as items
        on measured.scheme_code = items.scheme_code
        and measured.level = items.level
        and measured.item_code = items.item_code

),

spread as (

    select
        *,
        (rate * (effective_sample - 2) + 1) / effective_sample as cautious_rate
    from shares

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
    indicator_code,
    weight,
    zero_at,
    full_at,
    numerator,
    denominator,
    value,
    scored_value,
    pooled_value,
    case when not is_missing then share end as share,
    {# Rounded here, so that the points printed in a table add up to the total printed below. #}
    case when not is_missing then round(weight * share, 2) end as points,
    case when not is_missing and denominator is not null
        then pow(weight * scale / (full_at - zero_at), 2)
            * cautious_rate * (1 - cautious_rate) / effective_sample
    end as points_variance,
    is_small_sample,
    is_missing
from spread
