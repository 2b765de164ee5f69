with

measured as (

    select
        *,
        {# Kept off 0 and 1, where a binomial error would vanish: all of 30 is not certainty. #}
        (least(1.0, greatest(0.0, scored_value / scale)) * (effective_sample - 2) + 1)
            / effective_sample as cautious_rate
    from {{ ref('asm_item_values') }}

),

spread as (

    select
        *,
        scale * sqrt(cautious_rate * (1 - cautious_rate) / effective_sample) as value_error,
        assessment.item_points(
            formula_type, params, weight, scored_value,
            numerator := numerator, peer_rank := peer_rank, exposure := exposure
        ) as points
    from measured

)

select
    * exclude (cautious_rate, value_error),
    points / nullif(weight, 0) as share,
    {# What one standard error of the value moves the points by, in the steeper direction. #}
    case when denominator is not null and formula_type not in ('count_deduct', 'rank_bracket')
        then pow(greatest(
            abs(assessment.exact_points(formula_type, params, weight, scored_value + value_error)
                - assessment.exact_points(formula_type, params, weight, scored_value)),
            abs(assessment.exact_points(formula_type, params, weight, scored_value - value_error)
                - assessment.exact_points(formula_type, params, weight, scored_value))
        ), 2)
    end as points_variance
from spread
