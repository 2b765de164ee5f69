select
    role,
    person_key,
    area_code,
    since,
    case when until < {{ as_of() }} then until end as until,
    role || '|' || person_key || '|' || area_code as source_key,
    source_feed,
    source_file,
    source_row
from {{ ref('stg_base__rosters') }}
where since < {{ as_of() }}
