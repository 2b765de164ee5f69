with

units as (

    select * from {{ ref('asm_units') }}

),

summed as (

    select
        scheme_code,
        period_start,
        area_code,
        {# Decimals add up to the same in any order; a last digit must not turn a rank. #}
        coalesce(sum(points::decimal(18, 6)), 0)::double as points,
        coalesce(sum(points_variance::decimal(18, 9)), 0)::double as points_variance,
        coalesce(sum(weight) filter (where not is_missing), 0) as scored_weight,
        coalesce(sum(weight) filter (where not is_missing and not is_small_sample), 0)
            as sound_weight,
        count(*) filter (where is_missing) as missing_count,
        count(*) filter (where is_small_sample) as small_sample_count
    from {{ ref('asm_item_scores') }}
    group by all

),

judged as (

    select
        units.*,
        schemes.total_points,
        summed.points,
        summed.points_variance,
        summed.scored_weight,
        summed.sound_weight,
        summed.missing_count,
        summed.small_sample_count,
        summed.scored_weight >= schemes.minimum_scored_share * schemes.total_points as is_ranked,
        schemes.total_points / nullif(summed.scored_weight, 0) as stretch
    from units
    inner join {{ ref('asm_schemes') }} as schemes
        on units.scheme_code = schemes.scheme_code
    inner join summed
        on units.scheme_code = summed.scheme_code
        and units.period_start = summed.period_start
        and units.area_code = summed.area_code

)

select
    scheme_code,
    period_type,
    period_start,
    level,
    peer_group,
    area_code,
    points,
    scored_weight,
    sound_weight,
    missing_count,
    small_sample_count,
    is_ranked,
    {# Items without a denominator leave the scale: the rest is stretched to the full score. #}
    case when is_ranked then round(points * stretch, 2) end as total,
    case when is_ranked then stretch * sqrt(points_variance) end as total_error
from judged
