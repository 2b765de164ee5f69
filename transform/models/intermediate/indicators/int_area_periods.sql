{# Which periods are kept for which place. #}
select
    areas.area_code,
    areas.level,
    periods.period_id,
    periods.period_type,
    periods.period_start,
    periods.counted_until
from {{ ref('dim_areas') }} as areas
inner join {{ ref('periods') }} as periods
    on areas.level_rank <= periods.finest_level_rank
