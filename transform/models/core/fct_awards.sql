select
    award_id,
    area_code,
    kind,
    level,
    awarded_on,
    case when revoked_on < {{ as_of() }} then revoked_on end as revoked_on,
    award_id as source_key,
    source_feed,
    source_file,
    source_row
from {{ ref('stg_base__awards') }}
where awarded_on < {{ as_of() }}
