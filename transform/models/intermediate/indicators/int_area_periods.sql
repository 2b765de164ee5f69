{# Which periods are kept for which place: all, but the trailing windows stop at the community. A
   grid has about one event in three days; what it had in the last 24 hours is its event list. #}
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
    or periods.period_type not in (
        {%- for name, days, count in trailing_windows() -%}
        '{{ name }}'{{ ', ' if not loop.last }}
        {%- endfor -%}
    )
