with

scored as (

    select
        *,
        assessment.item_points(
            formula_type, params, weight, scored_value,
            numerator := numerator, peer_rank := peer_rank, exposure := exposure
        ) as points
    from {{ ref('asm_item_values') }}

)

select
    *,
    points / nullif(weight, 0) as share
from scored
