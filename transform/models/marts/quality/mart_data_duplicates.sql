select

    ---------- ids
    duplicates.event_id,
    duplicates.earlier_id,

    ---------- strings
    duplicates.title,
    matters.matter_name,
    areas.area_path,
    duplicates.source,
    duplicates.earlier_source,

    ---------- numbers
    duplicates.minutes_apart::double as minutes_apart,
    duplicates.metres_apart::double as metres_apart,

    ---------- timestamps (local wall time)
    duplicates.reported_at,
    duplicates.earlier_at,

    ---------- origin
    duplicates.source_file,
    duplicates.source_row,
    duplicates.earlier_file,
    duplicates.earlier_row

from {{ ref('int_duplicate_reports') }} as duplicates
left join {{ ref('dim_matters') }} as matters
    on duplicates.matter_code = matters.matter_code
left join {{ ref('dim_areas') }} as areas
    on duplicates.area_code = areas.area_code
