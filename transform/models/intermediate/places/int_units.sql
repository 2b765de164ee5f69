{# What coverage is counted over. A register without kinds tells a village by its name. #}
select
    area_code,
    level,
    level = 'community'
    and (
        coalesce(kind in ('村', '行政村', '建制村'), false)
        or (kind is null and area_name like '%村')
    ) as is_village,
    level = 'street'
    and (
        coalesce(kind in ('镇', '乡', '民族乡', '乡镇'), false)
        or (kind is null and (area_name like '%镇' or area_name like '%乡'))
    ) as is_town,
    coalesce(valid_from, date '2000-01-01') as valid_from,
    case when valid_to < {{ as_of() }} then valid_to end as valid_to,
    source_key
from {{ ref('dim_areas') }}
where level in ('district', 'street', 'community')
    and coalesce(valid_from, date '2000-01-01') < {{ as_of() }}
