select
    changes.scheme_code,
    changes.period_start,
    units.level,
    units.peer_group,
    changes.area_code,
    areas.area_name,
    changes.step_no,
    changes.aspect,
    aspects.aspect_name,
    aspects.note as aspect_note,
    changes.total_part,
    changes.rank_part,
    changes.previous_total,
    changes.total,
    changes.previous_rank,
    changes.rank
from {{ ref('asm_rank_changes') }} as changes
inner join {{ ref('change_aspects') }} as aspects
    on changes.aspect = aspects.aspect
inner join {{ ref('asm_units') }} as units
    on changes.scheme_code = units.scheme_code
    and changes.period_start = units.period_start
    and changes.area_code = units.area_code
inner join {{ ref('dim_areas') }} as areas
    on changes.area_code = areas.area_code
