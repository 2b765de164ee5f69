select

    ---------- ids
    judged.signal_code,
    judged.area_code,

    ---------- strings
    signals.signal_name,
    areas.area_name,
    areas.area_path,
    judged.level,
    signals.base_name,
    signals.hit_name,
    signals.rule,
    signals.question,
    judged.compared_with,

    ---------- numbers
    signals.sort_order,
    judged.base_count,
    judged.hit_count,
    judged.expected_count,
    (judged.hit_count * 100.0 / nullif(judged.base_count, 0))::double as hit_percent,
    judged.deviations,

    ---------- booleans
    judged.is_question,

    ---------- dates
    judged.month_start

from {{ ref('int_integrity_judged') }} as judged
inner join {{ ref('integrity_signals') }} as signals
    on judged.signal_code = signals.signal_code
inner join {{ ref('dim_areas') }} as areas
    on judged.area_code = areas.area_code
