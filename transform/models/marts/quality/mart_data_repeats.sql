select

    ---------- ids
    repeats.area_code,
    repeats.matter_code,
    repeats.last_event_id,

    ---------- strings
    matters.matter_name,
    areas.area_path,

    ---------- numbers
    repeats.demand_count,
    repeats.closed_count,
    repeats.after_closing_count,

    ---------- timestamps (local wall time)
    repeats.first_at,
    repeats.last_at

from {{ ref('int_repeated_demands') }} as repeats
left join {{ ref('dim_matters') }} as matters
    on repeats.matter_code = matters.matter_code
left join {{ ref('dim_areas') }} as areas
    on repeats.area_code = areas.area_code
