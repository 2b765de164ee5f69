{# Which periods are kept for which place. Days and trailing windows stop at the community: a
   grid has about one event in three days, and a rate of one means nothing. #}
select
    areas.area_code,
    areas.level,
    periods.period_id,
    periods.period_type,
    periods.period_start,
    periods.counted_until
from {{ ref('dim_areas') }} as areas
cross join {{ ref('periods') }} as periods
where areas.level != 'grid'
    or periods.period_type in ('week', 'month', 'quarter', 'year')
