select
    volunteer_key,
    area_code,
    registered_on,
    case when withdrawn_on < {{ as_of() }} then withdrawn_on end as withdrawn_on,
    volunteer_key as source_key,
    source_feed,
    source_file,
    source_row
from {{ ref('stg_volunteer__volunteers') }}
where registered_on < {{ as_of() }}
