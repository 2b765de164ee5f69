{# Registers seldom know when an old building was opened: it was there before the history began. #}
select
    facility_id,
    area_code,
    kind,
    facility_name,
    lon,
    lat,
    is_online,
    coalesce(opened_on, date '2000-01-01') as opened_on,
    case when closed_on < {{ as_of() }} then closed_on end as closed_on,
    facility_id as source_key,
    source_feed,
    source_file,
    source_row
from {{ ref('stg_base__facilities') }}
where coalesce(opened_on, date '2000-01-01') < {{ as_of() }}
