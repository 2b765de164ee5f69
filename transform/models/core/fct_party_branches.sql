select
    branch_id,
    area_code,
    star,
    rated_on,
    since,
    case when until < {{ as_of() }} then until end as until,
    branch_id as source_key,
    source_feed,
    source_file,
    source_row
from {{ ref('stg_base__party_branches') }}
where since < {{ as_of() }}
