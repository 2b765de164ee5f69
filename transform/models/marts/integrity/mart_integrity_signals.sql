with

{# Streets and communities cover the same events: of each level the whole, and the lowest counts. #}
levels as (

    select
        signal_code,
        level,
        sum(base_count)::bigint as base_count,
        sum(hit_count)::bigint as hit_count,
        count(*) as judged_count,
        count(*) filter (where is_question) as asked_count,
        count(distinct area_code) filter (where is_question) as asked_units
    from {{ ref('int_integrity_judged') }}
    group by all

),

summed as (

    select
        signal_code,
        max(base_count) as base_count,
        max(hit_count) as hit_count,
        sum(judged_count)::bigint as judged_count,
        sum(asked_count)::bigint as asked_count,
        sum(asked_units)::bigint as asked_units
    from levels
    group by all

)

select

    ---------- ids
    signals.signal_code,

    ---------- strings
    signals.signal_name,
    signals.base_name,
    signals.hit_name,
    signals.rule,
    signals.question,

    ---------- numbers
    signals.sort_order,
    coalesce(summed.base_count, 0) as base_count,
    coalesce(summed.hit_count, 0) as hit_count,
    coalesce(summed.judged_count, 0) as judged_count,
    coalesce(summed.asked_count, 0) as asked_count,
    coalesce(summed.asked_units, 0) as asked_units

from {{ ref('integrity_signals') }} as signals
left join summed
    on signals.signal_code = summed.signal_code
