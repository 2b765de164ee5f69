{# Items, each between 0 and its weight; their sum, stretched where items could not be scored; the
   bonus; deductions and corrections; the veto. #}
with

summed as (

    select
        scheme_code,
        period_start,
        area_code,
        {# Decimals add up to the same in any order; a last digit must not turn a rank. #}
        coalesce(sum(points::decimal(18, 6)) filter (where part = 'base'), 0)::double as points,
        coalesce(sum(points::decimal(18, 6)) filter (where part = 'bonus'), 0)::double as bonus,
        coalesce(sum(points::decimal(18, 6)) filter (where part = 'veto'), 0)::double as veto,
        coalesce(bool_or(assessment.puts_last(formula_type, params, value)), false) as puts_last,
        arg_min(points, item_no) filter (where part = 'base') as first_points,
        coalesce(sum(weight) filter (where part = 'base' and not is_missing), 0) as scored_weight,
        coalesce(sum(weight) filter (
            where part = 'base' and not is_missing and not is_small_sample
        ), 0) as sound_weight,
        count(*) filter (where part = 'base' and is_missing) as missing_count,
        count(*) filter (where part = 'base' and is_small_sample) as small_sample_count,
        max(effective_from) as rules_since
    from {{ ref('asm_item_scores') }}
    group by all

),

waiting as (

    select
        scheme_code,
        period_start,
        string_agg(remark, '、' order by feed_code) filter (where is_waited_for) as waits_for,
        string_agg(remark, '、' order by feed_code) filter (where not is_waited_for) as remark
    from {{ ref('asm_feeds') }}
    group by all

),

judged as (

    select
        units.*,
        schemes.total_points,
        schemes.ties,
        summed.* exclude (scheme_code, period_start, area_code),
        waiting.waits_for,
        waiting.remark as feed_remark,
        least(coalesce(adjustments.deduction, 0), coalesce(schemes.deduction_cap, 'inf'::double))
            as deduction,
        coalesce(adjustments.correction, 0) as correction,
        waiting.waits_for is null
            and summed.scored_weight >= schemes.minimum_scored_share * schemes.total_points
            as is_ranked
    from {{ ref('asm_units') }} as units
    inner join {{ ref('asm_schemes') }} as schemes
        on units.scheme_code = schemes.scheme_code
    inner join summed
        on units.scheme_code = summed.scheme_code
        and units.period_start = summed.period_start
        and units.area_code = summed.area_code
    left join waiting
        on units.scheme_code = waiting.scheme_code
        and units.period_start = waiting.period_start
    left join {{ ref('asm_adjustments') }} as adjustments
        on units.scheme_code = adjustments.scheme_code
        and units.period_start = adjustments.period_start
        and units.area_code = adjustments.area_code

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
    bonus,
    deduction,
    correction,
    veto,
    puts_last,
    ties,
    first_points,
    rules_since,
    waits_for,
    feed_remark,
    is_ranked,
    case when is_ranked then assessment.total_of(
        points, scored_weight, total_points,
        bonus := bonus, deduction := deduction, correction := correction, veto := veto
    ) end as total
from judged
