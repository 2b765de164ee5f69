select
    area_code,
    coalesce(valid_from, date '2000-01-01') as valid_from,
    case when valid_to < {{ as_of() }} then valid_to end as valid_to,
    source_key
from {{ ref('dim_areas') }}
where level = 'grid'
    and coalesce(valid_from, date '2000-01-01') < {{ as_of() }}
